import type { EditorState } from 'prosemirror-state';

import { safeLink } from '../text/lines';
import { schema } from './schema';

/** The longest address that a text takes, in characters (T-1). */
const LONGEST = 2_000;

/** An address as it may stand in a text; nothing where there is a disguise, or a scheme that could run. */
export function linkOf(href: string): string | undefined {
  const link = href.trim();
  return link.length <= LONGEST && !/[\s<>"\p{Cc}]/u.test(link) ? safeLink(link) : undefined;
}

/** What a person types for an address: the scheme may lack, of a page or of somebody's mail. */
export function addressOf(typed: string): string | undefined {
  const word = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(word)) return linkOf(word);
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(word)) return linkOf(`mailto:${word}`);
  return /^[^\s/.]+\.[^\s]+$/.test(word) ? linkOf(`https://${word}`) : undefined;
}

/** Where a link is, or is to be: the selection, or all of the link that the caret stands in. */
export interface LinkPlace {
  readonly from: number;
  readonly to: number;
  readonly href: string | undefined;
}

export function linkAt(state: EditorState): LinkPlace {
  const { from, to, empty, $from } = state.selection;
  let place: LinkPlace | undefined;
  const reach = empty ? { from: $from.start(), to: $from.end() } : { from, to };
  state.doc.nodesBetween(reach.from, reach.to, (node, position) => {
    const mark = schema.marks.link.isInSet(node.marks);
    if (!mark) return;
    const href = String(mark.attrs['href']);
    const end = position + node.nodeSize;
    // Words of one link may be several runs: bold ones, others.
    const grown = place?.href === href && place.to === position;
    if (empty && (position > from || end < from) && !grown) return;
    place = { from: grown ? (place?.from ?? position) : position, to: end, href };
  });
  if (empty) return place ?? { from, to, href: undefined };
  return { from, to, href: place?.href };
}
