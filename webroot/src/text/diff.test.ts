import { expect, test } from 'vitest';

import { compose, deltaLength } from './delta';
import { diff } from './diff';
import { expectSame, forAll, seed } from '../../tools/forAll';
import { type Delta, opLength } from './op';

test(
  `a difference makes the one text of the other, and leaves the last newline (seed ${seed})`,
  { timeout: 60_000 },
  () => {
    forAll(20_000, ({ document, one }) => {
      const after = compose(document, one);
      const delta = diff(document, after);
      expectSame(compose(document, delta), after);
      if (writesPast(deltaLength(document) - 1, delta)) expect(delta).toBe('before the last newline');
    });
  },
);

/** Whether it inserts after an index or deletes what stands there. */
function writesPast(index: number, delta: Delta): boolean {
  let at = 0;
  for (const op of delta) {
    if ('insert' in op ? at > index : 'delete' in op && at + op.delete > index) return true;
    if (!('insert' in op)) at += opLength(op);
  }
  return false;
}

test('T-2 Enter at the end of a text breaks the line before its last newline', () => {
  expect(diff([{ insert: 'ab\n' }], [{ insert: 'ab\n\n' }])).toEqual([{ retain: 2 }, { insert: '\n' }]);
});

test('T-2 a last line that goes takes the newline before it', () => {
  expect(diff([{ insert: 'ab\n\n' }], [{ insert: 'ab\n' }])).toEqual([{ retain: 2 }, { delete: 1 }]);
});

test('T-2 a new paragraph after a heading takes the last newline, the heading one of its own', () => {
  const heading = [{ insert: 'Titre' }, { insert: '\n', attributes: { header: 1 } }];
  expect(diff(heading, [...heading, { insert: '\n' }])).toEqual([
    { retain: 5 },
    { insert: '\n', attributes: { header: 1 } },
    { retain: 1, attributes: { header: null } },
  ]);
});

test('a pair of surrogates changes as one', () => {
  expect(diff([{ insert: '😀\n' }], [{ insert: '😁\n' }])).toEqual([{ insert: '😁' }, { delete: 2 }]);
});

test('T-7 the mention of somebody else is another mention: it is replaced, not changed', () => {
  const mention = (person: string): Delta => [
    { insert: 'à ' },
    { insert: '\ufffc', attributes: { mention: person } },
    { insert: ' de lire\n' },
  ];
  expect(diff(mention('pClaire'), mention('pMehdi'))).toEqual([
    { retain: 2 },
    { insert: '\ufffc', attributes: { mention: 'pMehdi' } },
    { delete: 1 },
  ]);
});
