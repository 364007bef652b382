import { memberId } from '../../board/id';
import type { Entity } from '../../board/view';
import type { Conduite } from '../../parcours/situation';
import { fr } from '../fr';
import type { CreateCommand, Value } from '../../wire/protocol.gen';
import type { Command } from './board';
import type { BoardModel } from './BoardModel.svelte';
import { toasts } from './toasts.svelte';
import { undo } from './undoing';

/** Puts a target in a set, or takes it out. */
export function member(owner: string, kind: string, target: string, present: boolean): Command {
  const id = memberId(owner, kind, target);
  return present ? { type: 'create', kind, id, in: owner, fields: {} } : { type: 'remove', id };
}

/** Gives a field a value, or empties it. */
export function setting(id: string, field: string, value: Value | undefined): Command {
  return { type: 'setField', id, field, ...(value === undefined ? {} : { value }) };
}

/** Proposes who is to lead an étape, in place of what one has proposed before. */
export function propose(board: BoardModel, etape: string, conduite: Conduite): void {
  const id = memberId(etape, 'proposition', board.me);
  const fields = { conduitePar: conduite };
  board.send(
    board.entity(id)
      ? { type: 'setField', id, field: 'conduitePar', value: conduite }
      : { type: 'create', kind: 'proposition', id, in: etape, fields },
  );
}

/** What makes a child behind those that are there. */
export function behind(
  board: BoardModel,
  kind: string,
  owner: string,
  fields: CreateCommand['fields'] = {},
): CreateCommand {
  const last = board.children(owner, kind).at(-1);
  return {
    type: 'create',
    kind,
    id: board.newId(),
    in: owner,
    ...(last ? { after: last.id } : {}),
    fields,
  };
}

/** Adds a child behind those that are there, with what it starts from. */
export function append(
  board: BoardModel,
  kind: string,
  owner: string,
  start: (id: string) => readonly Command[] = () => [],
): string {
  const made = behind(board, kind, owner);
  board.send(made, ...start(made.id));
  return made.id;
}

/** Adds a situation in which competences are wished for before an étape works them. */
export function appendWith(board: BoardModel, competences: readonly string[]): string {
  return append(board, 'situation', board.id, (id) =>
    competences.map((competence) => member(id, 'competenceEnvisagee', competence, true)),
  );
}

/** Puts a child at a place among its siblings, counted from 0 without it. */
export function moveTo(
  board: BoardModel,
  siblings: readonly Entity[],
  id: string,
  place: number,
  name: string,
): void {
  const owner = siblings.find((sibling) => sibling.id === id)?.in;
  const others = siblings.filter((sibling) => sibling.id !== id);
  if (owner === undefined || place < 0 || place > others.length) return;
  const after = others[place - 1];
  const act = board.send({ type: 'move', id, in: owner, ...(after ? { after: after.id } : {}) });
  offerBack(board, act, fr.move.moved(name, place + 1, siblings.length));
}

/** Puts a child, with all that is in it, in another owner, and says so. */
export function moveInto(
  board: BoardModel,
  id: string,
  owner: string,
  after: string | undefined,
  text: string,
): void {
  const act = board.send({ type: 'move', id, in: owner, ...(after === undefined ? {} : { after }) });
  offerBack(board, act, text);
}

/** Puts an entity in the bin, and offers to take it out again. */
export function bin(board: BoardModel, id: string, name: string): void {
  offerBack(board, board.send({ type: 'remove', id }), fr.move.removed(name));
}

/** Says what was done, and offers to take just that back. */
export function offerBack(board: BoardModel, act: string | undefined, text: string): void {
  const run = () => void undo(board, act);
  toasts.show({ text, action: { label: fr.undo.undo, key: fr.undo.undoKey, run } });
}
