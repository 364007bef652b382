/** Between two announcements of what the others do, in ms. */
export const QUIET = 5000;

/** Tells what others do at most once in a while: what comes meanwhile is told together afterwards. */
export class Announcer {
  readonly #say: (names: readonly string[], sentences: readonly string[]) => void;
  readonly #names = new Set<string>();
  /** What follows from what somebody did, by what it is about: only the newest is told. */
  readonly #news = new Map<string, { readonly name: string; readonly sentence: string }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (names: readonly string[], sentences: readonly string[]) => void) {
    this.#say = say;
  }

  /** Somebody of that name has changed something. */
  changed(name: string): void {
    this.#names.add(name);
    if (this.#timer === undefined) this.#tell();
  }

  /** What follows from what somebody of that name did; each sentence names them. */
  follows(
    news: readonly { readonly about: string; readonly name: string; readonly sentence: string }[],
  ): void {
    for (const { about, name, sentence } of news) this.#news.set(about, { name, sentence });
    if (news.length > 0 && this.#timer === undefined) this.#tell();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#names.clear();
    this.#news.clear();
  }

  #tell(): void {
    const news = [...this.#news.values()];
    // Whoever is named in a sentence is not told of twice.
    for (const { name } of news) this.#names.delete(name);
    this.#say(
      [...this.#names],
      news.map(({ sentence }) => sentence),
    );
    this.#names.clear();
    this.#news.clear();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#names.size + this.#news.size > 0) this.#tell();
    }, QUIET);
  }
}
