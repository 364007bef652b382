import type { Binome } from '../../parcours/classe';
import { fr } from '../fr';
import type { BoardModel } from './BoardModel.svelte';

/** X or Y as the screen shows them. */
export interface Teacher {
  /** « Claire », or « X » while the place is free. */
  readonly name: string;
  /** « Professeur X, Claire K. » */
  readonly title: string;
  readonly hue: number | undefined;
}

export interface Teachers {
  readonly X: Teacher;
  readonly Y: Teacher;
}

export function teachersOf(board: BoardModel, { x, y }: Binome): Teachers {
  return { X: teacher(board, 'X', x), Y: teacher(board, 'Y', y) };
}

function teacher(board: BoardModel, letter: 'X' | 'Y', id: string | undefined): Teacher {
  const person = id === undefined ? undefined : board.person(id);
  if (person === undefined) return { name: letter, title: fr.teacher[letter], hue: undefined };
  return {
    name: firstName(board, id ?? ''),
    title: `${fr.teacher[letter]}, ${person.name}`,
    hue: person.hue,
  };
}

/** « Claire »; of somebody whom the board does not know, nothing. */
export function firstName(board: BoardModel, id: string): string {
  const name = board.person(id)?.name ?? '';
  return name.split(' ')[0] ?? name;
}
