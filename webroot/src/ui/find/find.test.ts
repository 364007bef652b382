import { expect, test } from 'vitest';

import type { BoardView, Entity } from '../../board/view';
import { find } from './find';

const texts: Record<string, string> = {
  's1/titre': 'Le guichet unique',
  's1/description': 'La mairie réunit\nl’état civil.',
  's2/titre': 'Un forum',
  'e1/livrable': 'Fiche de l’ÉTAT des lieux',
  'x1/titre': 'état d’une situation retirée',
};
const entities: readonly Entity[] = [
  { id: 's1', kind: 'situation', in: 'b', fields: {} },
  { id: 's2', kind: 'situation', in: 'b', fields: {} },
  { id: 'e1', kind: 'etape', in: 's2', fields: {} },
];
const board: BoardView = {
  id: 'b',
  entity: (id) => entities.find((entity) => entity.id === id),
  children: (of, kind) => entities.filter((entity) => entity.in === of && entity.kind === kind),
  text: (id, field) => [{ insert: `${texts[`${id}/${field}`] ?? ''}\n` }],
};

const name = (person: string) => person.slice(1);

test('V-50 words are found in titles and prose of what is live, accents and case apart', () => {
  expect(
    find(board, 'ETAT', 50, name).map(({ situation, id, field, match }) => [situation, id, field, match]),
  ).toEqual([
    ['s1', 's1', 'description', 'état'],
    ['s2', 'e1', 'livrable', 'ÉTAT'],
  ]);
  expect(find(board, 'reunit l’etat', 50, name)).toEqual([
    {
      situation: 's1',
      id: 's1',
      field: 'description',
      before: 'La mairie ',
      match: 'réunit l’état',
      after: ' civil.',
    },
  ]);
});

test('V-50 nothing is found for nothing, and no more than was asked for', () => {
  expect([find(board, '  ', 50, name), find(board, 'zz', 50, name)]).toEqual([[], []]);
  expect(find(board, 'e', 2, name)).toHaveLength(2);
});

test('a long text is shown around the words', () => {
  const long: BoardView = {
    ...board,
    text: () => [{ insert: `${'a '.repeat(50)}œuvre${' b'.repeat(50)}\n` }],
  };
  const [found] = find(long, 'œuvre', 1, name);
  expect([found?.match, found?.before.length, found?.after.length]).toEqual(['œuvre', 41, 41]);
});

test('V-47 somebody whom a text mentions is found by name', () => {
  const text = [
    { insert: 'Voir ' },
    { insert: '\ufffc', attributes: { mention: 'pMehdi' } },
    { insert: ' ici\n' },
  ];
  const mentioning: BoardView = { ...board, text: (id) => (id === 's1' ? text : [{ insert: '\n' }]) };
  expect(find(mentioning, 'mehdi i', 1, name)).toMatchObject([
    { id: 's1', before: 'Voir @', match: 'Mehdi i', after: 'ci' },
  ]);
});
