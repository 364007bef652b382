import type { BoardView, Entity } from '../board/view';
import { members } from './situation';

export type Year = 'seconde' | 'premiere' | 'terminale';

export const years: readonly Year[] = ['seconde', 'premiere', 'terminale'];

/** The two professional teachers of a class; either place may be free. */
export interface Binome {
  readonly x: string | undefined;
  readonly y: string | undefined;
}

export function yearOf(board: BoardView): Year | undefined {
  const year = board.entity(board.id)?.fields['year'];
  return years.find((known) => known === year);
}

/** The ids of the specialties that the class prepares. */
export function specialitesOf(board: BoardView): readonly string[] {
  return members(board, board.id, 'specialite');
}

/** « 2026-2027 », from the calendar year in which the school year starts. */
export function schoolYear(rentree: number): string {
  return `${rentree}-${rentree + 1}`;
}

export function schoolYearOf(board: BoardView): string {
  const rentree = board.entity(board.id)?.fields['rentree'];
  return typeof rentree === 'number' ? schoolYear(rentree) : '';
}

/** The latest of the class's binômes. */
export function latestBinome(board: BoardView): Entity | undefined {
  const since = ({ fields: { from } }: Entity) => (typeof from === 'object' && 'day' in from ? from.day : '');
  return board
    .children(board.id, 'binome')
    .toSorted((a, b) => (since(a) < since(b) ? -1 : 1))
    .at(-1);
}

/** Who X and Y are now. */
export function binomeOf(board: BoardView): Binome {
  const latest = latestBinome(board);
  const person = (field: string) => {
    const id = latest?.fields[field];
    return typeof id === 'string' ? id : undefined;
  };
  return { x: person('x'), y: person('y') };
}
