import type { BoardView } from '../board/view';
import { LONGEST, MOST } from '../wire/protocol.gen';
import { members } from './situation';

/** How many lines a table may have. */
export const MOST_LINES = MOST.communePropre;

/** The longest label, in characters. */
export const LONGEST_LABEL = LONGEST.communePropre.label - 1;

const FIRST = 1000;
const COUNT = 9000;

/**
 * An id for a line of the team's own that nothing else has: another class has hardly the same for another
 * thing, and what was removed keeps its own.
 *
 * @param random from 0 up to 1
 */
export function newRepere(isTaken: (id: string) => boolean, random: () => number = Math.random): string {
  const start = Math.floor(random() * COUNT);
  for (let step = 0; step < COUNT; step++) {
    const id = `sec-propre-${FIRST + ((start + step) % COUNT)}`;
    if (!isTaken(id)) return id;
  }
  throw new Error('no id is free');
}

/** The common competences that situations of the class name and its table does not have, with how many do. */
export function outsideOf(board: BoardView, table: readonly { readonly id: string }[]): Map<string, number> {
  const known = new Set(table.map(({ id }) => id));
  const outside = new Map<string, number>();
  for (const situation of board.children(board.id, 'situation')) {
    const named = new Set(
      [
        ...members(board, situation.id, 'competenceEnvisagee'),
        ...board.children(situation.id, 'etape').flatMap(({ id }) => members(board, id, 'competence')),
      ].filter((id) => id.startsWith('sec-') && !known.has(id)),
    );
    for (const id of named) outside.set(id, (outside.get(id) ?? 0) + 1);
  }
  return outside;
}
