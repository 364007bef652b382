import { LIT } from '../glow';
import type { BoardModel, InsightGlow } from './BoardModel.svelte';
import { nameOf } from './people';

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
  readonly #board: () => BoardModel;

  /** @param board the one that is on the screen, which may become another */
  constructor(board: () => BoardModel) {
    this.#board = board;
  }

  look(things: readonly Shown[]): void {
    const before = this.#before;
    this.#before = Object.fromEntries(things.map(({ about, value }) => [about, value]));
    const news = things.flatMap(({ about, value, glow, sentence }) => {
      const was = before[about];
      if (was === undefined || was === value || !glow || performance.now() - glow.at > LIT) return [];
      const board = this.#board();
      // Whoever looks knows what they have done.
      if (glow.by === board.me) return [];
      const name = nameOf(board, glow.by);
      const told = sentence(name, was);
      return told === undefined ? [] : [{ about, name, sentence: told }];
    });
    if (news.length > 0) this.latest = news;
  }
}
