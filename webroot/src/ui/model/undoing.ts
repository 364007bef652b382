import type { Left } from '../../room/back';
import { fr } from '../fr';
import { list } from '../french';
import { placeName } from '../sheet/places';
import type { BoardModel } from './BoardModel.svelte';
import { toasts } from './toasts.svelte';

/** Says once what is not taken back, and who has changed it. */
export function tellLeft(board: BoardModel, left: readonly Left[]): void {
  const places = [...new Set(left.map((each) => placeName(board, each)))];
  const people = [...new Set(left.map(({ by }) => by))];
  const names = people.map((by) =>
    by === board.me ? fr.undo.otherTab : ((by && board.person(by)?.name) ?? fr.undo.somebody),
  );
  const sentence = places.length === 1 ? fr.undo.left : fr.undo.severalLeft;
  toasts.show({ text: sentence(list(places), list(names)) });
}

/**
 * Takes back the person's last act, or that one, and says so: what is typed only to who does not see it.
 *
 * @returns the sentence for them; nothing when a toast has said it
 */
export function undo(board: BoardModel, act?: string): string {
  const redoing = { label: fr.undo.redo, key: fr.undo.redoKey, run: () => void redo(board) };
  return told(board, () => board.undo(act), { ...fr.undo.undone, action: redoing });
}

/** Does again what was taken back last; as `undo`. */
export function redo(board: BoardModel): string {
  return told(board, () => board.redo(), fr.undo.redone);
}

interface Words {
  readonly done: (place: string) => string;
  readonly nothing: string;
  readonly action?: { readonly label: string; readonly key: string; readonly run: () => void };
}

function told(
  board: BoardModel,
  take: () => ReturnType<BoardModel['undo']>,
  { done, nothing, action }: Words,
): string {
  const before = toasts.current;
  const commands = take();
  if (!commands) return nothing;
  const last = commands.at(-1);
  // What was left alone has been told.
  if (!last || toasts.current !== before) return '';
  const text = done(placeName(board, last));
  if (commands.every(({ type }) => type === 'editText')) {
    const place = 'field' in last ? `${last.id}/${last.field}` : last.id;
    document.querySelector(`[data-place="${CSS.escape(place)}"]`)?.scrollIntoView({ block: 'nearest' });
    return text;
  }
  toasts.show({ text, ...(action ? { action } : {}) });
  return '';
}
