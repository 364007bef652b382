import type { ResolvedPos } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';

import type { Attributes, Delta, Op } from '../../text/op';
import { type PastedLine, pastedLines } from './clipboard';
import { indexAt } from './document';
import { applyForeign } from './foreign';
import { formOf, type LineForm } from './schema';

/** Puts what is in the clipboard in place of the selection. */
export function paste(view: EditorView, data: DataTransfer | null): boolean {
  const lines = pastedLines(data?.getData('text/html') ?? '', data?.getData('text/plain') ?? '');
  const tr = view.state.tr.deleteSelection();
  const insertion = insertionOf(lines, tr.selection.$from);
  const index = indexAt(tr.doc, tr.selection.from);
  view.dispatch(applyForeign(tr, index > 0 ? [{ retain: index }, ...insertion] : insertion).scrollIntoView());
  return true;
}

/** Lines at a caret: the first goes on with the line that is there, the last takes what follows. */
export function insertionOf(lines: readonly PastedLine[], caret: ResolvedPos): Delta {
  const here = formOf(caret.parent.attrs);
  const starts = caret.parentOffset === 0;
  const ends = caret.parentOffset === caret.parent.content.size;
  const ops: Op[] = lines.flatMap(({ text, form }, at): Op[] => {
    if (at === lines.length - 1) return [...text];
    const own = at === 0 && !starts ? here : form;
    return [
      ...text,
      Object.keys(own).length === 0 ? { insert: '\n' } : { insert: '\n', attributes: { ...own } },
    ];
  });
  const last = lines.at(-1)?.form ?? {};
  // The newline that is there ends the last line now: it takes its form, unless words follow.
  const takes = ends && (lines.length > 1 || (starts && Object.keys(last).length > 0));
  return takes ? [...ops, { retain: 1, attributes: whole(last) }] : ops;
}

function whole({ header, list }: LineForm): Attributes {
  return { header: header ?? null, list: list ?? null };
}
