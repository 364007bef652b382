import type { CreateCommand, EntityState } from '../wire/protocol.gen';
import { childrenOf, type Entities } from './fold';
import { isMember, memberId } from './id';

/** Where a thing and all that is in it are copied from: a board on the screen, or a snapshot. */
export interface Source {
  find(id: string): EntityState | undefined;
  children(of: string, kind: string): readonly { readonly id: string }[];
}

/** A snapshot as a source. */
export function sourceOf(entities: Entities): Source {
  return {
    find: (id) => entities.get(id),
    children: (of, kind) => childrenOf(entities, of, kind),
  };
}

/** What goes with a thing into its copy. */
export interface Copied {
  /** By the kind of the owner, the kinds of what is in it; others stay behind. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** What one says in the copy; undefined leaves it, and all that is in it, behind. */
  readonly fields: (entity: EntityState) => CreateCommand['fields'] | undefined;
}

/**
 * The commands that make a thing again with all that is in it, each in its order: to be sent as one act.
 *
 * @param into what the copy is in, and behind which of its siblings
 */
export function copyOf(
  source: Source,
  id: string,
  into: { readonly in: string; readonly after: string | undefined },
  { kinds, fields }: Copied,
  newId: (original: string) => string,
): CreateCommand[] {
  const commands: CreateCommand[] = [];
  const make = (original: string, owner: string, after: string | undefined): string | undefined => {
    const entity = source.find(original);
    const kept = entity && fields(entity);
    if (!entity || !kept) return undefined;
    const { kind } = entity;
    const target = original.slice(memberId(entity.in, kind, '').length);
    const made = isMember(original) ? memberId(owner, kind, target) : newId(original);
    const behind = after === undefined || isMember(original) ? {} : { after };
    commands.push({ type: 'create', kind, id: made, in: owner, ...behind, fields: kept });
    for (const inner of kinds[kind] ?? []) {
      let last: string | undefined;
      for (const child of source.children(original, inner)) last = make(child.id, made, last) ?? last;
    }
    return made;
  };
  make(id, into.in, into.after);
  return commands;
}
