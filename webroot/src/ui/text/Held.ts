import { compose, transform, transformPosition } from '../../text/delta';
import type { Delta } from '../../text/op';

/** After a word has been composed, the keyboard may still touch it for so long, in ms. */
const AFTER_COMPOSITION = 50;

/** A composition that nobody touches any more for so long is ended, in ms. */
const LONGEST_COMPOSITION = 5_000;

/** The field that shows the text. */
export interface Canvas {
  readonly isComposing: () => boolean;
  /** Ends the composition: whoever composes has gone away. */
  readonly endComposition: () => void;
  /** Drains what is held and shows it. */
  readonly paint: () => void;
}

/**
 * What others did to a text while a keyboard composes a word of it: the board has it already, the screen
 * when the word is there. Painted at once while nobody composes.
 */
export class Held {
  readonly #canvas: Canvas;
  #foreign: Delta = [];
  #release: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  /** Whether the screen waits for a word. */
  get waits(): boolean {
    return this.#canvas.isComposing() || this.#release !== undefined;
  }

  /** Takes in what somebody else did. */
  take(foreign: Delta): void {
    this.#foreign = compose(this.#foreign, foreign);
    if (!this.waits) this.#canvas.paint();
    else if (this.#release === undefined) this.#limit();
  }

  /**
   * What this person did to what the screen shows, for a board that has what is held here as well. Of two
   * that write at one place, the one who composes comes first: the word must stay whole.
   */
  send(mine: Delta): Delta {
    const sent = transform(this.#foreign, mine, false);
    this.#foreign = transform(mine, this.#foreign, true);
    return sent;
  }

  /** Where a position on the screen is in the text of the board. */
  position(index: number): number {
    return transformPosition(this.#foreign, index, true);
  }

  /** What is held, to be shown now. */
  drain(): Delta {
    const foreign = this.#foreign;
    this.#foreign = [];
    return foreign;
  }

  /** A key was pressed, or the word has changed: it is not left alone. */
  touched(): void {
    if (this.#foreign.length > 0 && this.#canvas.isComposing()) this.#limit();
  }

  /** The word is there. */
  composed(): void {
    this.#after(AFTER_COMPOSITION, () => {
      if (!this.#canvas.isComposing()) this.#canvas.paint();
      else if (this.#foreign.length > 0) this.#limit();
    });
  }

  forget(): void {
    clearTimeout(this.#release);
  }

  #limit(): void {
    this.#after(LONGEST_COMPOSITION, () => {
      if (this.#canvas.isComposing()) this.#canvas.endComposition();
      // The end of a composition is told as any other; a browser that does not is not waited for.
      if (this.#release === undefined) this.#canvas.paint();
    });
  }

  #after(millis: number, task: () => void): void {
    clearTimeout(this.#release);
    this.#release = setTimeout(() => {
      this.#release = undefined;
      task();
    }, millis);
  }
}
