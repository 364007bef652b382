import { beforeEach, describe, expect, test } from 'vitest';

import { childrenOf, fold } from '../board/fold';
import { preview } from '../board/preview';
import { Store } from '../board/store';
import { plain } from '../text/delta';
import type { Delta } from '../text/op';
import type { Change, Command, EntityState, Value } from '../wire/protocol.gen';
import type { Left } from './back';
import { History } from './History';

const B = 'board0000001';
const S = 'situation001';

/** A board with one text and three lines; whatever is done is true at once. */
class Bench {
  readonly history = new History();
  readonly board = new Store();
  now = 0;
  #acts = 0;
  #seq = 1;

  constructor() {
    const line = (id: string, rank: string) => entity(id, 'line', rank);
    const text = { ...entity(S, 'text', 'V'), fields: { titre: [{ insert: 'abc\n' }] } };
    for (const each of [
      entity(B, 'board', 'V'),
      text,
      line('one', 'F'),
      line('two', 'U'),
      line('three', 'k'),
    ])
      this.board.set(each.id, each);
  }

  act(...commands: readonly Command[]): string {
    const mark = this.history.did(commands, this.board, this.now, () => `act${++this.#acts}`);
    preview(this.board, commands);
    return mark;
  }

  type(at: number, insert: string): void {
    this.act({ type: 'editText', id: S, field: 'titre', delta: edit(at, { insert }) });
  }

  erase(at: number, count: number): void {
    this.act({ type: 'editText', id: S, field: 'titre', delta: edit(at, { delete: count }) });
  }

  colleague(...changes: readonly Change[]): void {
    for (const change of changes) {
      fold(this.board, change, { seq: ++this.#seq, by: 'mehdi', at: '' });
      if (change.type === 'edit') this.history.moved(change, 'mehdi');
      this.history.foreign(change, 'mehdi', this.board, () => false);
    }
  }

  types(at: number, insert: string): void {
    this.colleague({ type: 'edit', id: S, field: 'titre', delta: edit(at, { insert }) });
  }

  undo(mark?: string): readonly Left[] {
    return this.#done(this.history.undo(this.board, mark));
  }

  redo(): readonly Left[] {
    return this.#done(this.history.redo(this.board));
  }

  #done(taken: ReturnType<History['undo']>): readonly Left[] {
    preview(this.board, taken?.commands ?? []);
    return taken?.left ?? [];
  }

  get text(): string {
    return plain(this.board.get(S)?.fields['titre'] as Delta).trimEnd();
  }

  get lines(): string[] {
    return childrenOf(this.board, B, 'line').map(({ id }) => id);
  }

  value(id: string): unknown {
    return this.board.get(id)?.fields['value'];
  }
}

function entity(id: string, kind: string, rank: string): EntityState {
  return { kind, id, in: B, rank, fields: {}, written: {} };
}

function edit(at: number, op: Delta[number]): Delta {
  return at > 0 ? [{ retain: at }, op] : [op];
}

function set(id: string, value: Value): Command & { type: 'setField' } {
  return { type: 'setField', id, field: 'value', value };
}

let bench: Bench;
beforeEach(() => (bench = new Bench()));

describe('S-68 what is one act', () => {
  test('letters typed one after the other, erased ones too, until a pause of a second', () => {
    bench.type(3, 'd');
    bench.now = 900;
    bench.type(4, 'f');
    bench.erase(4, 1);
    bench.type(4, 'e');
    bench.now = 1_901;
    bench.type(5, 'f');
    expect(bench.text).toBe('abcdef');
    bench.undo();
    expect(bench.text).toBe('abcde');
    bench.undo();
    expect(bench.text).toBe('abc');
    bench.redo();
    bench.redo();
    expect(bench.text).toBe('abcdef');
  });

  test('the caret elsewhere, or an act of another kind, begins another', () => {
    bench.type(3, 'd');
    bench.type(0, 'x');
    bench.act({
      type: 'editText',
      id: S,
      field: 'titre',
      delta: [{ retain: 1, attributes: { bold: true } }],
    });
    bench.type(1, 'y');
    bench.act(set('one', 4));
    bench.act(set('one', 45));
    const texts = Array.from(
      { length: 5 },
      () => (bench.undo(), `${bench.text} ${String(bench.value('one'))}`),
    );
    expect(texts).toEqual([
      'xyabcd undefined',
      'xabcd undefined',
      'xabcd undefined',
      'abcd undefined',
      'abc undefined',
    ]);
  });

  test('where a colleague writes before the caret, one goes on all the same', () => {
    bench.type(3, 'd');
    bench.types(0, '12');
    bench.type(6, 'e');
    bench.undo();
    expect(bench.text).toBe('12abc');
  });

  test('of more than fifty the oldest stay', () => {
    for (let at = 0; at < 51; at++) bench.act(set(at % 2 ? 'one' : 'two', at));
    for (let at = 0; at < 60; at++) bench.undo();
    expect([bench.value('two'), bench.value('one')]).toEqual([0, undefined]);
  });

  test('a new act ends what could be done again', () => {
    bench.type(3, 'd');
    bench.undo();
    bench.type(0, 'x');
    bench.redo();
    expect(bench.text).toBe('xabc');
  });
});

describe('S-68 acts of each kind are taken back and done again', () => {
  test.each<[string, Command[]]>([
    ['a move', [{ type: 'move', id: 'three', in: B, after: 'one' }]],
    ['a move to the front', [{ type: 'move', id: 'three', in: B }]],
    ['a removal', [{ type: 'remove', id: 'two' }]],
    ['a creation', [{ type: 'create', kind: 'line', id: 'four', in: B, after: 'one', fields: {} }]],
    ['a member', [{ type: 'create', kind: 'line', id: `${B}~line~x`, in: B, fields: {} }]],
    ['several together', [set('one', 1), { type: 'remove', id: 'two' }, set('three', 3)]],
  ])('%s', (_, commands) => {
    const seen = () => JSON.stringify([bench.lines, ['one', 'three'].map((id) => bench.value(id))]);
    const before = seen();
    bench.act(...commands);
    const after = seen();
    expect(after).not.toBe(before);
    bench.undo();
    expect(seen()).toBe(before);
    bench.redo();
    expect(seen()).toBe(after);
    bench.undo();
    expect(seen()).toBe(before);
  });

  test('one that a toast offers, with others made since', () => {
    const mark = bench.act({ type: 'remove', id: 'two' });
    bench.type(3, 'd');
    bench.undo(mark);
    expect([bench.lines, bench.text]).toEqual([['one', 'two', 'three'], 'abcd']);
    bench.undo();
    expect(bench.text).toBe('abc');
  });
});

describe('S-69 what a colleague has changed since stays', () => {
  test('their letters in mine, and mine around them go', () => {
    bench.type(3, 'defg');
    bench.types(5, 'XY');
    bench.undo();
    expect(bench.text).toBe('abcXY');
    bench.redo();
    expect(bench.text).toBe('abcdeXYfg');
  });

  test('letters that I took out come back beside theirs', () => {
    bench.erase(0, 2);
    bench.types(0, 'X');
    bench.undo();
    expect([...bench.text].sort().join('')).toBe('Xabc');
  });

  test('a value, which is told once', () => {
    bench.act(set('one', 1));
    bench.now = 5_000;
    bench.act(set('one', 2));
    bench.colleague({ ...set('one', 9), type: 'set' });
    expect(bench.undo()).toEqual([{ id: 'one', field: 'value', by: 'mehdi' }]);
    expect(bench.undo()).toEqual([]);
    expect(bench.value('one')).toBe(9);
  });

  test('what they have begun in what I have made', () => {
    bench.act({ type: 'create', kind: 'line', id: 'four', in: B, after: 'three', fields: {} });
    bench.colleague({ ...set('four', 9), type: 'set' });
    expect(bench.undo()).toEqual([{ id: 'four', by: 'mehdi' }]);
    expect(bench.lines).toContain('four');
  });

  test('a place where they have put it, and what they have put in the bin', () => {
    bench.act({ type: 'move', id: 'three', in: B });
    bench.act(set('two', 2));
    bench.colleague({ type: 'move', id: 'three', in: B, rank: 'z' }, { type: 'remove', id: 'two' });
    expect(bench.undo()).toEqual([{ id: 'two', field: 'value', by: 'mehdi' }]);
    expect(bench.undo()).toEqual([{ id: 'three', by: 'mehdi' }]);
    expect(bench.lines).toEqual(['one', 'three']);
  });

  test('of an act only that part', () => {
    bench.act(set('one', 1), set('two', 2));
    bench.colleague({ ...set('one', 9), type: 'set' });
    expect(bench.undo()).toEqual([{ id: 'one', field: 'value', by: 'mehdi' }]);
    expect([bench.value('one'), bench.value('two')]).toEqual([9, undefined]);
  });
});
