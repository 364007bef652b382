import type { Attachment } from 'svelte/attachments';

import type { Band } from './items';
import type { Lifting } from './Lifting.svelte';

/** A finger holds that long, in ms, before it lifts: a swipe scrolls. */
const HOLD = 300;
/** A mouse that moves less, in px, clicks. */
const STILL = 4;

/** Lets a pointer move a bar along the year, or its end when it takes the grip. */
export function drags(lifting: Lifting, bar: () => Band): Attachment<HTMLElement> {
  return (element) => {
    let down: { x: number; week: number; end: boolean } | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let dropped = false;

    const lift = () => {
      const { id, title, span } = bar();
      if (down) lifting.lift(id, title, span);
    };
    const isHeld = () => lifting.held?.id === bar().id;
    const end = () => {
      clearTimeout(timer);
      down = undefined;
    };

    const listeners = {
      pointerdown: (event: PointerEvent) => {
        const { span } = bar();
        if (event.button !== 0 || lifting.held) return;
        dropped = false;
        down = {
          x: event.clientX,
          week: element.getBoundingClientRect().width / (span.last - span.first + 1),
          end: event.target instanceof Element && event.target.closest('[data-grip]') !== null,
        };
        // A quick mouse has left the bar before it has told of moving; a finger is caught by itself.
        if (event.pointerType === 'mouse') element.setPointerCapture(event.pointerId);
        else timer = setTimeout(lift, HOLD);
      },
      pointermove: (event: PointerEvent) => {
        if (!down) return;
        const by = event.clientX - down.x;
        if (!isHeld()) {
          if (dropped || Math.abs(by) <= STILL) return;
          // Whoever swipes does not lift; what was cancelled stays so until the button is up.
          if (event.pointerType !== 'mouse') {
            end();
            return;
          }
          dropped = true;
          lift();
        }
        lifting.drag(Math.round(by / down.week), down.end);
      },
      pointerup: () => {
        if (down && isHeld()) {
          dropped = true;
          lifting.drop(true);
        }
        end();
      },
      pointercancel: () => {
        if (down && isHeld()) lifting.cancel();
        end();
      },
      // A drag ends in a click, which is not meant for what the bar opens.
      click: (event: MouseEvent) => {
        if (dropped) event.stopImmediatePropagation();
        dropped = false;
      },
      touchmove: (event: TouchEvent) => {
        if (isHeld()) event.preventDefault();
      },
    };
    for (const [name, listener] of Object.entries(listeners))
      element.addEventListener(name, listener as EventListener, { passive: false, capture: true });
    return () => {
      clearTimeout(timer);
      for (const [name, listener] of Object.entries(listeners))
        element.removeEventListener(name, listener as EventListener, { capture: true });
    };
  };
}
