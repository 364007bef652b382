import type { BoardView } from '../../board/view';
import type { About } from '../../parcours/commentaires';
import { fr } from '../fr';
import { commentaires as words } from '../fr/commentaires';
import { lineOf } from '../text/line';

/** Whether an étape is still where a comment was made about it. */
export function isThere(board: BoardView, situation: string, etape: string): boolean {
  return board.entity(etape)?.in === situation;
}

/** Whether a comment stands at a part of the sheet: what is about an étape that is gone, at the déroulé. */
export function isAbout(board: BoardView, situation: string, one: About, part: About): boolean {
  const etape = one.etape !== undefined && isThere(board, situation, one.etape) ? one.etape : undefined;
  if (part.etape !== undefined || etape !== undefined) return etape === part.etape;
  // What is about the whole stands at its head.
  return (one.section ?? (one.etape === undefined ? 'titre' : 'deroule')) === part.section;
}

/** What a comment is about, as a teacher calls it. */
export function placeOf(board: BoardView, situation: string, { section, etape }: About): string {
  const at = board.children(situation, 'etape').findIndex(({ id }) => id === etape);
  if (etape !== undefined && at >= 0) return fr.etape.name(at + 1, lineOf(board.text(etape, 'titre')));
  if (etape !== undefined) return words.sections.deroule;
  return section === undefined ? words.whole : words.sections[section];
}

/** Goes to what a comment is about. */
export function goTo({ section, etape }: About): void {
  const named = (name: string, value: string) =>
    document.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(value)}"]`);
  const part = (etape === undefined ? null : named('etape', etape)) ?? named('about', section ?? 'titre');
  if (!part) return;
  part.scrollIntoView({ block: 'center' });
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}
