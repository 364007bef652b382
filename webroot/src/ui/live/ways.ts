import type { Line, LineEvents, OpenLine } from './Line';

/** One way to the server. */
export interface Way {
  readonly open: OpenLine;
  /** How long the server's first word may take, in ms. */
  readonly patience: number;
}

/** Between two looks whether the straight way is open again, in ms: at first, and at most. */
const FIRST_LOOK = 15_000;
const LONGEST_LOOK = 5 * 60_000;

const BROKEN = 1006;
const GOING_AWAY = 1001;

/**
 * The first way that leads to the server, the straight one first (S-78). On a detour it looks from time
 * to time whether the straight way is open, and ends the detour when it is.
 */
export function bestOf(ways: readonly [Way, ...Way[]]): OpenLine {
  // Which led there last, and which is tried next.
  let proven = 0;
  let next = 0;
  return (events) =>
    new BestLine(ways, next, events, (led, otherwise) => {
      proven = led ?? proven;
      next = led ?? otherwise ?? proven;
    });
}

/** Remembers which way led to the server, or else which is to be tried; neither: the one that did before. */
type Learn = (led: number | undefined, otherwise?: number) => void;

class BestLine implements Line {
  readonly #ways: readonly [Way, ...Way[]];
  readonly #events: LineEvents;
  readonly #learn: Learn;
  #line: Line | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  #look: ReturnType<typeof setTimeout> | undefined;
  #looked: Line | undefined;

  constructor(ways: readonly [Way, ...Way[]], first: number, events: LineEvents, learn: Learn) {
    this.#ways = ways;
    this.#events = events;
    this.#learn = learn;
    this.#go(first);
  }

  get degraded(): boolean {
    return this.#line?.degraded ?? false;
  }

  send(message: string): void {
    this.#line?.send(message);
  }

  close(): void {
    clearTimeout(this.#late);
    clearTimeout(this.#look);
    this.#looked?.close();
    this.#line?.close();
    this.#line = undefined;
  }

  #go(at: number): void {
    const way = this.#ways[at] ?? this.#ways[0];
    let opened = false;
    let heard = false;
    const on = (failed: 'silent' | 'closed', code: number) => {
      const otherwise = (at + 1) % this.#ways.length;
      clearTimeout(this.#late);
      // Its ticket is not spent: what is tried next may have it.
      if (!opened && otherwise !== 0 && code === BROKEN) this.#go(otherwise);
      else this.#end(code, failed === 'silent' ? otherwise : undefined);
    };
    this.#late = setTimeout(() => {
      this.#line?.close();
      on('silent', BROKEN);
    }, way.patience);
    this.#line = way.open({
      opened: () => {
        opened = true;
        this.#events.opened();
      },
      heard: (down) => {
        if (!heard) {
          heard = true;
          clearTimeout(this.#late);
          this.#learn(at);
          if (at > 0) this.#lookLater(FIRST_LOOK);
        }
        this.#events.heard(down);
      },
      closed: (code) => (heard ? this.#end(code) : on('closed', code)),
    });
  }

  #end(code: number, otherwise?: number): void {
    this.close();
    this.#learn(undefined, otherwise);
    this.#events.closed(code);
  }

  /** Looks whether the straight way is open: at least its first step is answered. */
  #lookLater(wait: number): void {
    this.#look = setTimeout(() => {
      const [straight] = this.#ways;
      const no = () => {
        clearTimeout(this.#look);
        this.#looked?.close();
        this.#looked = undefined;
        this.#lookLater(Math.min(2 * wait, LONGEST_LOOK));
      };
      this.#look = setTimeout(no, straight.patience);
      this.#looked = straight.open({ opened: () => this.#turnBack(), heard: () => undefined, closed: no });
    }, wait);
  }

  /** As if the server had asked to come back at once: what is on its way is sent again (S-31). */
  #turnBack(): void {
    this.close();
    this.#learn(0);
    this.#events.heard({ type: 'goingAway', reason: 'straight', afterMs: 0 });
    this.#events.closed(GOING_AWAY);
  }
}
