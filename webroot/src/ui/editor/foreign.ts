import type { Transaction } from 'prosemirror-state';

import type { Attributes, Delta } from '../../text/op';
import { inlineOf, lineAttrs, positionAt } from './document';
import { schema } from './schema';

/** Brings what others did to a text into the editor, step by step, so that the caret stays where it is. */
export function applyForeign(tr: Transaction, delta: Delta): Transaction {
  let index = 0;
  for (const op of delta) {
    if ('insert' in op) {
      for (const part of op.insert.split(/(\n)/)) {
        if (part === '\n') breakLine(tr, index, op.attributes);
        else if (part !== '') tr.insert(positionAt(tr.doc, index), inlineOf(part, op.attributes));
        index += part.length;
      }
    } else if ('delete' in op) {
      remove(tr, index, op.delete);
    } else {
      if (op.attributes) form(tr, index, op.retain, op.attributes);
      index += op.retain;
    }
  }
  return tr;
}

/** The first half ends with the new newline and has its form; the second keeps that of the old one. */
function breakLine(tr: Transaction, index: number, attributes: Attributes | undefined): void {
  const position = positionAt(tr.doc, index);
  const start = tr.doc.resolve(position).before(1);
  tr.split(position);
  tr.setNodeMarkup(start, undefined, lineAttrs(attributes));
}

/** Where lines become one, what is left ends with the last newline and has its form. */
function remove(tr: Transaction, index: number, length: number): void {
  const from = positionAt(tr.doc, index);
  const to = positionAt(tr.doc, index + length);
  const last = tr.doc.resolve(to).parent.attrs;
  const start = tr.doc.resolve(from).before(1);
  tr.delete(from, to);
  if (tr.doc.nodeAt(start)?.attrs !== last) tr.setNodeMarkup(start, undefined, last);
}

function form(tr: Transaction, index: number, length: number, attributes: Attributes): void {
  for (let at = index; at < index + length;) {
    const position = positionAt(tr.doc, at);
    const inside = tr.doc.resolve(position);
    const rest = inside.parent.content.size - inside.parentOffset;
    if (rest === 0) {
      const now = inside.parent.attrs;
      tr.setNodeMarkup(inside.before(1), undefined, {
        ...now,
        ...('header' in attributes ? { header: attributes['header'] } : {}),
        ...('list' in attributes ? { list: attributes['list'] } : {}),
      });
      at++;
      continue;
    }
    const end = position + Math.min(rest, index + length - at);
    for (const [name, value] of Object.entries(attributes)) {
      const mark = name in schema.marks ? schema.marks[name as keyof typeof schema.marks] : undefined;
      if (!mark) continue;
      if (value === null) tr.removeMark(position, end, mark);
      else tr.addMark(position, end, mark.create(name === 'link' ? { href: value } : null));
    }
    at += end - position;
  }
}
