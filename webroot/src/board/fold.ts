import { compose, EMPTY_DOCUMENT, sameDelta } from '../text/delta';
import type { Delta } from '../text/op';
import type { Change, EntityState, Value } from '../wire/protocol.gen';

/** The entities of a board by id, to read and to write; what is written may lie over something else. */
export interface Entities {
  get(id: string): EntityState | undefined;
  set(id: string, entity: EntityState): void;
  delete(id: string): void;
  /** The ids of all that are in an entity, in the bin or not. */
  inside(id: string): Iterable<string>;
}

/** When and by whom changes became true. */
export interface Stamp {
  readonly seq: number;
  readonly by: string;
  readonly at: string;
}

/** The rank written for the place of an entity, and for its being in the bin, beside its fields. */
export const PLACE = '~place';
const LIFE = '~life';

/** A field that is a text; every text that nobody wrote is one empty line. */
export function textOf(entity: EntityState | undefined, field: string): Delta {
  const content = entity?.fields[field];
  return isText(content) ? content : EMPTY_DOCUMENT;
}

/** The fields of an entity that are no texts. */
export function registersOf(fields: EntityState['fields']): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, content]) =>
      Array.isArray(content) ? [] : [[name, content as Value]],
    ),
  );
}

export function isText(content: Value | Delta | undefined): content is Delta {
  return Array.isArray(content);
}

/** Makes a change true. What does not fit means that this copy is not the server's: it throws. */
export function fold(entities: Entities, change: Change, { seq, by, at }: Stamp): void {
  if (change.type === 'put') {
    const { kind, id, rank, fields } = change;
    const written = Object.fromEntries([...Object.keys(fields), PLACE, LIFE].map((name) => [name, seq]));
    entities.set(id, { kind, id, in: change.in, rank, fields, written });
    return;
  }
  const entity = entities.get(change.id);
  if (!entity) throw new Error('a change of an entity that is not there');
  switch (change.type) {
    case 'set':
      entities.set(entity.id, withField(entity, change.field, change.value, seq));
      break;
    case 'edit': {
      const text = compose(textOf(entity, change.field), change.delta);
      const written = sameDelta(text, EMPTY_DOCUMENT) ? undefined : text;
      entities.set(entity.id, withField(entity, change.field, written, seq));
      break;
    }
    case 'move':
      entities.set(entity.id, {
        ...entity,
        in: change.in,
        rank: change.rank,
        written: { ...entity.written, [PLACE]: seq },
      });
      break;
    case 'remove':
      entities.set(entity.id, {
        ...entity,
        removed: { at, by },
        written: { ...entity.written, [LIFE]: seq },
      });
      break;
    case 'restore': {
      const { removed, ...restored } = entity;
      entities.set(entity.id, { ...restored, written: { ...entity.written, [LIFE]: seq } });
      break;
    }
    case 'purge':
      purge(entities, entity.id);
      break;
  }
}

function withField(
  entity: EntityState,
  field: string,
  content: Value | Delta | undefined,
  seq: number,
): EntityState {
  const { [field]: before, ...others } = entity.fields;
  return {
    ...entity,
    fields: content === undefined ? others : { ...others, [field]: content },
    written: { ...entity.written, [field]: seq },
  };
}

function purge(entities: Entities, id: string): void {
  for (const inside of [...entities.inside(id)]) purge(entities, inside);
  entities.delete(id);
}

/** Whether neither the entity nor any that it is in is in the bin. */
export function isLive(entities: Entities, id: string): boolean {
  for (let entity = entities.get(id); entity && !entity.removed; entity = entities.get(entity.in))
    if (entity.in === entity.id) return true;
  return false;
}

/** The children of one kind that are not themselves in the bin, in their order. */
export function childrenOf(entities: Entities, parent: string, kind: string): EntityState[] {
  return siblingsIn(entities, parent, kind).filter((child) => !child.removed);
}

/** The children of one kind in their order, those in the bin as well: they keep their places. */
export function siblingsIn(entities: Entities, parent: string, kind: string): EntityState[] {
  const children: EntityState[] = [];
  for (const id of entities.inside(parent)) {
    const child = entities.get(id);
    if (child?.kind === kind) children.push(child);
  }
  return children.sort(byRank);
}

function byRank(one: EntityState, other: EntityState): number {
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
