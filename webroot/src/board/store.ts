import type { EntityState } from '../wire/protocol.gen';
import type { Entities } from './fold';

/** The entities that the server has told of. */
export class Store implements Entities {
  readonly #entities = new Map<string, EntityState>();
  readonly #inside = new Map<string, Set<string>>();

  constructor(entities: Iterable<EntityState> = []) {
    for (const entity of entities) this.set(entity.id, entity);
  }

  get(id: string): EntityState | undefined {
    return this.#entities.get(id);
  }

  set(id: string, entity: EntityState): void {
    const before = this.#entities.get(id);
    if (before && before.in !== entity.in) this.#inside.get(before.in)?.delete(id);
    this.#entities.set(id, entity);
    if (entity.in === id) return;
    const siblings = this.#inside.get(entity.in) ?? new Set<string>();
    this.#inside.set(entity.in, siblings.add(id));
  }

  delete(id: string): void {
    const entity = this.#entities.get(id);
    if (entity) this.#inside.get(entity.in)?.delete(id);
    this.#entities.delete(id);
    this.#inside.delete(id);
  }

  inside(id: string): Iterable<string> {
    return this.#inside.get(id) ?? [];
  }

  ids(): Iterable<string> {
    return this.#entities.keys();
  }
}

/** What this tab has asked, laid over what the server has told; thrown away and made anew, never merged. */
export class Overlay implements Entities {
  readonly #below: Entities;
  readonly #changed = new Map<string, EntityState>();

  constructor(below: Entities) {
    this.#below = below;
  }

  get(id: string): EntityState | undefined {
    return this.#changed.get(id) ?? this.#below.get(id);
  }

  set(id: string, entity: EntityState): void {
    this.#changed.set(id, entity);
  }

  delete(): never {
    throw new Error('nobody here may purge');
  }

  *inside(id: string): Iterable<string> {
    for (const child of this.#below.inside(id)) if (this.get(child)?.in === id) yield child;
    for (const [child, entity] of this.#changed)
      if (entity.in === id && child !== id && this.#below.get(child)?.in !== id) yield child;
  }

  /** The ids of what differs from below. */
  changed(): Iterable<string> {
    return this.#changed.keys();
  }
}
