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

/** Who is of the class team, with the disciplines that they teach in it. */
export function teamOf(
  board: BoardView,
): readonly { readonly person: string; readonly disciplines: readonly string[] }[] {
  return board.children(board.id, 'enseignant').map(({ id, fields }) => ({
    person: id.slice(`${board.id}~enseignant~`.length),
    disciplines: [fields['discipline'], fields['autreDiscipline']].filter(
      (discipline) => typeof discipline === 'string',
    ),
  }));
}

/** Who of the class team teaches one of some disciplines, once for each that they teach. */
export function colleagues(board: BoardView, disciplines: readonly string[]): readonly Colleague[] {
  return teamOf(board).flatMap(({ person, disciplines: taught }) =>
    taught
      .filter((discipline) => disciplines.includes(discipline))
      .map((discipline) => ({ person, discipline })),
  );
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
