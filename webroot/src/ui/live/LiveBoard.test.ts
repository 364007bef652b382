import { expect, test } from 'vitest';

import type { EntityState } from '../../wire/protocol.gen';
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
  return {
    model,
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
