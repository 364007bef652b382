import { expect, test } from 'vitest';

import { isElsewhere, type Lane, othersIn, spotOf, stepped, under } from './lanes';

const lanes: readonly Lane[] = [
  { id: 'idee', items: ['a', 'b', 'c'] },
  { id: 'pret', items: ['d'] },
  { id: 'bilan', items: [] },
];

test('V-92 arrows go up, down and to the next column, and no further than its edges', () => {
  const go = (lane: string, place: number, ...keys: readonly string[]) =>
    keys.reduce((spot, key) => stepped(lanes, 'a', spot, key) ?? spot, { lane, place });
  expect(spotOf(lanes, 'a')).toEqual({ lane: 'idee', place: 0 });
  expect(go('idee', 0, 'ArrowUp')).toEqual({ lane: 'idee', place: 0 });
  expect(go('idee', 0, 'ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual({ lane: 'idee', place: 2 });
  expect(go('idee', 2, 'ArrowRight')).toEqual({ lane: 'pret', place: 1 });
  expect(go('idee', 2, 'ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual({ lane: 'bilan', place: 0 });
  expect(go('idee', 1, 'ArrowLeft', 'End')).toEqual({ lane: 'idee', place: 2 });
  expect(go('idee', 2, 'Home')).toEqual({ lane: 'idee', place: 0 });
  expect(stepped(lanes, 'a', { lane: 'idee', place: 0 }, 'x')).toBeUndefined();
});

test('V-92 places are counted among the others', () => {
  expect(othersIn(lanes, 'idee', 'b')).toEqual(['a', 'c']);
  expect(othersIn(lanes, 'pret', 'b')).toEqual(['d']);
});

const rows = (...middles: readonly number[]) => middles.map((middle, place) => ({ place, middle }));

test('V-93 a pointer means the nearest column, and the place before what is lower', () => {
  const boxes = [
    { id: 'idee', left: 0, right: 100, rows: rows(50, 150), count: 2 },
    { id: 'pret', left: 120, right: 220, rows: [], count: 0 },
  ];
  expect(under(boxes, 10, 10)).toEqual({ lane: 'idee', place: 0 });
  expect(under(boxes, 10, 60)).toEqual({ lane: 'idee', place: 1 });
  expect(under(boxes, -40, 900)).toEqual({ lane: 'idee', place: 2 });
  expect(under(boxes, 113, 60)).toEqual({ lane: 'pret', place: 0 });
  expect(under([], 0, 0)).toBeUndefined();
});

test('V-133 a pointer means places of the whole column, of which only some rows are on the page', () => {
  const seen = [
    { place: 0, middle: -4_000 },
    { place: 40, middle: 50 },
    { place: 41, middle: 150 },
    { place: 89, middle: 9_000 },
  ];
  const long = [{ id: 'idee', left: 0, right: 100, rows: seen, count: 90 }];
  expect(under(long, 10, 60)).toEqual({ lane: 'idee', place: 41 });
  expect(under(long, 10, 9_900)).toEqual({ lane: 'idee', place: 90 });
});

test('V-94 what somebody else has moved or removed is told from what they did around it', () => {
  const now = (items: readonly string[]): readonly Lane[] => [{ id: 'idee', items }, ...lanes.slice(1)];
  expect(isElsewhere(lanes, now(['a', 'b', 'c']), 'b')).toBe(false);
  expect(isElsewhere(lanes, now(['a', 'new', 'b', 'c']), 'b')).toBe(false);
  expect(isElsewhere(lanes, now(['b', 'c']), 'b')).toBe(false);
  expect(isElsewhere(lanes, now(['b']), 'b')).toBe(false);
  expect(isElsewhere(lanes, now(['b', 'c', 'a']), 'b')).toBe(false);
  expect(isElsewhere(lanes, now(['b', 'a', 'c']), 'b')).toBe(true);
  expect(isElsewhere(lanes, now(['a', 'c']), 'b')).toBe(true);
  expect(isElsewhere(lanes, [{ id: 'pret', items: ['b'] }], 'b')).toBe(true);
});
