/** Between two announcements of what the others do, in ms. */
export const QUIET = 5000;

/** Tells what others do at most once in a while: who acts meanwhile is told together afterwards. */
export class Announcer {
  readonly #say: (names: readonly string[]) => void;
  readonly #waiting = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (names: readonly string[]) => void) {
    this.#say = say;
  }

  /** Somebody of that name has changed something. */
  changed(name: string): void {
    this.#waiting.add(name);
    if (this.#timer === undefined) this.#tell();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }

  #tell(): void {
    this.#say([...this.#waiting]);
    this.#waiting.clear();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#waiting.size > 0) this.#tell();
    }, QUIET);
  }
}
