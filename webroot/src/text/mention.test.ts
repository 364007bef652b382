import { expect, test } from 'vitest';

import { isPerson, withoutMentions, worded } from './mention';
import type { Delta } from './op';
import { editFault } from './rules';

const mention = (person: string) => ({ insert: '\ufffc', attributes: { mention: person } });
const said: Delta = [
  { insert: 'Voir ' },
  mention('pMehdi'),
  { insert: ' puis ' },
  mention('pClaire'),
  { insert: '.\n' },
];

test('T-7 a mention and its character are inserted together, and a retain has none', () => {
  expect(editFault(said, [{ retain: 5 }, mention('pClaire')], 'rich', 100)).toBeUndefined();
  expect(editFault(said, [{ retain: 5 }, { delete: 1 }], 'rich', 100)).toBeUndefined();
  expect(editFault(said, [{ insert: '\ufffc' }], 'rich', 100)).toBe('misplacedAttribute');
  expect(editFault(said, [{ insert: '\ufffc' }], 'line', 100)).toBe('misplacedAttribute');
  expect(editFault(said, [{ ...mention('pMehdi'), insert: 'Mehdi' }], 'rich', 100)).toBe(
    'misplacedAttribute',
  );
  for (const person of ['pClaire', null])
    expect(editFault(said, [{ retain: 1, attributes: { mention: person } }], 'rich', 100)).toBe(
      'misplacedAttribute',
    );
});

test.each([
  ['pMehdi_-9', true],
  ['p', false],
  [`p${'a'.repeat(23)}`, false],
  ['systeme', false],
  ['Mehdi R.', false],
  [true, false],
])('T-7 %s is the id of a person: %s', (value, is) => {
  expect(isPerson(value)).toBe(is);
});

test('V-47 the words of a text have the names of those whom it mentions', () => {
  expect(worded(said, (person) => person.slice(1))).toBe('Voir @Mehdi puis @Claire.\n');
});

test('V-31 without its mentions a text has no name and no double space', () => {
  expect(withoutMentions(said)).toEqual([{ insert: 'Voir puis .\n' }]);
  expect(withoutMentions([mention('pMehdi'), { insert: ' lit\n' }])).toEqual([{ insert: 'lit\n' }]);
});
