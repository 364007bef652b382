import fc from 'fast-check';
import { expect, test } from 'vitest';

import { compose } from '../../text/delta';
import { changeOf, deltaOf } from './document';
import { schema } from './schema';

const word = fc.constantFrom('', 'a', 'ab', 'é', '😀', 'mot mot');
const line = fc
  .record({ words: word, list: fc.constantFrom(null, 'bullet'), bold: fc.boolean() })
  .map(({ words, list, bold }) =>
    schema.nodes.line.create(
      { header: null, list },
      words === '' ? [] : [schema.text(words, bold ? [schema.marks.bold.create()] : [])],
    ),
  );
const lines = fc.array(line, { maxLength: 4 });

test('the change between two documents that share lines makes the one of the other', () => {
  fc.assert(
    fc.property(lines, lines, lines, lines, line, (first, old, fresh, last, one) => {
      const before = schema.nodes.doc.create(null, [...first, ...old, ...last, one]);
      const after = schema.nodes.doc.create(null, [...first, ...fresh, ...last, one]);
      expect(compose(deltaOf(before), changeOf(before, after))).toEqual(deltaOf(after));
    }),
    { numRuns: 1_000 },
  );
});

test('a letter in a long text compares its line only', () => {
  const long = Array.from({ length: 500 }, (_, at) => schema.nodes.line.create(null, schema.text(`${at}`)));
  const before = schema.nodes.doc.create(null, long);
  const after = before.replace(
    1,
    1,
    schema.nodes.doc.create(null, schema.nodes.line.create(null, schema.text('x'))).slice(1, 2),
  );
  expect(changeOf(before, after)).toEqual([{ insert: 'x' }]);
});
