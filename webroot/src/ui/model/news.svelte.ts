import { LIT } from '../glow';
import type { InsightGlow } from './BoardModel.svelte';

/** Something that follows from the board, as a page shows it. */
export interface Shown {
  readonly about: string;
  /** What it is now. */
  readonly value: string;
  /** Whose act changed it last. */
  readonly glow: InsightGlow | undefined;
  /** What is told of it; nothing where it says no more than before. */
  readonly sentence: (name: string, before: string) => string | undefined;
}

/** What is told to who does not see it glow. */
export interface News {
  readonly about: string;
  readonly name: string;
  readonly sentence: string;
}

/** Looks at what follows from the board, and tells what a colleague has made another. */
export class Watch {
  latest: readonly News[] = $state.raw([]);
  #before: Readonly<Record<string, string>> = {};
  readonly #nameOf: (person: string) => string | undefined;

  /** @param nameOf the name of a colleague; undefined of whoever looks */
  constructor(nameOf: (person: string) => string | undefined) {
    this.#nameOf = nameOf;
  }

  look(things: readonly Shown[]): void {
    const before = this.#before;
    this.#before = Object.fromEntries(things.map(({ about, value }) => [about, value]));
    const news = things.flatMap(({ about, value, glow, sentence }) => {
      const was = before[about];
      if (was === undefined || was === value || !glow || performance.now() - glow.at > LIT) return [];
      const name = this.#nameOf(glow.by);
      const told = name === undefined ? undefined : sentence(name, was);
      return name === undefined || told === undefined ? [] : [{ about, name, sentence: told }];
    });
    if (news.length > 0) this.latest = news;
  }
}
