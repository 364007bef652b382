import { expect, test } from 'vitest';

import type { Draft } from '../../room/kept';
import { insertAgain, wordsOf } from './draft';

const draft: Draft = {
  id: 'd1',
  board: 'b',
  at: 0,
  reason: 'denied',
  details: {},
  merged: false,
  commands: [
    { type: 'create', kind: 'etape', id: 'e1', in: 's1', fields: { titre: [{ insert: 'Une étape\n' }] } },
    { type: 'editText', id: 's1', field: 'consigne', delta: [{ retain: 3 }, { insert: ' mien' }] },
  ],
  texts: [
    {
      id: 's1',
      field: 'consigne',
      base: [{ insert: 'Mot\n' }],
      delta: [{ retain: 3 }, { insert: ' mien' }],
    },
  ],
};

test('a draft is read as the person had it', () => {
  expect(wordsOf(draft)).toBe('Une étape\nMot mien');
});

test('inserted again it is merged into what the text has become', () => {
  const commands = insertAgain(draft, () => [{ insert: 'Un mot de plus, Mot\n' }]);
  expect(commands[0]).toEqual(draft.commands[0]);
  expect(commands[1]).toMatchObject({ delta: [{ retain: 19 }, { insert: ' mien' }] });
});

test('what is in the bin comes out of it with the text', () => {
  const gone: Draft = { ...draft, reason: 'gone', details: { id: 's1' }, commands: draft.commands.slice(1) };
  expect(insertAgain(gone, () => [{ insert: 'Mot\n' }])).toEqual([
    { type: 'restore', id: 's1' },
    { type: 'editText', id: 's1', field: 'consigne', delta: [{ retain: 3 }, { insert: ' mien' }] },
  ]);
});
