import { flushSync } from 'svelte';
import { expect, test } from 'vitest';

import type { Entity } from '../../board/view';
import type { Command, Place } from './board';
import { BoardModel } from './BoardModel.svelte';

function board() {
  const sent: (readonly Command[])[] = [];
  const places: (Place | undefined)[] = [];
  const model = new BoardModel('b', 'claire', {
    send: (commands) => `act${sent.push(commands)}`,
    undo: () => undefined,
    redo: () => undefined,
    place: (at) => places.push(at),
    find: () => undefined,
  });
  model.introduce({ claire: { name: 'Claire K.', hue: 0 }, mehdi: { name: 'Mehdi R.', hue: 1 } });
  model.show({
    entities: [
      { id: 's1', kind: 'situation', in: 'b', fields: {} },
      { id: 's2', kind: 'situation', in: 'b', fields: {} },
    ],
    children: [{ of: 'b', kind: 'situation', ids: ['s1', 's2'] }],
    texts: [{ id: 's1', field: 'titre', content: [{ insert: 'Un\n' }] }],
  });
  return { model, sent, places };
}

/** Counts how often something is read anew. */
function follow(read: () => unknown) {
  let times = 0;
  const stop = $effect.root(() => {
    $effect(() => {
      read();
      times++;
    });
  });
  flushSync();
  return { times: () => (flushSync(), times), stop };
}

test('what is read follows what moves, and only that', () => {
  const { model } = board();
  const title = follow(() => model.text('s1', 'titre'));
  const list = follow(() => model.children('b', 'situation'));
  model.show({ texts: [{ id: 's1', field: 'titre', content: [{ insert: 'Deux\n' }] }] });
  expect([title.times(), list.times()]).toEqual([2, 1]);
  model.show({ children: [{ of: 'b', kind: 'situation', ids: ['s2', 's1'] }] });
  expect([title.times(), list.times()]).toEqual([2, 2]);
  expect(model.children('b', 'situation').map(({ id }) => id)).toEqual(['s2', 's1']);
  title.stop();
  list.stop();
});

test('a letter in a text leaves its entity and the list that it is in as they were', () => {
  const { model } = board();
  const one = follow(() => model.entity('s1'));
  const list = follow(() => model.children('b', 'situation'));
  const entity = (fields: Entity['fields']) => ({ id: 's1', kind: 'situation', in: 'b', fields });
  model.show({
    entities: [entity({})],
    children: [{ of: 'b', kind: 'situation', ids: ['s1', 's2'] }],
    texts: [{ id: 's1', field: 'titre', content: [{ insert: 'Un!\n' }] }],
  });
  expect([one.times(), list.times()]).toEqual([1, 1]);
  model.show({ entities: [entity({ status: 'pret' })] });
  model.show({ entities: [entity({ status: 'bilan' })] });
  model.show({ entities: [entity({})] });
  expect([one.times(), model.entity('s1')?.fields]).toEqual([2, {}]);
  model.show({ entities: [{ ...entity({}), in: 's2' }] });
  expect([one.times(), list.times()]).toEqual([3, 3]);
  one.stop();
  list.stop();
});

test('what is gone is not there, even while the list still names it', () => {
  const { model } = board();
  model.show({ gone: ['s1'] });
  expect(model.entity('s1')).toBeUndefined();
  expect(model.children('b', 'situation').map(({ id }) => id)).toEqual(['s2']);
});

test('X and Y never look like the first blocs, and the ninth person has a colour', () => {
  const { model } = board();
  model.introduce({ nadia: { name: 'Nadia T.', hue: 8 } });
  expect(['claire', 'mehdi', 'nadia'].map((id) => model.person(id)?.hue)).toEqual([7, 3, 7]);
});

test('a text that nobody wrote is one empty line', () => {
  expect(board().model.text('s2', 'titre')).toEqual([{ insert: '\n' }]);
});

test('what others change glows in their hue, what I change does not', () => {
  const { model } = board();
  model.show({ by: 'claire', touched: [{ id: 's1', field: 'status' }] });
  expect(model.glow('s1', 'status')).toBeUndefined();
  model.show({ by: 'mehdi', touched: [{ id: 's1', field: 'status' }] });
  expect(model.glow('s1', 'status')).toMatchObject({ hue: 3 });
  expect(model.lastChange).toEqual({ by: 'mehdi' });
});

test('an open editor hears of foreign changes until it closes', () => {
  const { model } = board();
  const heard: unknown[] = [];
  const stop = model.listen('s1', 'titre', (delta) => heard.push(delta));
  const text = { id: 's1', field: 'titre', content: [{ insert: 'xUn\n' }], foreign: [{ insert: 'x' }] };
  model.show({ texts: [text] });
  stop();
  model.show({ texts: [text] });
  expect(heard).toEqual([[{ insert: 'x' }]]);
});

test('an act of one person leaves in one piece, an empty one not at all', () => {
  const { model, sent } = board();
  model.send({ type: 'remove', id: 's1' }, { type: 'remove', id: 's2' });
  model.send();
  expect(sent).toEqual([
    [
      { type: 'remove', id: 's1' },
      { type: 'remove', id: 's2' },
    ],
  ]);
});

test.each([
  ['lecture', false],
  ['commentaire', false],
  ['ecriture', true],
  ['responsable', true],
] as const)('the role %s may write: %s', (role, writes) => {
  const { model } = board();
  model.role = role;
  expect(model.writable).toBe(writes);
});

test('who is in no field is on the page that they look at, and on none once they have left it', () => {
  const { model, places } = board();
  const leave = model.look('s1');
  model.place({ id: 's1', field: 'titre', index: 2, length: 0 });
  model.place(undefined);
  const leaveOther = model.look('s2');
  leave();
  leaveOther();
  expect(places).toEqual([
    { id: 's1' },
    { id: 's1', field: 'titre', index: 2, length: 0 },
    { id: 's1' },
    { id: 's2' },
    undefined,
  ]);
});

test('S-51 what follows from the board is read by key, follows what is new, and glows in the colour of its author', () => {
  const { model } = board();
  const key = 'coverage/ma-b1-flux';
  const cell = (count: number) => ({ count, minutes: 0, drafts: 0, situations: [] });
  const one = follow(() => model.insight(key));
  const all = follow(() => model.insights('coverage/'));
  model.showInsights({ [key]: cell(1) }, [], ['mehdi']);
  expect([model.insight(key)?.count, model.insightGlow(key), one.times()]).toEqual([1, undefined, 2]);
  model.showInsights({ [key]: cell(1), 'coverage/ma-b2-projet': cell(0) }, [], []);
  expect([one.times(), model.insights('coverage/').map(([id]) => id)]).toEqual([
    2,
    ['ma-b1-flux', 'ma-b2-projet'],
  ]);
  model.showInsights({ [key]: cell(2) }, ['coverage/ma-b2-projet'], ['claire', 'mehdi']);
  expect(model.insightGlow(key)).toMatchObject({ by: 'mehdi', hue: 3 });
  expect(model.insights('coverage/')).toEqual([['ma-b1-flux', cell(2)]]);
  one.stop();
  all.stop();
});

test('what is not there yet is followed by itself', () => {
  const { model } = board();
  const empty = follow(() => model.text('s2', 'titre'));
  const gone = follow(() => model.entity('s9'));
  model.show({ texts: [{ id: 's1', field: 'titre', content: [{ insert: 'Deux\n' }] }] });
  model.show({ entities: [{ id: 's3', kind: 'situation', in: 'b', fields: {} }] });
  expect([empty.times(), gone.times()]).toEqual([1, 1]);
  model.show({ texts: [{ id: 's2', field: 'titre', content: [{ insert: 'Trois\n' }] }] });
  model.show({ entities: [{ id: 's9', kind: 'situation', in: 'b', fields: {} }] });
  expect([empty.times(), gone.times()]).toEqual([2, 2]);
  model.show({ gone: ['s9'] });
  expect([model.entity('s9'), gone.times()]).toEqual([undefined, 3]);
  empty.stop();
  gone.stop();
});

test('where nobody has come, gone or said again where they are, nothing is shown anew', () => {
  const { model } = board();
  const at = (field: string, index: number) => ({ at: { id: 's1', field, index } });
  const mehdi = { session: 1, person: 'mehdi', ...at('titre', 0) };
  model.presences = [mehdi];
  const title = follow(() => model.at('s1', 'titre'));
  const other = follow(() => model.at('s1', 'consigne'));
  model.presences = [mehdi, { session: 2, person: 'claire', ...at('consigne', 3) }];
  expect([title.times(), other.times()]).toEqual([1, 2]);
  // The same place said again is of another state of the text.
  model.presences = [{ ...mehdi }];
  expect([title.times(), other.times(), model.at('s1', 'consigne')]).toEqual([2, 3, []]);
  title.stop();
  other.stop();
});
