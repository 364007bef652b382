import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Op } from '../../text/op';
import { lineOf, rebase, spliceBetween, through, type Splice } from './line';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', '😁'), maxLength: 12 });

function apply(text: string, { at, removed, inserted }: Splice): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

function compose(text: string, delta: readonly Op[]): string {
  let at = 0;
  const parts = delta.map((op) => {
    if ('insert' in op) return op.insert;
    const from = at;
    at += 'retain' in op ? op.retain : op.delete;
    expect(at).toBeLessThanOrEqual(text.length);
    return 'retain' in op ? text.slice(from, at) : '';
  });
  return parts.join('') + text.slice(at);
}

/** A replacement on code points of a text. */
function spliceOn(text: string) {
  const points = [...text];
  return fc
    .record({ at: fc.nat(points.length), removed: fc.nat(points.length), inserted: word })
    .map(({ at, removed, inserted }): Splice => ({
      at: points.slice(0, at).join('').length,
      removed: points.slice(at, at + removed).join('').length,
      inserted,
    }));
}

describe('the replacement between two lines', () => {
  test('gives the second when applied to the first, on whole code points', () => {
    fc.assert(
      fc.property(word, word, fc.nat(20), (before, after, caret) => {
        const splice = spliceBetween(before, after, caret);
        if (splice === undefined) expect(after).toBe(before);
        else {
          expect(apply(before, splice)).toBe(after);
          for (const part of [splice.inserted, before.slice(0, splice.at), before.slice(splice.at)])
            expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('a doubled letter is the one at the caret', () => {
    expect(spliceBetween('ale', 'alle', 2)).toEqual({ at: 1, removed: 0, inserted: 'l' });
    expect(spliceBetween('ale', 'alle', 3)).toEqual({ at: 2, removed: 0, inserted: 'l' });
  });

  test('becomes a delta without empty operations', () => {
    expect(rebase({ at: 0, removed: 2, inserted: '' })).toEqual([{ delete: 2 }]);
    expect(rebase({ at: 3, removed: 0, inserted: 'x' })).toEqual([{ retain: 3 }, { insert: 'x' }]);
  });
});

describe('two people in one line', () => {
  test('what both inserted is there after a rebase, whatever was removed', () => {
    const both = word.chain((text) => fc.tuple(fc.constant(text), spliceOn(text), spliceOn(text)));
    fc.assert(
      fc.property(both, ([text, mine, theirs]) => {
        const result = compose(apply(text, theirs), rebase(mine, theirs));
        expect(result).toContain(mine.inserted);
        expect(result).toContain(theirs.inserted);
        expect(result.isWellFormed()).toBe(true);
      }),
    );
  });

  test('a caret stays before what is written at it, and follows what is written before it', () => {
    expect(through(3, { at: 3, removed: 0, inserted: 'xx' })).toBe(3);
    expect(through(3, { at: 1, removed: 0, inserted: 'xx' })).toBe(5);
    expect(through(3, { at: 1, removed: 9, inserted: 'x' })).toBe(2);
  });
});

test('a line is its characters without the last newline', () => {
  expect(lineOf([{ insert: 'Mairie\n' }])).toBe('Mairie');
});
