import type { BoardModel } from './BoardModel.svelte';

/** A board that is not shown; it stays open until it is released and has sent all it has. */
export interface Beside {
  readonly board: BoardModel;
  /** Resolves once the board is as the server has it, with all that this person has done; false: not now. */
  settled(): Promise<boolean>;
  release(): void;
}

/** Where a screen gets the board that it shows. */
export interface Boards {
  /**
   * Joins a board, or goes on with it, and leaves the others. It fills as the server answers: until its
   * root entity is there, there is nothing to show.
   */
  show(board: string | undefined): BoardModel | undefined;
  /** Joins another board beside the one that is shown, for an act that reaches both. */
  beside(board: string): Beside;
  /** How many acts of this person the server does not have yet, in all tabs of this device. */
  waiting(): Promise<number>;
}
