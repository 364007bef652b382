import { sameAttributes } from './attributes';
import { DeltaBuilder, plain } from './delta';
import { mentionOf, OBJECT } from './mention';
import { type Attributes, type Delta, type Op, opLength } from './op';
import { OpReader } from './OpReader';

/**
 * A change that makes `to` of `from`, both documents: what they share at both ends is kept, what lies
 * between is replaced, and words that are the same keep their place and only change their form. The
 * last newline of the one is that of the other, since nothing may come after it.
 */
export function diff(from: Delta, to: Delta): Delta {
  const [before, after] = [plain(from), plain(to)];
  const { start, end } = shared(from, before, to, after);
  const old = new OpReader(from);
  const now = new OpReader(to);
  const delta = new DeltaBuilder();
  keep(delta, old, now, start);
  take(now, after.length - start - end, (op) => delta.add(op));
  take(old, before.length - start - end, (op) => delta.delete(opLength(op)));
  keep(delta, old, now, end);
  return delta.build();
}

/** How much of their words two documents share at each end, by characters; no surrogate pair is cut. */
function shared(from: Delta, before: string, to: Delta, after: string): { start: number; end: number } {
  const isSame = (one: number, other: number): boolean =>
    before[one] === after[other] &&
    // The mention of somebody is not that of somebody else, and never becomes it.
    (before[one] !== OBJECT || personAt(from, one) === personAt(to, other));
  const shorter = Math.min(before.length, after.length) - 1;
  let start = 0;
  while (start < shorter && isSame(start, start)) start++;
  if (/[\ud800-\udbff]/.test(before.charAt(start - 1))) start--;
  let end = 1;
  while (end <= shorter - start && isSame(before.length - 1 - end, after.length - 1 - end)) end++;
  if (/[\udc00-\udfff]/.test(before.charAt(before.length - end))) end--;
  return { start, end };
}

function personAt(document: Delta, index: number): string | undefined {
  let end = 0;
  const op = document.find((one) => index < (end += opLength(one)));
  return op && mentionOf(op);
}

function take(reader: OpReader, length: number, each: (op: Op) => unknown): void {
  for (let left = length; left > 0;) {
    const op = reader.next(left);
    each(op);
    left -= opLength(op);
  }
}

/** Keeps so many characters of a text, with the form that they have now. */
function keep(delta: DeltaBuilder, old: OpReader, now: OpReader, length: number): void {
  take(old, length, (op) => {
    take(now, opLength(op), (after) => delta.retain(opLength(after), formed(op, after)));
  });
}

/** What of the form of the same characters is another now; nothing where it is the same. */
function formed(old: Op, now: Op): Attributes | undefined {
  const [before, after] = [attributesOf(old), attributesOf(now)];
  if (sameAttributes(before, after)) return undefined;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].sort().filter((name) => before[name] !== after[name]);
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}

function attributesOf(op: Op): Attributes {
  return ('insert' in op ? op.attributes : undefined) ?? {};
}
