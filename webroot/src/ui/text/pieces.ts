import type { BoardModel } from '../model/BoardModel.svelte';

/** Where somebody else's caret or selection is in a text. */
export interface Mark {
  readonly session: number;
  readonly name: string;
  readonly hue: number;
  readonly from: number;
  readonly to: number;
}

/** A stretch of text under the same selection, and the carets that stand at its end. */
export interface Piece {
  readonly text: string;
  readonly hue: number | undefined;
  readonly carets: readonly Mark[];
}

/** The carets of the others in one text. */
export function marksIn(board: BoardModel, id: string, field: string): Mark[] {
  return board.at(id, field).flatMap(({ session, person, at }) => {
    const shown = board.person(person);
    if (shown === undefined || at?.index === undefined) return [];
    const name = shown.name.split(' ')[0] ?? shown.name;
    return { session, name, hue: shown.hue, from: at.index, to: at.index + (at.length ?? 0) };
  });
}

/**
 * Cuts a text at carets and selections.
 *
 * @param start where the text begins among the positions of the marks
 * @param last whether carets at its very end belong to it, rather than to what follows
 */
export function pieces(text: string, start: number, marks: readonly Mark[], last = true): Piece[] {
  const end = start + text.length;
  const cuts = new Set([end]);
  for (const { from, to } of marks)
    for (const cut of [from, to]) if (cut >= start && cut < end) cuts.add(cut);
  let at = start;
  return [...cuts]
    .sort((a, b) => a - b)
    .map((cut) => {
      const piece: Piece = {
        text: text.slice(at - start, cut - start),
        hue: marks.find(({ from, to }) => from <= at && cut <= to && from < to && at < cut)?.hue,
        carets: marks.filter(({ to }) => to === cut && (cut < end || last)),
      };
      at = cut;
      return piece;
    });
}
