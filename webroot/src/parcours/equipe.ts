import type { BoardView } from '../board/view';
import { members } from './situation';

/** A colleague of a general discipline, with one discipline that they teach in the class. */
export interface Colleague {
  readonly person: string;
  readonly discipline: string;
}

/** Everybody who is or was X or Y (COI-DISCIPLINE). */
export function binomePeople(board: BoardView): readonly string[] {
  const people = board
    .children(board.id, 'binome')
    .flatMap(({ fields: { x, y } }) => [x, y])
    .filter((person) => typeof person === 'string');
  return [...new Set(people)];
}

/** Who of the class team teaches one of some disciplines, once for each that they teach. */
export function colleagues(board: BoardView, disciplines: readonly string[]): readonly Colleague[] {
  return board.children(board.id, 'enseignant').flatMap(({ id, fields }) => {
    const person = id.slice(`${board.id}~enseignant~`.length);
    return [fields['discipline'], fields['autreDiscipline']]
      .filter((discipline) => typeof discipline === 'string')
      .filter((discipline) => disciplines.includes(discipline))
      .map((discipline) => ({ person, discipline }));
  });
}

/** Everybody who has to do with the class: its binôme, its team, who may open it. */
export function classePeople(board: BoardView): readonly string[] {
  return [
    ...new Set([
      ...binomePeople(board),
      ...members(board, board.id, 'enseignant'),
      ...members(board, board.id, 'acces'),
    ]),
  ];
}
