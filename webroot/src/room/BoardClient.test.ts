import { beforeEach, describe, expect, test } from 'vitest';

import { plain } from '../text/delta';
import type { Accepted, BoardState, Command, Down, EntityState, Up, UpSubmit } from '../wire/protocol.gen';
import type { Left } from './back';
import { BoardClient } from './BoardClient';
import type { Draft, Kept, Writing } from './kept';
import type { Moved, Standing, World } from './world';

const B = 'board0000001';
const S = 'situation001';

function entity(id: string, kind: string, fields: EntityState['fields'] = {}): EntityState {
  return { kind, id, in: B, rank: 'V', fields, written: {} };
}

function state(seq: number, text: string): BoardState {
  const entities = [entity(B, 'classe'), entity(S, 'situation', { titre: [{ insert: `${text}\n` }] })];
  return { incarnation: 'i1', seq, entities };
}

function insert(at: number, text: string): Command {
  const delta = at > 0 ? [{ retain: at }, { insert: text }] : [{ insert: text }];
  return { type: 'editText', id: S, field: 'titre', delta };
}

/** A client whose world is the test: what it asks is noted, and done when the test does it. */
class Bench {
  readonly sent: Up[] = [];
  readonly writes: { writing: Writing; done: (kept: boolean) => void }[] = [];
  readonly timers: { millis: number; task: () => void }[] = [];
  readonly drafts: Draft[] = [];
  readonly moved: Moved[] = [];
  readonly left: Left[] = [];
  standing: Standing | undefined;
  snapshots = 0;
  doubled = 0;
  hidden = 0;
  now = 1_000;
  names = 0;
  ids = 0;
  readonly client: BoardClient;

  constructor(found?: Kept) {
    const world: World = {
      send: (up) => this.sent.push(typeof up === 'string' ? (JSON.parse(up) as Up) : up),
      fetchSnapshot: () => this.snapshots++,
      keep: (writing, done) => this.writes.push({ writing: structuredClone(writing), done }),
      after: (millis, task) => this.timers.push({ millis, task }),
      now: () => this.now,
      newClient: () => `client${++this.names}`,
      newId: () => `id${++this.ids}`,
      moved: (moved) => this.moved.push(moved),
      left: (left) => this.left.push(...left),
      standing: (standing) => (this.standing = standing),
      role: () => undefined,
      people: () => undefined,
      presences: () => undefined,
      insights: () => undefined,
      unseen: () => undefined,
      refused: (draft) => this.drafts.push(draft),
      doubled: () => this.doubled++,
      hidden: () => this.hidden++,
    };
    this.client = new BoardClient(B, world, 'client0', found);
  }

  /** All that was written becomes durable. */
  land(kept = true): void {
    for (const { done } of this.writes.splice(0)) done(kept);
  }

  hear(down: Down): void {
    this.client.receive(down);
  }

  /** Joins at a seq, with nothing to catch up with unless said. */
  join(head: number, lastNumber = 0, lastSeq?: number): void {
    this.hear({
      type: 'state',
      board: B,
      incarnation: 'i1',
      role: 'ecriture',
      head,
      pen: 7,
      lastNumber,
      ...(lastSeq === undefined ? {} : { lastSeq }),
    });
  }

  frame(from: number, ...submissions: readonly Omit<Accepted, 'seq' | 'by' | 'at'>[]): void {
    this.hear({
      type: 'frame',
      board: B,
      from,
      to: from + submissions.length,
      submissions: submissions.map((each, at) => ({ seq: from + 1 + at, by: 'p', at: '', ...each })),
    });
  }

  edit(from: number, at: number, text: string, own?: number): void {
    const { delta, id, field } = insert(at, text) as Extract<Command, { type: 'editText' }>;
    const changes = [{ type: 'edit', id, field, delta } as const];
    this.frame(from, own === undefined ? { pen: 1, number: 1, changes } : { pen: 7, number: own, changes });
  }

  get submits(): UpSubmit[] {
    return this.sent.filter((up) => up.type === 'submit');
  }

  get text(): string {
    return plain(this.client.text(S, 'titre')).trimEnd();
  }
}

let bench: Bench;

/** Opened for the first time, on a board at seq 5. */
beforeEach(() => {
  bench = new Bench();
  bench.client.connected(1, 10_000);
  bench.client.snapshot(state(5, 'abc'));
  bench.join(5);
});

describe('sending', () => {
  test('S-60 nothing is sent before it is durable on this device', () => {
    bench.client.submit([insert(0, 'x')]);
    expect(bench.text).toBe('xabc');
    expect(bench.submits).toEqual([]);
    expect(bench.standing).toEqual({ joined: true, waiting: 1, keeps: true, kept: false });

    const { writing } = bench.writes.at(-1)!;
    expect(writing.queue).toMatchObject({ seq: 5, number: 1, inFlight: { number: 1 } });
    bench.land();
    expect(bench.submits).toMatchObject([{ number: 1, base: 5 }]);
    expect(bench.standing).toEqual({ joined: true, waiting: 1, keeps: true, kept: true });
  });

  test('S-61 where nothing can be kept it is sent all the same, and said not to be kept', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land(false);
    expect(bench.submits.length).toBe(1);
    expect(bench.standing).toEqual({ joined: true, waiting: 1, keeps: false, kept: false });
    bench.client.submit([insert(0, 'y')]);
    expect(bench.writes).toEqual([]);
  });

  test('S-62 one is on its way; the next leaves when it is answered, edits of one text as one', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.client.submit([insert(1, 'y')]);
    bench.client.submit([insert(2, 'z')]);
    bench.land();
    expect(bench.submits.length).toBe(1);
    bench.edit(5, 0, 'x', 1);
    bench.land();
    expect(bench.submits).toMatchObject([{ number: 1 }, { number: 2, base: 6 }]);
    expect(bench.text).toBe('xyzabc');
    expect(bench.standing?.waiting).toBe(1);
  });

  test('S-63 what was sent is sent again byte for byte, after the tail', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.client.disconnected();
    bench.client.connected(2, 10_000);
    bench.join(6);
    expect(bench.standing?.joined).toBe(false);
    expect(bench.submits.length).toBe(1);
    bench.edit(5, 0, 'o');
    expect(bench.submits[1]).toEqual(bench.submits[0]);
    expect(bench.text).toBe('oxabc');
  });

  test('S-63 what the tail has is not sent again', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.client.disconnected();
    bench.client.connected(2, 10_000);
    bench.join(6, 1, 6);
    bench.edit(5, 0, 'x', 1);
    expect(bench.submits.length).toBe(1);
    expect(bench.standing).toEqual({ joined: true, waiting: 0, keeps: true, kept: true });
  });

  test('S-34 what is not decided is sent again after the while that the server says', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.hear({ type: 'retry', board: B, number: 1, reason: 'rate', afterMs: 800 });
    const timer = bench.timers.at(-1)!;
    expect(timer.millis).toBe(800);
    timer.task();
    expect(bench.submits[1]).toEqual(bench.submits[0]);
  });

  test('S-50 of the places of quick keys the last is told, in the state of that moment', () => {
    const places = () => bench.sent.filter(({ type }) => type === 'presence');
    bench.client.at({ id: S, field: 'titre', index: 1 });
    bench.client.submit([insert(0, 'x')]);
    bench.client.at({ id: S, field: 'titre', index: 2 });
    expect(places()).toEqual([]);
    bench.land();
    const [timer, ...others] = bench.timers.splice(0).filter(({ millis }) => millis === 50);
    expect(others).toEqual([]);
    timer?.task();
    const at = { id: S, field: 'titre', index: 2 };
    expect(places()).toEqual([{ type: 'presence', board: B, seq: 5, after: 1, at }]);
    bench.client.at(undefined);
    bench.timers.at(-1)?.task();
    expect(places().at(-1)).toEqual({ type: 'presence', board: B, seq: 5, after: 1 });
  });

  test('S-50 a place that waits is not told of a board that is not joined', () => {
    bench.client.at({ id: S });
    bench.client.disconnected();
    for (const { task } of bench.timers.splice(0)) task();
    expect(bench.sent.filter(({ type }) => type === 'presence')).toEqual([]);
    bench.client.connected(2, 10_000);
    bench.join(5);
    expect(bench.sent.at(-1)).toEqual({ type: 'presence', board: B, seq: 5, after: 0, at: { id: S } });
  });

  test('S-2 what is longer than the server takes is put aside, and what follows goes on', () => {
    bench.client.submit([{ type: 'setField', id: S, field: 'status', value: 'é'.repeat(5_000) }]);
    expect(bench.drafts).toMatchObject([{ reason: 'tooBig' }]);
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    expect(bench.submits).toMatchObject([{ number: 1, commands: [{ type: 'editText' }] }]);
  });

  test('what the server cannot read is put aside', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.hear({ type: 'error', board: B, number: 1, reason: 'malformed' });
    expect(bench.drafts).toMatchObject([{ reason: 'malformed' }]);
    expect(bench.text).toBe('abc');
  });

  test('a damaged board is read, and what waits goes on waiting', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.hear({ type: 'error', board: B, number: 1, reason: 'quarantined' });
    expect(bench.drafts).toEqual([]);
    expect(bench.standing).toEqual({ joined: true, waiting: 1, keeps: true, kept: true });
  });
});

describe('what is found again', () => {
  function reopenedRecord(): Writing {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.client.submit([insert(1, 'y')]);
    return bench.writes.at(-1)!.writing;
  }

  function reopened(at: number): Bench {
    const { queue } = reopenedRecord();
    const { entities } = state(5, 'abc');
    const again = new Bench({ client: 'client0', queue, entities });
    again.now = at;
    again.client.show();
    return again;
  }

  test('S-60 a tab that is gone is found again with all that waited', () => {
    const again = reopened(2_000);
    expect(again.text).toBe('xyabc');
    again.client.connected(1, 10_000);
    expect(again.sent).toMatchObject([{ type: 'join', client: 'client0', since: 5 }]);
    again.join(5);
    expect(again.submits[0]).toEqual(bench.submits[0]);
    again.edit(5, 0, 'x', 1);
    again.land();
    expect(again.submits[1]).toMatchObject({ number: 2, base: 6 });
  });

  test('of the queue of another tab only the board is taken over, and written anew', () => {
    const { queue } = reopenedRecord();
    const other = new Bench({ client: 'another', queue, entities: state(5, 'abc').entities });
    other.client.show();
    expect(other.text).toBe('abc');
    expect(other.standing).toEqual({ joined: false, waiting: 0, keeps: true, kept: true });
    other.client.submit([insert(0, 'z')]);
    expect(other.writes.at(-1)?.writing).toMatchObject({ client: 'client0', anew: true, queue: { seq: 5 } });
  });

  test('S-66 after 14 days without an answer nothing of it is sent: all of it is put aside', () => {
    const again = reopened(1_000 + 14 * 24 * 3_600_000 + 1);
    again.client.connected(1, 10_000);
    again.join(5);
    expect(again.drafts.map(({ reason }) => reason)).toEqual(['expired', 'expired']);
    expect(again.submits).toEqual([]);
    expect(again.text).toBe('abc');
    expect(again.writes.at(-1)?.writing.drafts.length).toBe(2);
  });

  test('S-66 what had come true of it is known from the tail', () => {
    const again = reopened(1_000 + 15 * 24 * 3_600_000);
    again.client.connected(1, 10_000);
    again.join(6, 1, 6);
    again.edit(5, 0, 'x', 1);
    // The server has just answered: what was made after it is not too old.
    expect(again.drafts).toEqual([]);
    again.land();
    expect(again.submits).toMatchObject([{ number: 2 }]);
  });

  test.each([
    ['numberReused', { type: 'error', board: B, number: 1, reason: 'numberReused' }],
    ['old', { type: 'answer', board: B, number: 1, outcome: 'old', at: 5 }],
  ] as const)('S-25 after %s it goes on under a new name, and says so', (_, down) => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.hear(down);
    expect(bench.doubled).toBe(1);
    expect(bench.sent.at(-1)).toMatchObject({ type: 'join', client: 'client1' });
    expect(bench.writes.at(-1)?.writing).toMatchObject({
      client: 'client1',
      anew: true,
      queue: { number: 0 },
    });
    bench.join(5);
    bench.land();
    expect(bench.submits.at(-1)).toMatchObject({ client: 'client1', number: 1 });
  });

  test('S-25 a server that knows of more than is written here is not sent what it may have', () => {
    bench.client.disconnected();
    bench.client.submit([insert(0, 'x')]);
    bench.client.connected(2, 10_000);
    bench.join(5, 3, 5);
    expect(bench.doubled).toBe(1);
    expect(bench.sent.at(-1)).toMatchObject({ type: 'join', client: 'client1' });
  });
});

describe('what is refused', () => {
  test('S-64 it is taken out from under what was made on it, and written down with its reason', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.client.submit([insert(2, 'y')]);
    bench.hear({
      type: 'answer',
      board: B,
      number: 1,
      outcome: 'refused',
      reason: 'denied',
      details: {},
      at: 5,
    });
    expect(bench.text).toBe('aybc');
    expect(bench.drafts).toMatchObject([
      { board: B, reason: 'denied', merged: false, texts: [{ id: S, field: 'titre' }] },
    ]);
    // In one write with what is left of the queue: no end of the tab leaves it in both, or in none.
    const { writing } = bench.writes.find(({ writing: { drafts } }) => drafts.length > 0)!;
    expect(writing.queue.inFlight?.number).toBe(2);
    expect(writing.queue.pending).toEqual([]);
  });

  test('S-65 a text that is stale is merged and asked again, and what it was is put down', () => {
    bench.client.submit([insert(1, 'x')]);
    bench.land();
    bench.edit(5, 0, '12');
    expect(bench.text).toBe('12axbc');
    bench.hear({
      type: 'answer',
      board: B,
      number: 1,
      outcome: 'refused',
      reason: 'stale',
      details: {},
      at: 6,
    });
    expect(bench.text).toBe('12axbc');
    const [draft] = bench.drafts;
    expect(draft).toMatchObject({ reason: 'stale', merged: true });
    // What the person had before it: « abc » and an x.
    expect(draft?.texts).toEqual([
      { id: S, field: 'titre', base: [{ insert: 'abc\n' }], delta: [{ retain: 1 }, { insert: 'x' }] },
    ]);
    bench.land();
    expect(bench.submits.at(-1)).toMatchObject({
      number: 2,
      base: 6,
      commands: [{ delta: [{ retain: 3 }, { insert: 'x' }] }],
    });
  });

  test('S-64 a board that cannot be seen any more leaves what waited as drafts', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.hear({ type: 'error', board: B, reason: 'noBoard' });
    expect(bench.drafts).toMatchObject([{ reason: 'hidden' }]);
    expect(bench.hidden).toBe(1);
    expect(bench.writes.at(-1)?.writing.drafts.length).toBe(1);
  });
});

describe('a new snapshot', () => {
  test('S-67 what is on its way and is in it is not shown twice', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.client.submit([insert(1, 'y')]);
    bench.hear({ type: 'resync', board: B, from: 'snapshot', reason: 'lag' });
    bench.client.snapshot(state(8, 'xabcd'));
    // Nothing is shown before it is known whether the x is in it.
    expect(bench.text).toBe('xyabc');
    bench.join(8, 1, 7);
    expect(bench.text).toBe('xyabcd');
    expect(bench.standing?.waiting).toBe(1);
  });

  test('S-67 what is on its way and is not in it is carried over', () => {
    bench.client.submit([insert(0, 'x')]);
    bench.land();
    bench.hear({ type: 'resync', board: B, from: 'snapshot', reason: 'lag' });
    bench.client.snapshot(state(8, 'abcd'));
    bench.join(8, 0);
    expect(bench.text).toBe('xabcd');
    expect(bench.submits[1]).toEqual(bench.submits[0]);
  });

  test('S-67 an edit of which the server made something else moves on the screen', () => {
    bench.client.submit([insert(1, 'x')]);
    bench.land();
    bench.hear({ type: 'resync', board: B, from: 'snapshot', reason: 'lag' });
    // Somebody has replaced the a; where exactly cannot be seen from the two states.
    bench.client.snapshot(state(7, 'aabc'));
    bench.join(7, 0);
    const before = bench.text;
    bench.edit(7, 1, 'x', 1);
    expect([before, bench.text]).toEqual(['aaxbc', 'axabc']);
    expect(bench.moved.at(-1)?.texts[0]?.foreign).toEqual([{ retain: 1 }, { insert: 'xa' }, { delete: 2 }]);
  });

  test('S-40 a frame of another state is not applied', () => {
    bench.edit(6, 0, 'o');
    expect(bench.snapshots).toBe(2);
    expect(bench.text).toBe('abc');
    bench.client.snapshot(state(7, 'oabc'));
    bench.join(7);
    bench.frame(7, { changes: [{ type: 'remove', id: 'nosuchthing1' }] });
    expect(bench.snapshots).toBe(3);
  });

  test('S-44 a head that is told twice and does not come is asked for', () => {
    const joins = () => bench.sent.filter(({ type }) => type === 'join').length;
    bench.hear({ type: 'pong', id: 1, heads: { [B]: 6 } });
    expect(joins()).toBe(1);
    bench.hear({ type: 'pong', id: 2, heads: { [B]: 6 } });
    expect(joins()).toBe(2);
  });
});

describe('what is taken back', () => {
  const status = (value: string): Command => ({ type: 'setField', id: S, field: 'status', value });
  const set = (value: string) => ({ changes: [{ type: 'set', id: S, field: 'status', value }] as const });
  const own = (value: string, number: number) => ({ pen: 7, number, ...set(value) });
  const shown = () => bench.client.entity(S)?.fields['status'];
  const refuse = (number: number) =>
    bench.hear({
      type: 'answer',
      board: B,
      number,
      outcome: 'refused',
      reason: 'denied',
      details: {},
      at: 5,
    });

  test('S-68 while it waits, it leaves the queue and is never asked', () => {
    bench.client.disconnected();
    bench.client.submit([status('pret')]);
    bench.client.submit([insert(0, 'x')]);
    bench.client.undo();
    bench.client.undo();
    expect([shown(), bench.text, bench.standing?.waiting]).toEqual([undefined, 'abc', 0]);
    bench.client.redo();
    expect([shown(), bench.standing?.waiting]).toEqual(['pret', 1]);
  });

  test('S-68 once it is on its way, another act follows that makes up for it', () => {
    bench.client.submit([status('pret')]);
    bench.land();
    bench.client.undo();
    expect(shown()).toBeUndefined();
    bench.frame(5, own('pret', 1));
    bench.land();
    const { commands } = bench.submits[1]!;
    expect(commands).toEqual([{ type: 'setField', id: S, field: 'status' }]);
  });

  test('S-68 after a new snapshot and under another name too', () => {
    bench.client.submit([insert(3, 'xy')]);
    bench.land();
    bench.edit(5, 3, 'xy', 1);
    bench.hear({ type: 'resync', board: B, from: 'snapshot', reason: 'lag' });
    bench.client.snapshot(state(9, '12abcxy'));
    bench.join(9);
    bench.hear({ type: 'error', board: B, reason: 'client' });
    bench.join(9);
    bench.client.undo();
    expect(bench.text).toBe('12abc');
    expect(bench.moved.at(-1)?.texts).toMatchObject([{ foreign: [{ retain: 5 }, { delete: 2 }] }]);
  });

  test('S-69 what was refused is not taken back, nor asked again', () => {
    bench.client.submit([status('pret')]);
    bench.land();
    bench.client.undo();
    refuse(1);
    expect([shown(), bench.standing?.waiting]).toEqual([undefined, 0]);
    expect([bench.client.redo(), bench.client.undo()]).toEqual([undefined, undefined]);
    expect(bench.drafts.length).toBe(1);
  });

  test('S-69 letters taken out, and refused, do not come back twice', () => {
    const erase: Command = { type: 'editText', id: S, field: 'titre', delta: [{ delete: 2 }] };
    bench.client.submit([erase]);
    bench.land();
    bench.client.undo();
    refuse(1);
    expect([bench.text, bench.client.undo(), bench.standing?.waiting]).toEqual(['abc', undefined, 0]);
  });

  test('S-69 nor is any of what was sent together and refused', () => {
    const erase = (at: number): Command => {
      const delta = at > 0 ? [{ retain: at }, { delete: 1 }] : [{ delete: 1 }];
      return { type: 'editText', id: S, field: 'titre', delta };
    };
    bench.client.submit([insert(3, 'z')]);
    bench.land();
    bench.edit(5, 3, 'z', 1);
    bench.client.disconnected();
    for (const at of [0, 1]) {
      bench.now += 2_000;
      bench.client.submit([erase(at)]);
    }
    bench.client.connected(2, 10_000);
    bench.join(6, 1, 6);
    bench.land();
    expect([bench.text, bench.submits.length]).toEqual(['bz', 2]);
    refuse(2);
    expect(bench.text).toBe('abcz');
    bench.client.undo();
    expect([bench.text, bench.client.undo()]).toEqual(['abc', undefined]);
  });

  test('S-69 while taking back waits, a colleague’s change sends it away', () => {
    bench.client.submit([status('pret')]);
    bench.land();
    bench.frame(5, own('pret', 1));
    bench.client.disconnected();
    bench.client.undo();
    expect(shown()).toBeUndefined();
    bench.client.connected(2, 10_000);
    bench.join(7, 1, 6);
    bench.frame(6, set('bilan'));
    expect([shown(), bench.standing?.waiting]).toEqual(['bilan', 0]);
    expect(bench.left).toEqual([{ id: S, field: 'status', by: 'p' }]);
  });

  test('S-69 what a colleague did before mine came true is what it goes back to', () => {
    bench.client.submit([status('pret')]);
    bench.land();
    bench.frame(5, set('bilan'));
    bench.frame(6, own('pret', 1));
    bench.client.undo();
    expect([shown(), bench.left]).toEqual(['bilan', []]);
  });

  test('S-69 nobody knows who it was that a snapshot tells of', () => {
    bench.client.submit([status('pret')]);
    bench.land();
    bench.frame(5, own('pret', 1));
    bench.hear({ type: 'resync', board: B, from: 'snapshot', reason: 'lag' });
    bench.client.snapshot(state(9, 'abc'));
    bench.join(9);
    bench.client.undo();
    expect(bench.left).toEqual([{ id: S, field: 'status', by: undefined }]);
  });
});

test('what the server tells is written within a second, as one whole', () => {
  bench.land();
  bench.edit(5, 0, 'o');
  expect(bench.writes).toEqual([]);
  for (const { task } of bench.timers.splice(0)) task();
  expect(bench.writes.at(-1)?.writing).toMatchObject({
    anew: true,
    queue: { seq: 6 },
    entities: [{ id: B }, { id: S }],
  });
  bench.edit(6, 0, 'o');
  bench.client.leave();
  expect(bench.writes.at(-1)?.writing).toMatchObject({ anew: false, entities: [{ id: S }] });
});
