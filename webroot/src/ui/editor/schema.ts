import { type Attrs, type DOMOutputSpec, type Node, Schema } from 'prosemirror-model';

import { safeLink } from '../text/lines';

/**
 * A text as the editor has it: lines, flat, each with the form that its newline carries. Flat, so that
 * a position in the text and a position in the editor are a sum apart.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'line+' },
    line: {
      content: 'inline*',
      attrs: { header: { default: null }, list: { default: null } },
      toDOM: lineToDom,
    },
    text: { group: 'inline' },
    // One position in the editor, as it is one in the text.
    mention: {
      group: 'inline',
      inline: true,
      selectable: false,
      attrs: { person: {} },
      toDOM: ({ attrs }): DOMOutputSpec => ['span', { 'data-mention': String(attrs['person']) }],
    },
  },
  marks: {
    bold: { toDOM: (): DOMOutputSpec => ['strong', 0] },
    italic: { toDOM: (): DOMOutputSpec => ['em', 0] },
    link: {
      attrs: { href: {} },
      inclusive: false,
      toDOM: ({ attrs }): DOMOutputSpec => ['a', { href: safeLink(attrs['href']) ?? '' }, 0],
    },
  },
});

function lineToDom({ attrs }: Node): DOMOutputSpec {
  const { header, list } = formOf(attrs);
  if (header !== undefined) return [header === 1 ? 'h4' : 'h5', 0];
  return ['p', list === undefined ? {} : { class: `item ${list}` }, 0];
}

/** The form of a line. */
export interface LineForm {
  readonly header?: number;
  readonly list?: string;
}

export function formOf(attrs: Attrs): LineForm {
  const { header, list } = attrs as { header: number | null; list: string | null };
  return { ...(header === null ? {} : { header }), ...(list === null ? {} : { list }) };
}
