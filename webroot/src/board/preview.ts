import type { Command } from '../wire/protocol.gen';
import { allChildrenOf, type Entities, fold, isLive } from './fold';
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
    case 'create': {
      if (entity && !entity.removed) return;
      if (!isLive(entities, command.in)) return;
      if (entity) {
        fold(entities, { type: 'restore', id }, UNDECIDED);
        return;
      }
      const { kind, fields } = command;
      const rank = id.includes('~') ? 'V' : rankAfter(entities, command.in, kind, id, command.after);
      fold(entities, { type: 'put', kind, id, in: command.in, rank, fields }, UNDECIDED);
      break;
    }
    case 'setField':
      if (isLive(entities, id)) fold(entities, { ...command, type: 'set' }, UNDECIDED);
      break;
    case 'editText':
      if (isLive(entities, id)) fold(entities, { ...command, type: 'edit' }, UNDECIDED);
      break;
    case 'move': {
      if (!entity || !isLive(entities, id) || !isLive(entities, command.in)) return;
      const rank = rankAfter(entities, command.in, entity.kind, id, command.after);
      fold(entities, { type: 'move', id, in: command.in, rank }, UNDECIDED);
      break;
    }
    case 'remove':
      if (entity && !entity.removed) fold(entities, { type: 'remove', id }, UNDECIDED);
      break;
    case 'restore':
      if (entity?.removed) fold(entities, { type: 'restore', id }, UNDECIDED);
      break;
  }
}

/**
 * As the server places it: first without a sibling, last after one that is not there any more. Those in
 * the bin have their places too, or one that comes out of it would share its rank.
 */
function rankAfter(
  entities: Entities,
  parent: string,
  kind: string,
  id: string,
  after: string | undefined,
): string {
  const others = allChildrenOf(entities, parent, kind).filter((sibling) => sibling.id !== id);
  const found = others.findIndex((sibling) => sibling.id === after);
  const place = after === undefined ? 0 : found < 0 ? others.length : found + 1;
  return rankBetween(others[place - 1]?.rank, others[place]?.rank);
}
