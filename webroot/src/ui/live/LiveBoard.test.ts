import { expect, test, vi } from 'vitest';

import type { EntityState, SetChange } from '../../wire/protocol.gen';
import type { Command } from '../model/board';
import { type Ground, LiveBoard } from './LiveBoard';

const ground: Ground = {
  send: () => undefined,
  fetchSnapshot: () => undefined,
  keep: () => undefined,
  after: () => undefined,
  now: () => 0,
  newClient: () => 'client',
  newId: () => 'id',
  refused: () => undefined,
  doubled: () => undefined,
  hidden: () => undefined,
};

function entity(id: string, owner: string, rank: string): EntityState {
  const kind = id === 'b' ? 'classe' : owner === 'b' ? 'situation' : 'etape';
  return { kind, id, in: owner, rank, fields: {}, written: {} };
}

function board() {
  const live = new LiveBoard('b', 'claire');
  const client = live.open(ground, 'client', undefined);
  live.reach('connected', false);
  client.connected(1, 1_000_000);
  const entities = [
    entity('b', 'b', 'V'),
    entity('s1', 'b', 'F'),
    entity('s2', 'b', 'V'),
    entity('e1', 's1', 'F'),
    entity('e2', 's1', 'V'),
  ];
  client.snapshot({ incarnation: 'i', seq: 1, entities });
  client.receive({ type: 'state', board: 'b', incarnation: 'i', role: 'ecriture', head: 1, pen: 1 });
  const { model } = live;
  let acts = 0;
  return {
    model,
    /** The server has this tab's next act. */
    acknowledge: (change: SetChange) => {
      const submission = {
        seq: acts + 2,
        by: 'claire',
        at: '2026-09-01T08:00:00Z',
        pen: 1,
        number: ++acts,
        changes: [change],
      };
      client.receive({ type: 'frame', board: 'b', from: acts, to: acts + 1, submissions: [submission] });
    },
    ask: (...commands: Command[]) => void model.send(...commands),
    list: (of: string, kind: string) => model.children(of, kind).map(({ id }) => id),
  };
}

test('what is made, moved, binned and taken out of the bin stands in its order, wherever it comes from', () => {
  const { ask, list } = board();
  expect([list('b', 'situation'), list('s1', 'etape')]).toEqual([
    ['s1', 's2'],
    ['e1', 'e2'],
  ]);
  ask({ type: 'create', kind: 'etape', id: 'e3', in: 's1', after: 'e1', fields: {} });
  expect(list('s1', 'etape')).toEqual(['e1', 'e3', 'e2']);
  ask({ type: 'move', id: 'e1', in: 's2' }, { type: 'move', id: 'e3', in: 's1', after: 'e2' });
  expect([list('s1', 'etape'), list('s2', 'etape')]).toEqual([['e2', 'e3'], ['e1']]);
  ask({ type: 'remove', id: 'e2' });
  expect(list('s1', 'etape')).toEqual(['e3']);
  ask({ type: 'restore', id: 'e2' });
  expect(list('s1', 'etape')).toEqual(['e2', 'e3']);
  ask({ type: 'remove', id: 's1' });
  ask({ type: 'restore', id: 's1' });
  expect([list('b', 'situation'), list('s1', 'etape')]).toEqual([
    ['s1', 's2'],
    ['e2', 'e3'],
  ]);
});

test('V-162 « Enregistré » comes back 0.3 s after the server has all of it, and not between two keys', () => {
  vi.useFakeTimers();
  const { model, ask, acknowledge } = board();
  const key = { type: 'set', id: 's1', field: 'status', value: 'pret' } as const;
  expect(model.status).toEqual({ state: 'saved' });
  for (let keys = 0; keys < 3; keys++) {
    ask({ ...key, type: 'setField' });
    expect(model.status).toEqual({ state: 'saving', count: 1 });
    acknowledge(key);
    vi.advanceTimersByTime(299);
    expect(model.status).toEqual({ state: 'saving', count: 0 });
  }
  vi.advanceTimersByTime(1);
  expect(model.status).toEqual({ state: 'saved' });
  vi.useRealTimers();
});
