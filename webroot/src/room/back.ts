import { sameValue } from '../board/difference';
import { type Entities, isLive, isText, siblingsIn, textOf } from '../board/fold';
import { invert } from '../text/delta';
import type {
  Change,
  Command,
  CreateCommand,
  EditTextCommand,
  EntityState,
  RemoveCommand,
  RestoreCommand,
  SetFieldCommand,
} from '../wire/protocol.gen';

/** Where an entity stands: its parent, and its siblings before it, the nearest last. */
export interface Standpoint {
  readonly in: string;
  readonly before: readonly string[];
}

/** A move back to where an entity stood, whatever its siblings do meanwhile. */
export interface MoveBack extends Standpoint {
  readonly type: 'move';
  readonly id: string;
}

/** What takes back one command. Something is created again only where that was never asked of the server. */
export type Back =
  CreateCommand | EditTextCommand | SetFieldCommand | MoveBack | RemoveCommand | RestoreCommand;

/** What stays as somebody else has left it. */
export interface Left {
  readonly id: string;
  readonly field?: string;
  /** Who changed it; nobody knows after a snapshot. */
  readonly by?: string | undefined;
}

export function standpoint(state: Entities, { id, in: parent, kind }: EntityState): Standpoint {
  const siblings = siblingsIn(state, parent, kind).map((sibling) => sibling.id);
  return { in: parent, before: siblings.slice(0, siblings.indexOf(id)) };
}

/**
 * What takes an act back, last command first: from the state before it. What changes nothing has nothing
 * to be taken back.
 */
export function backOf(state: Entities, commands: readonly Command[]): Back[] {
  return commands.flatMap((command) => one(state, command) ?? []).reverse();
}

function one(state: Entities, command: Command): Back | undefined {
  const { id } = command;
  const entity = state.get(id);
  if (command.type === 'create') return entity && !entity.removed ? undefined : { type: 'remove', id };
  if (!entity) return undefined;
  switch (command.type) {
    case 'setField': {
      const value = valueOf(entity, command.field);
      if (sameValue(value, command.value)) return undefined;
      return { type: 'setField', id, field: command.field, ...(value === undefined ? {} : { value }) };
    }
    case 'editText': {
      const delta = invert(command.delta, textOf(entity, command.field));
      return { type: 'editText', id, field: command.field, delta };
    }
    case 'move':
      return { type: 'move', id, ...standpoint(state, entity) };
    case 'remove':
      return entity.removed ? undefined : { type: 'restore', id };
    case 'restore':
      return entity.removed ? { type: 'remove', id } : undefined;
  }
}

function valueOf(entity: EntityState, field: string) {
  const content = entity.fields[field];
  return isText(content) ? undefined : content;
}

/**
 * What to ask in order to take something back now: nothing where it is as it was, or where something that
 * it is in has been put in the bin meanwhile.
 */
export function commandOf(state: Entities, back: Back): Command | Left | undefined {
  const { id } = back;
  const entity = state.get(id);
  if (back.type === 'create') {
    if (entity) return undefined;
    return isLive(state, back.in) ? back : { id, by: whoBinned(state, back.in) };
  }
  if (!entity) return undefined;
  switch (back.type) {
    case 'remove':
      return entity.removed ? undefined : back;
    case 'restore':
      return entity.removed ? back : undefined;
    case 'editText':
      if (back.delta.length === 0) return undefined;
      return isLive(state, id) ? back : { id, field: back.field, by: whoBinned(state, id) };
    case 'setField':
      if (sameValue(valueOf(entity, back.field), back.value)) return undefined;
      return isLive(state, id) ? back : { id, field: back.field, by: whoBinned(state, id) };
    case 'move': {
      const dead = [id, back.in].find((each) => !isLive(state, each));
      if (dead !== undefined) return { id, by: whoBinned(state, dead) };
      const siblings = new Set(siblingsIn(state, back.in, entity.kind).map((sibling) => sibling.id));
      const after = back.before.findLast((sibling) => siblings.has(sibling));
      const now = standpoint(state, entity);
      if (now.in === back.in && now.before.at(-1) === after) return undefined;
      return { type: 'move', id, in: back.in, ...(after === undefined ? {} : { after }) };
    }
  }
}

function whoBinned(state: Entities, id: string): string | undefined {
  for (let entity = state.get(id); entity; entity = state.get(entity.in))
    if (entity.removed ?? entity.in === entity.id) return entity.removed?.by;
  return undefined;
}

/**
 * Whether somebody else's change is of the same thing, so that taking it back would take theirs back too.
 * Edits of texts never are: they are transformed through each other.
 *
 * @param state with the change in it
 */
export function collides(back: Back | Command, change: Change, state: Entities): boolean {
  const same = back.id === change.id;
  switch (back.type) {
    case 'setField':
      return same && change.type === 'set' && change.field === back.field;
    case 'move':
      return same && change.type === 'move';
    case 'restore':
      return same && (change.type === 'restore' || change.type === 'remove');
    case 'remove':
      return isInside(state, change.id, back.id);
    case 'create':
    case 'editText':
      return false;
  }
}

function isInside(state: Entities, id: string, outer: string): boolean {
  if (id === outer) return true;
  for (let entity = state.get(id); entity && entity.in !== entity.id; entity = state.get(entity.in))
    if (entity.in === outer) return true;
  return false;
}
