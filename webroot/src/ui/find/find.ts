import type { BoardView } from '../../board/view';
import { worded } from '../../text/mention';
import { folded } from '../french';

/** Words of a situation in which something was found. */
export interface Found {
  readonly situation: string;
  /** The entity and its field, the place that the page scrolls to. */
  readonly id: string;
  readonly field: string;
  /** The words found, with some of those around them. */
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const SITUATION = [
  'titre',
  'organisation',
  'type',
  'public',
  'description',
  'perimetre',
  'nature',
  'consigne',
  'evaluation',
];
const INSIDE = [
  ['canal', ['label']],
  ['alea', ['label']],
  ['etape', ['titre', 'texte', 'modalite', 'livrable']],
] as const;

/** How many letters are shown on each side. */
const AROUND = 40;

/**
 * Every place of a class where the words stand, accents and case apart; of one text the first.
 *
 * @param name what somebody is called whom a text mentions
 */
export function find(
  board: BoardView,
  query: string,
  most: number,
  name: (person: string) => string,
): readonly Found[] {
  const wanted = folded(query.trim());
  const found: Found[] = [];
  if (wanted === '') return found;
  for (const { id: situation } of board.children(board.id, 'situation')) {
    const places = [
      ...SITUATION.map((field) => ({ id: situation, field })),
      ...INSIDE.flatMap(([kind, fields]) =>
        board.children(situation, kind).flatMap(({ id }) => fields.map((field) => ({ id, field }))),
      ),
    ];
    for (const { id, field } of places) {
      const shown = excerpt(worded(board.text(id, field), name).replaceAll('\n', ' '), wanted);
      if (shown) found.push({ situation, id, field, ...shown });
      if (found.length === most) return found;
    }
  }
  return found;
}

function excerpt(text: string, wanted: string): Pick<Found, 'before' | 'match' | 'after'> | undefined {
  // Folding an « œ » or a letter with its accent changes lengths: each unit remembers where it was.
  const units: number[] = [];
  let plainText = '';
  let at = 0;
  for (const letter of text) {
    const bare = folded(letter);
    plainText += bare;
    units.push(...new Array<number>(bare.length).fill(at));
    at += letter.length;
  }
  const start = plainText.indexOf(wanted);
  if (start < 0) return undefined;
  const from = units[start] ?? 0;
  const to = units[start + wanted.length] ?? text.length;
  const left = text.slice(0, from);
  const right = text.slice(to).trimEnd();
  return {
    before: left.length > AROUND ? `…${left.slice(-AROUND).toWellFormed()}` : left,
    match: text.slice(from, to),
    after: right.length > AROUND ? `${right.slice(0, AROUND).toWellFormed()}…` : right,
  };
}
