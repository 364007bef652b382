import { sameAttributes } from './attributes';
import { DeltaBuilder } from './delta';
import type { Attributes, Delta } from './op';

interface Unit {
  readonly text: string;
  readonly attributes: Attributes | undefined;
}

/**
 * A change that makes `to` of `from`, both documents: what they share at both ends is kept, what lies
 * between is replaced, and words that are the same keep their place and only change their form. The
 * last newline of the one is that of the other, since nothing may come after it.
 */
export function diff(from: Delta, to: Delta): Delta {
  const before = unitsOf(from);
  const after = unitsOf(to);
  const shorter = Math.min(before.length, after.length) - 1;
  let start = 0;
  while (start < shorter && sameText(before[start], after[start])) start++;
  let end = 1;
  while (end <= shorter - start && sameText(before.at(-1 - end), after.at(-1 - end))) end++;
  const delta = new DeltaBuilder();
  for (let at = 0; at < start; at++) keep(delta, before[at], after[at]);
  for (const { text, attributes } of after.slice(start, after.length - end)) delta.insert(text, attributes);
  for (const { text } of before.slice(start, before.length - end)) delta.delete(text.length);
  for (let at = end; at > 0; at--) keep(delta, before.at(-at), after.at(-at));
  return delta.build();
}

function keep(delta: DeltaBuilder, before: Unit | undefined, after: Unit | undefined): void {
  if (before === undefined || after === undefined) return;
  if (sameAttributes(before.attributes, after.attributes)) {
    delta.retain(before.text.length);
    return;
  }
  const names = [
    ...new Set([...Object.keys(before.attributes ?? {}), ...Object.keys(after.attributes ?? {})]),
  ];
  const changed = names
    .sort()
    .filter((name) => before.attributes?.[name] !== after.attributes?.[name])
    .map((name) => [name, after.attributes?.[name] ?? null] as const);
  delta.retain(before.text.length, Object.fromEntries(changed));
}

/** One for each code point, so that no surrogate pair is cut. */
function unitsOf(document: Delta): Unit[] {
  return document.flatMap((op) =>
    'insert' in op ? Array.from(op.insert, (text) => ({ text, attributes: op.attributes })) : [],
  );
}

/** The mention of somebody is not that of somebody else, and never becomes it. */
function sameText(one: Unit | undefined, other: Unit | undefined): boolean {
  return one?.text === other?.text && one?.attributes?.['mention'] === other?.attributes?.['mention'];
}
