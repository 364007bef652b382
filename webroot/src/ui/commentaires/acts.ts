import { memberId } from '../../board/id';
import type { About, Commentaire, Issue, Nature } from '../../parcours/commentaires';
import { OBJECT } from '../../text/mention';
import { LONGEST } from '../../wire/protocol.gen';
import { commentaires as words } from '../fr/commentaires';
import { schoolDay } from '../french';
import { behind, offerBack } from '../model/acts';
import type { BoardModel } from '../model/BoardModel.svelte';
import { lineOf, typed } from '../text/line';

/** How many characters a comment or a reply may have. */
export const LONGEST_WORDS = LONGEST.commentaire.texte - 1;

const today = () => ({ day: schoolDay(new Date()) });
const text = (written: string) => [{ insert: `${clean(written)}\n` }];

/** Says something of a situation or of a part of it. */
export function comment(
  board: BoardModel,
  situation: string,
  { section, etape, citation }: About,
  nature: Nature,
  written: string,
): void {
  board.send(
    behind(board, 'commentaire', situation, {
      auteur: board.me,
      le: today(),
      nature,
      texte: text(written),
      ...(section === undefined ? {} : { section }),
      ...(etape === undefined ? {} : { etape }),
      ...(citation === undefined ? {} : { citation: [{ insert: `${citation}\n` }] }),
    }),
  );
}

/** Replies to a comment. */
export function reply(board: BoardModel, commentaire: string, written: string): void {
  board.send(behind(board, 'reponse', commentaire, { auteur: board.me, le: today(), texte: text(written) }));
}

/** Writes one's own words anew. */
export function rewrite(board: BoardModel, id: string, written: string): void {
  const before = lineOf(board.text(id, 'texte'));
  const after = clean(written);
  const delta = typed(before, after, after.length);
  if (delta.length > 0) board.send({ type: 'editText', id, field: 'texte', delta });
}

/** Takes one's own words away. */
export function takeAway(board: BoardModel, id: string, told: string): void {
  offerBack(board, board.send({ type: 'remove', id }), told);
}

/** Says for the binôme what becomes of a comment. */
export function answer(board: BoardModel, { id }: Commentaire, issue: Issue): void {
  const act = board.send({
    type: 'create',
    kind: 'suite',
    id: memberId(id, 'suite', board.me),
    in: id,
    fields: { issue, le: today() },
  });
  offerBack(board, act, words.answeredNow[issue]);
}

/** What was pasted may hold what no text may. */
function clean(written: string): string {
  return written.replace(/\r\n?/g, '\n').replaceAll(OBJECT, '').trim().toWellFormed();
}
