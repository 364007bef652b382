import type { Node } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';

import { tellFull } from '../text/full';

/**
 * Takes nothing into a text that would make it longer than it may be, and says so. Where others have made
 * it so long, what is there may still be written over.
 *
 * @param longest in characters, the newline that ends it apart
 * @param own whether a transaction is this person's
 */
export function bounded(longest: number, own: (tr: Transaction) => boolean): Plugin {
  return new Plugin({
    filterTransaction: (tr, { doc }) => {
      if (!tr.docChanged || !own(tr)) return true;
      const fits = lengthOf(tr.doc) <= Math.max(longest, lengthOf(doc));
      if (!fits) tellFull(longest);
      return fits;
    },
  });
}

/** A line is its characters and two signs of its own, one of which stands for its newline. */
function lengthOf(document: Node): number {
  return document.content.size - document.childCount - 1;
}
