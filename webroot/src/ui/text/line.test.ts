import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compose, plain } from '../../text/delta';
import { lineOf, typed } from './line';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', '😁'), maxLength: 12 });

describe('what was typed between two states of a line', () => {
  test('gives the second when applied to the first, on whole code points', () => {
    fc.assert(
      fc.property(word, word, fc.nat(20), (before, after, caret) => {
        const delta = typed(before, after, caret);
        expect(plain(compose([{ insert: `${before}\n` }], delta))).toBe(`${after}\n`);
        let at = 0;
        for (const op of delta) {
          if ('insert' in op) expect(op.insert.isWellFormed()).toBe(true);
          else at += 'retain' in op ? op.retain : op.delete;
          expect(before.slice(0, at).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('a doubled letter is the one at the caret', () => {
    expect(typed('ale', 'alle', 2)).toEqual([{ retain: 1 }, { insert: 'l' }]);
    expect(typed('ale', 'alle', 3)).toEqual([{ retain: 2 }, { insert: 'l' }]);
  });

  test('is nothing where nothing was', () => {
    expect(typed('ale', 'ale', 1)).toEqual([]);
  });
});

test('a line is its characters without the last newline', () => {
  expect(lineOf([{ insert: 'Mairie\n' }])).toBe('Mairie');
});
