import type { BoardModel } from './BoardModel.svelte';

/** Where a screen gets the board that it shows. */
export interface Boards {
  /**
   * Joins a board, or goes on with it, and leaves the others. It fills as the server answers: until its
   * root entity is there, there is nothing to show.
   */
  show(board: string | undefined): BoardModel | undefined;
  /** How many acts of this person the server does not have yet, in all tabs of this device. */
  waiting(): Promise<number>;
}
