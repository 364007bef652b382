const MARK = 'binome.partage';

/** After the last sign of life of the tabs, in ms, they are taken to be closed: loading a page anew is quicker. */
const GONE = 15_000;
const SIGN = 5_000;

/**
 * A computer that several people use: nothing of who signed in stays after their last tab. The mark says
 * only that somebody signed in so, and when a tab was last seen.
 */
class SharedComputer {
  #signs: ReturnType<typeof setInterval> | undefined;
  #release: (() => void) | undefined;

  get isOn(): boolean {
    return this.#mark() !== undefined;
  }

  /** A tab of this person is here. */
  begin(): void {
    if (this.#signs !== undefined) return;
    this.#sign();
    this.#signs = setInterval(this.#sign, SIGN);
    addEventListener('pagehide', this.#sign);
    // A tab in the background gives no signs for a minute; the lock it has.
    if ('locks' in navigator)
      void navigator.locks
        .request(MARK, { mode: 'shared' }, () => new Promise<void>((release) => (this.#release = release)))
        .catch(() => undefined);
  }

  end(): void {
    clearInterval(this.#signs);
    this.#signs = undefined;
    removeEventListener('pagehide', this.#sign);
    this.#release?.();
    try {
      localStorage.removeItem(MARK);
    } catch {
      // A browser that keeps nothing has kept no mark.
    }
  }

  /** Whether somebody was signed in here and has closed the last tab. */
  async isOver(): Promise<boolean> {
    const mark = this.#mark();
    if (mark === undefined || Date.now() - mark < GONE) return false;
    const { held = [] } = 'locks' in navigator ? await navigator.locks.query() : {};
    return !held.some(({ name }) => name === MARK);
  }

  readonly #sign = (): void => {
    try {
      localStorage.setItem(MARK, String(Date.now()));
    } catch {
      // As above.
    }
  };

  #mark(): number | undefined {
    try {
      const mark = localStorage.getItem(MARK);
      return mark === null ? undefined : Number(mark);
    } catch {
      return undefined;
    }
  }
}

export const sharedComputer = new SharedComputer();
