import { expect, test } from 'vitest';

import type { Delta } from './op';
import { documentFault, editFault, formFault, MAX_INSERTED, MAX_RUNS } from './rules';

/** A text of so many runs of one form. */
function runs(count: number): Delta {
  const words = Array.from({ length: count - 1 }, (_, at) =>
    at % 2 === 0 ? { insert: 'a', attributes: { bold: true } } : { insert: 'b' },
  );
  return [...words, { insert: '\n', attributes: { header: 1 } }];
}

test('T-6 one edit inserts so much and no more', () => {
  expect(formFault([{ insert: 'x'.repeat(MAX_INSERTED) }], 'rich')).toBeUndefined();
  expect(formFault([{ insert: 'x'.repeat(MAX_INSERTED + 1) }], 'rich')).toBe('tooLong');
});

test('T-6 a text has so many runs of one form and no more, and one that has too many may lose some', () => {
  expect(documentFault(runs(MAX_RUNS), 'rich', 200_000)).toBeUndefined();
  expect(documentFault(runs(MAX_RUNS + 1), 'rich', 200_000)).toBe('tooManyRuns');
  const bold = { insert: 'c', attributes: { italic: true } };
  expect(editFault(runs(MAX_RUNS), [bold], 'rich', 200_000)).toBe('tooManyRuns');
  expect(editFault(runs(MAX_RUNS + 2), [{ delete: 1 }], 'rich', 200_000)).toBeUndefined();
});

test('T-6 lengths beyond all texts are past the end', () => {
  expect(formFault([{ retain: 2 ** 31 - 1 }, { delete: 1 }], 'rich')).toBe('pastEnd');
});
