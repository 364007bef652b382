/** How long, in ms, what the server has told may lie unwritten: it can be asked for again. */
const LATEST = 1_000;

/**
 * Writes a queue down, so that it outlives the tab: what waits at once, what the server has told within a
 * second, always as one whole, in order.
 */
export class Keeper {
  readonly #write: (done: (kept: boolean) => void) => void;
  readonly #after: (millis: number, task: () => void) => void;
  readonly #durable: () => void;
  #written = 0;
  #kept = 0;
  /** The last write in which what waits was another than before. */
  #needed = 0;
  #lost = false;
  #late = false;

  /**
   * @param write writes all that there is to write and tells whether it is durable
   * @param durable called when something has become durable, or never will
   */
  constructor(
    write: (done: (kept: boolean) => void) => void,
    after: (millis: number, task: () => void) => void,
    durable: () => void,
  ) {
    this.#write = write;
    this.#after = after;
    this.#durable = durable;
  }

  /** Whether what waits would survive the end of this tab. */
  get isKept(): boolean {
    return !this.#lost && this.#kept >= this.#needed;
  }

  /** Whether anything is kept at all. */
  get keeps(): boolean {
    return !this.#lost;
  }

  /** Whether what that write held may leave: it is durable, or this device keeps nothing. */
  mayLeave(write: number): boolean {
    return this.#lost || this.#kept >= write;
  }

  /**
   * What waits is another: it is written at once.
   *
   * @returns the number of the write
   */
  now(): number {
    if (this.#lost) return 0;
    const number = ++this.#written;
    this.#needed = number;
    this.#put(number);
    return number;
  }

  /** What the server has told is more than what is written: within a second it will be. */
  soon(): void {
    if (this.#late || this.#lost) return;
    this.#late = true;
    this.#after(LATEST, () => {
      if (!this.#late || this.#lost) return;
      this.#put(++this.#written);
    });
  }

  /** Writes what is still to be written, if there is something. */
  flush(): void {
    if (this.#late && !this.#lost) this.#put(++this.#written);
  }

  #put(number: number): void {
    this.#late = false;
    this.#write((kept) => {
      if (kept) this.#kept = number;
      else this.#lost = true;
      this.#durable();
    });
  }
}
