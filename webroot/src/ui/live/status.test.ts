import { expect, test } from 'vitest';

import { type Known, statusOf } from './status';

const calm: Known = {
  standing: { joined: true, waiting: 0, keeps: true, kept: true },
  left: 0,
  reach: 'connected',
  slow: false,
  calm: true,
  still: true,
};

function waits(waiting: number, kept = true, keeps = true): Pick<Known, 'standing'> {
  return { standing: { joined: true, waiting, keeps, kept } };
}

test('« Enregistré » is said only when the server has everything, from this tab and those that are gone', () => {
  expect(statusOf(calm)).toEqual({ state: 'saved' });
  expect(statusOf({ ...calm, ...waits(1) })).toEqual({ state: 'saving', count: 1 });
  expect(statusOf({ ...calm, still: false })).toEqual({ state: 'saving', count: 0 });
  expect(statusOf({ ...calm, left: 2 })).toMatchObject({ state: 'waiting', count: 2 });
  expect(statusOf({ ...calm, reach: 'broken' })).toEqual({ state: 'reconnecting' });
  expect(statusOf({ ...calm, standing: { ...calm.standing, joined: false } })).toEqual({
    state: 'reconnecting',
  });
});

test('what waits for longer than an answer takes is counted', () => {
  expect(statusOf({ ...calm, ...waits(3), slow: true })).toMatchObject({ state: 'waiting', count: 3 });
});

test('without a connection it is said to be kept only once it is, and for a moment has been', () => {
  const away: Known = { ...calm, reach: 'away' };
  expect(statusOf({ ...away, ...waits(1) })).toEqual({ state: 'offline', count: 1, kept: 'yes' });
  expect(statusOf({ ...away, ...waits(1, false) })).toEqual({ state: 'offline', count: 1, kept: 'soon' });
  expect(statusOf({ ...away, ...waits(1), calm: false })).toMatchObject({ kept: 'soon' });
});

test('where nothing is kept it is said, with a connection and without', () => {
  expect(statusOf({ ...calm, ...waits(1, false, false) })).toMatchObject({ state: 'waiting', keeps: false });
  expect(statusOf({ ...calm, ...waits(1, false, false), reach: 'away' })).toMatchObject({ kept: 'never' });
});
