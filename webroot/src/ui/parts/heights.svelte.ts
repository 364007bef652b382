/** After so many the usual height is not taken anew: the page would change its own at each step. */
const ENOUGH = 20;

/**
 * How high the rows of lists of one kind are, in px. Remembered beyond the lists, so that a page that one
 * comes back to is as high as it was.
 */
export class Heights {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a row that is measured is there already
  readonly #known = new Map<string, number>();
  #usual: number;

  /** @param guess for a row, as long as none has been seen */
  constructor(guess: number) {
    this.#usual = $state(guess);
  }

  /** Of a row that was never on the page: as high as the others. */
  of(id: string): number {
    return this.#known.get(id) ?? this.#usual;
  }

  take(seen: Iterable<readonly [id: string, height: number]>): void {
    const wasEnough = this.#known.size >= ENOUGH;
    for (const [id, height] of seen) this.#known.set(id, height);
    if (wasEnough || this.#known.size === 0) return;
    this.#usual = [...this.#known.values()].reduce((sum, one) => sum + one, 0) / this.#known.size;
  }
}
