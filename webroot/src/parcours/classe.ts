import type { BoardView, Entity } from '../board/view';
import { members } from './situation';
import { isoDay } from './weeks';

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

/**
 * The binôme of a day, as the server has it: the last that has begun and not ended, else the last of all.
 *
 * @param day ISO 8601; today, where it is not said
 */
export function binomeOn(board: BoardView, day: string = isoDay(new Date())): Entity | undefined {
  const at = ({ fields }: Entity, name: string, none: string) => {
    const value = fields[name];
    return typeof value === 'object' && 'day' in value ? value.day : none;
  };
  const all = board
    .children(board.id, 'binome')
    .toSorted((one, other) => (at(one, 'from', '') < at(other, 'from', '') ? -1 : 1));
  return all.findLast((one) => at(one, 'from', '') <= day && at(one, 'to', '9999') >= day) ?? all.at(-1);
}

/** Who X and Y are on a day, today where it is not said. */
export function binomeOf(board: BoardView, day?: string): Binome {
  const binome = binomeOn(board, day);
  const person = (field: string) => {
    const id = binome?.fields[field];
    return typeof id === 'string' ? id : undefined;
  };
  return { x: person('x'), y: person('y') };
}
