import type { Op } from '../../text/op';

/** The characters of a line of text, without the newline that ends it. */
export function lineOf(content: readonly Op[]): string {
  const text = content.map((op) => ('insert' in op ? op.insert : ''));
  return text.join('').replace(/\n$/, '');
}

/** One replacement in a line, in UTF-16 units. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/**
 * The replacement that a person made. Where several fit (a letter doubled), the one that ends at the
 * caret; never half of a surrogate pair.
 */
export function spliceBetween(before: string, after: string, caret: number): Splice | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  const tail = Math.min(after.length - Math.min(caret, after.length), shorter);
  let end = 0;
  while (end < tail && before.at(-1 - end) === after.at(-1 - end)) end++;
  let start = 0;
  while (start < shorter - end && before[start] === after[start]) start++;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (splits(before, start) || splits(after, start)) start--;
  if (splits(before, before.length - end) || splits(after, after.length - end)) end--;
  return {
    at: start,
    removed: before.length - end - start,
    inserted: after.slice(start, after.length - end),
  };
}

/** My replacement, made on the old line, for the line as somebody else has changed it meanwhile. */
export function rebase(mine: Splice, theirs: Splice = NOTHING): Op[] {
  const end = mine.at + mine.removed;
  const theirEnd = theirs.at + theirs.removed;
  const grown = theirs.inserted.length;
  const start = mine.at < theirs.at ? mine.at : Math.max(mine.at, theirEnd) - theirs.removed + grown;
  const left = Math.max(0, Math.min(end, theirs.at) - mine.at);
  const right = Math.max(0, end - Math.max(mine.at, theirEnd));
  const delta: Op[] = [];
  if (start > 0) delta.push({ retain: start });
  if (mine.inserted !== '') delta.push({ insert: mine.inserted });
  if (left > 0) delta.push({ delete: left });
  if (right > 0) {
    // What they wrote inside what I replaced stays.
    if (left > 0 && grown > 0) delta.push({ retain: grown }, { delete: right });
    else if (left > 0) delta.splice(-1, 1, { delete: left + right });
    else delta.push({ delete: right });
  }
  return delta;
}

const NOTHING: Splice = { at: 0, removed: 0, inserted: '' };

/** Where a position of the old line stands after a replacement by somebody else. */
export function through(position: number, { at, removed, inserted }: Splice): number {
  if (position <= at) return position;
  return Math.max(at, position - removed) + inserted.length;
}

function splits(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}
