import { expect, test } from 'vitest';

import type { EntityState } from '../wire/protocol.gen';
import { comingBack, daysLeft, hiddenBy } from './bin';

const removed = { at: '2026-11-01T08:00:00Z', by: 'mehdi' };

function board(inBin: readonly string[]) {
  const places = { b: 'b', s1: 'b', s2: 'b', e1: 's1', e2: 's2', c1: 'e1' };
  const entities = new Map<string, EntityState>(
    Object.entries(places).map(([id, parent]) => [
      id,
      {
        kind: 'k',
        id,
        in: parent,
        rank: 'V',
        fields: {},
        written: {},
        ...(inBin.includes(id) ? { removed } : {}),
      },
    ]),
  );
  return (id: string) => entities.get(id);
}

test.each([
  [[], []],
  [['e1'], ['e1']],
  [['s1'], ['s1']],
  [
    ['e1', 's1'],
    ['s1', 'e1'],
  ],
  [['s2'], []],
])('S-43 with %j in the bin, %j hide a child of an étape', (inBin, hidden) => {
  expect(hiddenBy(board(inBin), 'c1')?.map(({ id }) => id)).toEqual(hidden);
});

test('S-43 what is purged, or is in what is, cannot come back', () => {
  const find = board(['s1']);
  expect(hiddenBy(find, 'nothing')).toBeUndefined();
  expect(hiddenBy((id) => (id === 's1' ? undefined : find(id)), 'e1')).toBeUndefined();
  expect(comingBack(find, ['e1', 'nothing'])).toBeUndefined();
});

test('what hides several comes back once, what it is in before it', () => {
  expect(comingBack(board(['e1', 's1', 's2']), ['c1', 'e1', 'e2'])).toEqual([
    { type: 'restore', id: 's1' },
    { type: 'restore', id: 'e1' },
    { type: 'restore', id: 's2' },
  ]);
  expect(comingBack(board([]), ['c1'])).toEqual([]);
});

test.each([
  ['2026-11-01T08:00:00Z', 30],
  ['2026-11-01T08:00:01Z', 30],
  ['2026-11-02T08:00:01Z', 29],
  ['2026-12-01T07:59:59Z', 1],
  ['2026-12-01T08:00:00Z', 0],
  ['2027-01-01T08:00:00Z', 0],
])('S-43 removed on 1 November, at %s it has %i days left', (now, left) => {
  expect(daysLeft(Date.parse(removed.at), Date.parse(now))).toBe(left);
});
