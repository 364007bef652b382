import type { Attachment } from 'svelte/attachments';

import { type LaneBox, under } from './lanes';
import type { Lift, Point } from './Lift.svelte';

/** How long a finger rests on a grip before it lifts, in ms. */
const HOLD = 300;
/** What a resting finger moves, in px. */
const REST = 8;
/** A mouse that moves less has only pressed, in px. */
const PULL = 4;
/** So near to the edge of the window the page scrolls, in px, and so fast at most, in px a frame. */
const EDGE = 64;
const FASTEST = 16;

/** What a screen marks: the frame that holds the lanes, each lane, each thing in it. */
export const marks = { frame: 'data-lift-frame', lane: 'data-lift-lane', item: 'data-lift-item' } as const;

/**
 * The handle by which a pointer lifts. A mouse pulls; a finger rests first, so that a swipe scrolls wherever
 * it begins and moves nothing.
 */
export function grip(lift: Lift, id: string): Attachment<HTMLElement> {
  return (handle) => {
    let hand: Hand | undefined;
    const press = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0 || hand) return;
      hand = new Hand(lift, id, handle, event, () => (hand = undefined));
    };
    // Once it is lifted a finger moves it, and not the page.
    const move = (event: TouchEvent) => {
      if (hand?.holds === true && event.cancelable) event.preventDefault();
    };
    // A finger that rests would ask for the menu of the browser.
    const menu = (event: Event) => {
      if (hand) event.preventDefault();
    };
    handle.addEventListener('pointerdown', press);
    handle.addEventListener('touchmove', move, { passive: false });
    handle.addEventListener('contextmenu', menu);
    return () => {
      hand?.let(false);
      handle.removeEventListener('pointerdown', press);
      handle.removeEventListener('touchmove', move);
      handle.removeEventListener('contextmenu', menu);
    };
  };
}

/** One press on a handle, until it is let go. */
class Hand {
  readonly #lift: Lift;
  readonly #id: string;
  readonly #handle: HTMLElement;
  readonly #pointer: number;
  readonly #finger: boolean;
  readonly #from: Point;
  readonly #over: () => void;
  readonly #listening = new AbortController();
  #at: Point;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  #isOver = false;

  constructor(lift: Lift, id: string, handle: HTMLElement, event: PointerEvent, over: () => void) {
    this.#lift = lift;
    this.#id = id;
    this.#handle = handle;
    this.#pointer = event.pointerId;
    this.#finger = event.pointerType === 'touch';
    this.#from = this.#at = { x: event.clientX, y: event.clientY };
    this.#over = over;
    const { signal } = this.#listening;
    addEventListener('pointermove', (moved) => this.#moved(moved), { signal });
    addEventListener('pointerup', (up) => this.#ends(up, true), { signal });
    addEventListener('pointercancel', (up) => this.#ends(up, false), { signal });
    addEventListener('keydown', (key) => this.#key(key), { signal, capture: true });
    if (this.#finger) this.#timer = setTimeout(() => this.#take(), HOLD);
  }

  get holds(): boolean {
    return this.#lift.current?.id === this.#id && this.#lift.current.at !== undefined;
  }

  /** Lets go: puts down what is held, or leaves it where it was. */
  let(down: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#listening.abort();
    if (this.holds) {
      if (down) this.#lift.drop();
      else this.#lift.cancel();
    }
    this.#over();
  }

  #take(): void {
    this.#lift.take(this.#id, this.#at);
    if (!this.holds) return;
    this.#handle.setPointerCapture(this.#pointer);
    this.#look();
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #moved(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#at = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(this.#at.x - this.#from.x, this.#at.y - this.#from.y);
    if (this.holds) this.#look();
    else if (this.#frame !== undefined) this.let(false);
    else if (!this.#finger) {
      if (far > PULL) this.#take();
    } else if (far > REST) this.let(false);
  }

  #ends(event: PointerEvent, down: boolean): void {
    if (event.pointerId === this.#pointer) this.let(down);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.holds) return;
    event.preventDefault();
    event.stopPropagation();
    this.let(false);
  }

  #look(): void {
    const frame = this.#handle.closest(`[${marks.frame}]`);
    const spot = frame && under(boxes(frame, this.#lift, this.#id), this.#at.x, this.#at.y);
    if (spot) this.#lift.over(spot, this.#at);
  }

  /** Near an edge the page, and the frame of the lanes, come along. */
  #scroll(): void {
    if (!this.holds) return;
    const down = pull(this.#at.y, innerHeight);
    const frame = this.#handle.closest(`[${marks.frame}]`);
    const along = frame ? pull(this.#at.x, innerWidth) : 0;
    if (down !== 0) scrollBy({ top: down, behavior: 'instant' });
    if (along !== 0) frame?.scrollBy({ left: along, behavior: 'instant' });
    if (down !== 0 || along !== 0) this.#look();
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }
}

/** How far what is shown comes along, in px a frame, near an end of a room of that size. */
export function pull(at: number, size: number): number {
  const back = Math.max(0, EDGE - at);
  const on = Math.max(0, at - (size - EDGE));
  return Math.round(((on - back) / EDGE) * FASTEST);
}

function boxes(frame: Element, lift: Lift, lifted: string): readonly LaneBox[] {
  return [...frame.querySelectorAll(`[${marks.lane}]`)].flatMap((lane) => {
    const { left, right, width } = lane.getBoundingClientRect();
    if (width === 0) return [];
    const id = lane.getAttribute(marks.lane) ?? '';
    const others = lift.others(id, lifted);
    // Of a long lane only some are on the page.
    const places = new Map(others.map((other, place) => [other, place]));
    const rows = [...lane.querySelectorAll(`[${marks.item}]`)].flatMap((item) => {
      const place = places.get(item.getAttribute(marks.item) ?? '');
      if (place === undefined) return [];
      const { top, bottom } = item.getBoundingClientRect();
      return [{ place, middle: (top + bottom) / 2 }];
    });
    return [{ id, left, right, rows, count: others.length }];
  });
}
