import type { BoardView, Entity } from '../board/view';
import type { Binome } from './classe';
import { accordsOf } from './signatures';
import { type Conduite, conduiteOf, type Status, statusOf } from './situation';

/** How far a situation is, from the first thought to what was learnt in class. */
export const statuses: readonly Status[] = ['idee', 'brouillon', 'pret', 'en-classe', 'bilan'];

/** The column of a situation on the board of its class: one that says nothing is an idea. */
export function columnOf(situation: Entity): Status {
  return statusOf(situation) ?? 'idee';
}

/** Whether a situation of that column wants the agreement of both of the binôme (DOMAIN D-30). */
export function wantsAccord(column: Status): boolean {
  return statuses.indexOf(column) >= statuses.indexOf('pret');
}

/** Whether a situation counts: it is taught, or ready to be. */
export function isReady(situation: Entity): boolean {
  return wantsAccord(columnOf(situation));
}

/** Whose agreement a situation waits for. */
export function awaited(board: BoardView, situation: Entity, binome: Binome): readonly string[] {
  return isReady(situation) ? accordsOf(board, situation.id, binome).missing : [];
}

/** Who leads an étape of a situation: X, Y, or each. */
export function leaders(board: BoardView, situation: string): ReadonlySet<'X' | 'Y'> {
  const by = board.children(situation, 'etape').map(conduiteOf);
  const leads = (letter: Conduite) => by.some((conduite) => conduite?.includes(letter) ?? false);
  return new Set((['X', 'Y'] as const).filter(leads));
}
