import { type Mark, type Node } from 'prosemirror-model';

import { DeltaBuilder } from '../../text/delta';
import { diff } from '../../text/diff';
import type { Attributes, Delta } from '../../text/op';
import { OBJECT } from '../../text/mention';
import { linesOf } from '../text/lines';
import { formOf, schema } from './schema';

/** A text as the editor has it. */
export function documentOf(delta: Delta): Node {
  const lines = linesOf(delta).map(({ runs, attributes }) =>
    schema.nodes.line.create(
      lineAttrs(attributes),
      runs.flatMap((run) => inlineOf(run.text, run.attributes)),
    ),
  );
  return schema.nodes.doc.create(null, lines);
}

/** What the editor has, as a text. */
export function deltaOf(document: Node): Delta {
  return deltaOfLines(document, 0, document.childCount);
}

/** What a person has made of a text: only lines that are others are compared, and a long text has many. */
export function changeOf(before: Node, after: Node): Delta {
  const shorter = Math.min(before.childCount, after.childCount) - 1;
  let start = 0;
  let index = 0;
  for (; start < shorter && before.child(start) === after.child(start); start++)
    index += before.child(start).content.size + 1;
  let end = 0;
  while (end < shorter - start && fromEnd(before, end) === fromEnd(after, end)) end++;
  const changed = diff(
    deltaOfLines(before, start, before.childCount - end),
    deltaOfLines(after, start, after.childCount - end),
  );
  return moved(changed, index);
}

/** The same change, of a text that begins so much earlier. */
function moved(change: Delta, index: number): Delta {
  const delta = new DeltaBuilder();
  delta.retain(index);
  for (const op of change) delta.add(op);
  return delta.build();
}

function fromEnd(document: Node, at: number): Node {
  return document.child(document.childCount - 1 - at);
}

function deltaOfLines(document: Node, from: number, to: number): Delta {
  const delta = new DeltaBuilder();
  for (let at = from; at < to; at++) {
    const line = document.child(at);
    line.forEach((run) => {
      delta.insert(run.text ?? OBJECT, attributesOf(run));
    });
    const form = formOf(line.attrs);
    delta.insert('\n', Object.keys(form).length === 0 ? undefined : { ...form });
  }
  return delta.build();
}

export function lineAttrs(attributes: Attributes | undefined): {
  header: number | null;
  list: string | null;
} {
  const { header, list } = attributes ?? {};
  return {
    header: typeof header === 'number' ? header : null,
    list: typeof list === 'string' ? list : null,
  };
}

/** Characters of one form, as the editor has them. */
export function inlineOf(text: string, attributes: Attributes | undefined): readonly Node[] {
  const person = attributes?.['mention'];
  if (typeof person !== 'string') return [schema.text(text, marksOf(attributes))];
  return Array.from(text, () => schema.nodes.mention.create({ person }, null, marksOf(attributes)));
}

function marksOf(attributes: Attributes | undefined): Mark[] {
  const { bold, italic, link } = attributes ?? {};
  return [
    ...(bold === true ? [schema.marks.bold.create()] : []),
    ...(italic === true ? [schema.marks.italic.create()] : []),
    ...(typeof link === 'string' ? [schema.marks.link.create({ href: link })] : []),
  ];
}

function attributesOf({ marks, type, attrs }: Node): Attributes | undefined {
  const attributes: (readonly [string, string | true])[] = marks.map(({ type, attrs }) => [
    type.name,
    type === schema.marks.link ? String(attrs['href']) : true,
  ]);
  if (type === schema.nodes.mention) attributes.push(['mention', String(attrs['person'])]);
  if (attributes.length === 0) return undefined;
  return Object.fromEntries(attributes.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Where an index of the text stands in the editor. */
export function positionAt(document: Node, index: number): number {
  let left = index;
  let position = 0;
  for (let at = 0; at < document.childCount; at++) {
    const line = document.child(at);
    if (left <= line.content.size) return position + 1 + left;
    left -= line.content.size + 1;
    position += line.nodeSize;
  }
  return document.content.size - 1;
}

/** Which index of the text a position of the editor is. */
export function indexAt(document: Node, position: number): number {
  const at = document.resolve(position);
  let index = at.depth === 0 ? 0 : at.parentOffset;
  for (let line = 0; line < at.index(0); line++) index += document.child(line).content.size + 1;
  return index;
}
