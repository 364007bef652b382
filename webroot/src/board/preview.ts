import type { Command, CreateCommand, EntityState } from '../wire/protocol.gen';
import { type Entities, fold, isLive, isText, siblingsIn } from './fold';
import { isMember } from './id';
import { rankBetween } from './rank';

/** What a person sees of an act before the server has decided it. */
const UNDECIDED = { seq: 0, by: '', at: '' };

/**
 * Shows commands as if they had been accepted. Without the schema's checks: what cannot be shown is
 * left out, and the server's refusal tells why.
 */
export function preview(entities: Entities, commands: readonly Command[]): void {
  for (const command of commands) show(entities, command);
}

function show(entities: Entities, command: Command): void {
  const { id } = command;
  const entity = entities.get(id);
  switch (command.type) {
    case 'create':
      if (isLive(entities, command.in)) create(entities, command, entity);
      break;
    case 'setField':
      if (isLive(entities, id)) fold(entities, { ...command, type: 'set' }, UNDECIDED);
      break;
    case 'editText':
      // In the bin as well: what is written there is on the screen again if it comes out of it.
      if (entity) fold(entities, { ...command, type: 'edit' }, UNDECIDED);
      break;
    case 'move': {
      if (!entity || isMember(id) || !isLive(entities, id) || !isLive(entities, command.in)) return;
      // Each kind has one kind of parent: what is in another would never be seen again.
      if (isRoot(entity) || entities.get(command.in)?.kind !== entities.get(entity.in)?.kind) return;
      const rank = rankAfter(entities, command.in, entity.kind, id, command.after);
      fold(entities, { type: 'move', id, in: command.in, rank }, UNDECIDED);
      break;
    }
    case 'remove':
      if (entity && !entity.removed && !isRoot(entity)) fold(entities, { type: 'remove', id }, UNDECIDED);
      break;
    case 'restore':
      if (entity?.removed) fold(entities, { type: 'restore', id }, UNDECIDED);
      break;
  }
}

/** An id is taken for ever, but by a member of a set, which comes out of the bin. */
function create(entities: Entities, command: CreateCommand, before: EntityState | undefined): void {
  const { id, kind, fields } = command;
  if (!before) {
    const rank = isMember(id) ? 'V' : rankAfter(entities, command.in, kind, id, command.after);
    fold(entities, { type: 'put', kind, id, in: command.in, rank, fields }, UNDECIDED);
  } else if (isMember(id) && before.removed) {
    fold(entities, { type: 'restore', id }, UNDECIDED);
    for (const [field, value] of Object.entries(fields))
      if (!isText(value)) fold(entities, { type: 'set', id, field, value }, UNDECIDED);
  }
}

function isRoot(entity: EntityState): boolean {
  return entity.in === entity.id;
}

/**
 * As the server places it: first without a sibling, after one in the bin where that one was, last after
 * one that is not there any more. Those in the bin have their places too, or one that comes out of it would
 * share its rank.
 */
function rankAfter(
  entities: Entities,
  parent: string,
  kind: string,
  id: string,
  after: string | undefined,
): string {
  const others = siblingsIn(entities, parent, kind).filter((sibling) => sibling.id !== id);
  const found = others.findIndex((sibling) => sibling.id === after);
  const place = after === undefined ? 0 : found < 0 ? others.length : found + 1;
  return rankBetween(others[place - 1]?.rank, others[place]?.rank);
}
