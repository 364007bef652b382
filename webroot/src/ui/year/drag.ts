import type { Attachment } from 'svelte/attachments';

import { pull } from '../lift/grip';
import type { Band } from './items';
import type { Lifting } from './Lifting.svelte';

/** A finger holds that long, in ms, before it lifts: a swipe scrolls. */
const HOLD = 300;
/** A mouse that moves less, in px, clicks. */
const STILL = 4;
/** What a resting finger moves, in px. */
const REST = 8;

/** A press on a bar, until it is let go. */
interface Press {
  readonly pointer: number;
  readonly finger: boolean;
  /** Where it was pressed, along the whole year: its frame may scroll meanwhile. */
  readonly from: number;
  readonly week: number;
  readonly end: boolean;
  /** Where the pointer is now, in the window. */
  x: number;
}

/** Lets a pointer move a bar along the year, or its end when it takes the grip. */
export function drags(lifting: Lifting, bar: () => Band): Attachment<HTMLElement> {
  return (element) => {
    let down: Press | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame: number | undefined;
    let dropped = false;

    const year = () => element.closest<HTMLElement>('[data-year]');
    const along = (x: number) => x + (year()?.scrollLeft ?? 0);
    const isHeld = () => lifting.held?.id === bar().id;
    const lift = () => {
      const { id, title, span } = bar();
      if (!down) return;
      lifting.lift(id, title, span);
      frame = requestAnimationFrame(scroll);
    };
    const look = () => {
      if (down) lifting.drag(Math.round((along(down.x) - down.from) / down.week), down.end);
    };
    /** Near an edge of its frame the year comes along. */
    const scroll = () => {
      const box = year()?.getBoundingClientRect();
      if (!down || !box || !isHeld()) return;
      const by = pull(down.x - box.left, box.width);
      if (by !== 0) {
        year()?.scrollBy({ left: by, behavior: 'instant' });
        look();
      }
      frame = requestAnimationFrame(scroll);
    };
    const end = () => {
      clearTimeout(timer);
      if (frame !== undefined) cancelAnimationFrame(frame);
      down = undefined;
    };
    const giveUp = () => {
      if (down && isHeld()) lifting.cancel();
      end();
    };

    const listeners = {
      pointerdown: (event: PointerEvent) => {
        const { span } = bar();
        if (!event.isPrimary || event.button !== 0 || lifting.held) return;
        dropped = false;
        down = {
          pointer: event.pointerId,
          finger: event.pointerType !== 'mouse',
          from: along(event.clientX),
          week: element.getBoundingClientRect().width / (span.last - span.first + 1),
          end: event.target instanceof Element && event.target.closest('[data-grip]') !== null,
          x: event.clientX,
        };
        // A quick mouse has left the bar before it has told of moving; a finger is caught by itself.
        if (down.finger) timer = setTimeout(lift, HOLD);
        else element.setPointerCapture(event.pointerId);
      },
      pointermove: (event: PointerEvent) => {
        if (event.pointerId !== down?.pointer) return;
        down.x = event.clientX;
        const by = Math.abs(along(down.x) - down.from);
        if (!isHeld()) {
          if (dropped || by <= (down.finger ? REST : STILL)) return;
          // Whoever swipes does not lift; what was cancelled stays so until the button is up.
          if (down.finger) {
            end();
            return;
          }
          dropped = true;
          lift();
        }
        look();
      },
      pointerup: (event: PointerEvent) => {
        if (event.pointerId !== down?.pointer) return;
        if (isHeld()) {
          dropped = true;
          lifting.drop(true);
        }
        end();
      },
      pointercancel: giveUp,
      // A drag ends in a click, which is not meant for what the bar opens.
      click: (event: MouseEvent) => {
        if (dropped) event.stopImmediatePropagation();
        dropped = false;
      },
      touchmove: (event: TouchEvent) => {
        if (isHeld()) event.preventDefault();
      },
      // A finger that rests would ask for the menu of the browser.
      contextmenu: (event: Event) => {
        if (down?.finger === true) event.preventDefault();
      },
    };
    /** With a second finger somebody wants something else: what is held goes back. */
    const second = (event: PointerEvent) => {
      if (down && event.pointerId !== down.pointer) giveUp();
    };
    for (const [name, listener] of Object.entries(listeners))
      element.addEventListener(name, listener as EventListener, { passive: false, capture: true });
    addEventListener('pointerdown', second, { capture: true });
    return () => {
      end();
      for (const [name, listener] of Object.entries(listeners))
        element.removeEventListener(name, listener as EventListener, { capture: true });
      removeEventListener('pointerdown', second, { capture: true });
    };
  };
}
