import { expect, test } from 'vitest';

import { fr } from './fr';
import { commentaires } from './fr/commentaires';
import { communes } from './fr/communes';

/** The sentences that take a list. */
const LISTS = [
  'bar',
  'with',
  'changed',
  'waits',
  'byBlocsOf',
  'also',
  'through',
  'worksIn',
  'types',
  'ignored',
  'leaves',
];

/** Every sentence with its name; those with blanks are given words without anything to set. */
function sentences(part: unknown, name: string): [string, string][] {
  if (typeof part === 'string') return [[name, part]];
  if (typeof part === 'function') {
    const fill = part as (...blanks: readonly unknown[]) => unknown;
    const takesList = LISTS.includes(name.split('.').at(-1) ?? '');
    const filled = takesList ? fill([]) : fill(2, 'mot', 3);
    return sentences(filled, name);
  }
  return Object.entries(part as object).flatMap(([key, value]) => sentences(value, `${name}.${key}`));
}

// Sentences that only come with what needs them are theirs.
test.each([
  ...sentences(fr, 'fr'),
  ...sentences(commentaires, 'commentaires'),
  ...sentences(communes, 'communes'),
])('%s is set in French: %s', (_name, sentence) => {
  expect(sentence).not.toMatch(/'|\.\.\.| [;:?!»]|« | min\b| caractères/);
  expect(sentence).toMatch(/\S/);
});
