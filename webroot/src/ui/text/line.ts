import { DeltaBuilder } from '../../text/delta';
import type { Delta, Op } from '../../text/op';

/** The characters of a line of text, without the newline that ends it. */
export function lineOf(content: readonly Op[]): string {
  const text = content.map((op) => ('insert' in op ? op.insert : ''));
  return text.join('').replace(/\n$/, '');
}

/**
 * The replacement that a person made in a line. Where several fit (a letter doubled), the one that ends
 * at the caret; never half of a surrogate pair.
 */
export function typed(before: string, after: string, caret: number): Delta {
  const shorter = Math.min(before.length, after.length);
  const tail = Math.min(after.length - Math.min(caret, after.length), shorter);
  let end = 0;
  while (end < tail && before.at(-1 - end) === after.at(-1 - end)) end++;
  let start = 0;
  while (start < shorter - end && before[start] === after[start]) start++;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (splits(before, start) || splits(after, start)) start--;
  if (splits(before, before.length - end) || splits(after, after.length - end)) end--;
  return new DeltaBuilder()
    .retain(start)
    .insert(after.slice(start, after.length - end))
    .delete(before.length - end - start)
    .build();
}

function splits(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}
