import { expect, test } from 'vitest';

import type { Draft } from '../../room/kept';
import type { EntityState } from '../../wire/protocol.gen';
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
  const commands = insertAgain(draft, board('Un mot de plus, Mot\n'));
  expect(commands?.[0]).toEqual(draft.commands[0]);
  expect(commands?.[1]).toMatchObject({ delta: [{ retain: 19 }, { insert: ' mien' }] });
});

const gone: Draft = { ...draft, reason: 'gone', details: { id: 's1' }, commands: draft.commands.slice(1) };

test('S-33 what is in the bin comes out of it with the text', () => {
  expect(insertAgain(gone, board('Mot\n', ['s1']))).toEqual([
    { type: 'restore', id: 's1' },
    { type: 'editText', id: 's1', field: 'consigne', delta: [{ retain: 3 }, { insert: ' mien' }] },
  ]);
});

test('S-33 what is in something in the bin comes back with it, and the text as it is there', () => {
  const inEtape: Draft = {
    ...gone,
    details: { id: 'e0' },
    commands: [{ type: 'editText', id: 'e0', field: 'texte', delta: [{ retain: 3 }, { insert: ' mien' }] }],
    texts: [{ ...draft.texts[0]!, id: 'e0', field: 'texte' }],
  };
  expect(insertAgain(inEtape, board('Un mot de plus, Mot\n', ['s1']))).toEqual([
    { type: 'restore', id: 's1' },
    { type: 'editText', id: 'e0', field: 'texte', delta: [{ retain: 19 }, { insert: ' mien' }] },
  ]);
});

test('what was to be made in something that is in the bin is made once that is back', () => {
  const made: Draft = { ...gone, commands: draft.commands.slice(0, 1), texts: [] };
  expect(insertAgain(made, board('Mot\n', ['s1']))).toEqual([
    { type: 'restore', id: 's1' },
    draft.commands[0],
  ]);
});

test('what somebody has brought back meanwhile is not brought back twice', () => {
  expect(insertAgain(gone, board('Mot\n'))).toEqual([gone.commands[0]]);
  const restored: Draft = { ...gone, commands: [{ type: 'restore', id: 's1' }], texts: [] };
  expect(insertAgain(restored, board('Mot\n', ['s1']))).toEqual([{ type: 'restore', id: 's1' }]);
});

test('S-43 of what is purged only the words are left', () => {
  expect(insertAgain(gone, () => undefined)).toBeUndefined();
  expect(wordsOf(gone)).toBe('Mot mien');
});

/** A board whose situation, and the étape in it, have a text; some of them in the bin. */
function board(text: string, inBin: readonly string[] = []) {
  const places: Readonly<Record<string, string>> = { b: 'b', s1: 'b', e0: 's1' };
  return (id: string): EntityState | undefined =>
    places[id] === undefined
      ? undefined
      : {
          kind: 'k',
          id,
          in: places[id],
          rank: 'V',
          fields: { consigne: [{ insert: text }], texte: [{ insert: text }] },
          written: {},
          ...(inBin.includes(id) ? { removed: { at: '2026-11-25T08:00:00Z', by: 'mehdi' } } : {}),
        };
}
