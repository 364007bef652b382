import { expect, test } from 'vitest';

import type { Command, EntityState } from '../wire/protocol.gen';
import { childrenOf } from './fold';
import { preview } from './preview';
import { Overlay, Store } from './store';

function line(id: string, rank: string): EntityState {
  return { kind: 'line', id, in: 'b', rank, fields: {}, written: {} };
}

function shown(...commands: readonly Command[]): string[] {
  const board: EntityState = { kind: 'board', id: 'b', in: 'b', rank: 'V', fields: {}, written: {} };
  const view = new Overlay(new Store([board, line('one', 'F'), line('two', 'U'), line('three', 'k')]));
  preview(view, commands);
  return childrenOf(view, 'b', 'line').map(({ id }) => id);
}

function create(id: string, after?: string): Command {
  return { type: 'create', kind: 'line', id, in: 'b', ...(after ? { after } : {}), fields: {} };
}

test('K-1 a new one comes first, or after the one that it follows', () => {
  expect(shown(create('new'))).toEqual(['new', 'one', 'two', 'three']);
  expect(shown(create('new', 'two'))).toEqual(['one', 'two', 'new', 'three']);
  expect(shown(create('new', 'nobody'))).toEqual(['one', 'two', 'three', 'new']);
});

test('K-1 one that comes out of the bin has its own place still', () => {
  const acts = [create('new', 'one'), { type: 'restore', id: 'two' }, create('newer', 'new')] as const;
  expect(shown({ type: 'remove', id: 'two' }, ...acts)).toEqual(['one', 'new', 'newer', 'two', 'three']);
});
