import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Announcer, QUIET } from './announcer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('V-21 what others change is told at once, then at most once in 5 s, all names together', () => {
  const told: (readonly string[])[] = [];
  const announcer = new Announcer((names) => told.push(names));
  announcer.changed('Mehdi R.');
  for (const name of ['Sophie B.', 'Mehdi R.', 'Sophie B.']) announcer.changed(name);
  expect(told).toEqual([['Mehdi R.']]);
  vi.advanceTimersByTime(QUIET - 1);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(told.slice(1)).toEqual([['Sophie B.', 'Mehdi R.']]);
  vi.advanceTimersByTime(10 * QUIET);
  expect(told).toHaveLength(2);
  announcer.changed('Mehdi R.');
  expect(told).toHaveLength(3);
});

test('V-21 nothing is told of a page that is left', () => {
  const told: (readonly string[])[] = [];
  const announcer = new Announcer((names) => told.push(names));
  announcer.changed('Mehdi R.');
  announcer.changed('Sophie B.');
  announcer.stop();
  vi.advanceTimersByTime(QUIET);
  expect(told).toHaveLength(1);
});

test('V-137 what follows is told with the next announcement, of each thing the newest, and its author once', () => {
  const told: (readonly [readonly string[], readonly string[]])[] = [];
  const announcer = new Announcer((names, sentences) => told.push([names, sentences]));
  announcer.changed('Mehdi R.');
  announcer.changed('Mehdi R.');
  announcer.changed('Sophie B.');
  announcer.follows([{ about: 'cell', name: 'Mehdi R.', sentence: '1 situation (Mehdi R.)' }]);
  announcer.follows([{ about: 'cell', name: 'Mehdi R.', sentence: '2 situations (Mehdi R.)' }]);
  vi.advanceTimersByTime(QUIET - 1);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(told.slice(1)).toEqual([[['Sophie B.'], ['2 situations (Mehdi R.)']]]);
  announcer.follows([]);
  vi.advanceTimersByTime(2 * QUIET);
  expect(told).toHaveLength(2);
  announcer.follows([{ about: 'cell', name: 'Mehdi R.', sentence: '3' }]);
  expect(told.at(-1)).toEqual([[], ['3']]);
});
