import { BoardClient } from '../../room/BoardClient';
import type { Moved, World } from '../../room/world';
import type { EntityState, Value } from '../../wire/protocol.gen';
import type { Place } from '../model/board';
import { BoardModel, type Update } from '../model/BoardModel.svelte';

/** The place of an entity when it was last shown. */
interface Shown {
  readonly in: string;
  readonly kind: string;
}

/** A board on the screen and the client that keeps it: what moves in the one is shown by the other. */
export class LiveBoard {
  readonly model: BoardModel;
  readonly client: BoardClient;
  readonly #shown = new Map<string, Shown>();

  constructor(id: string, me: string, world: Omit<World, 'moved' | 'people' | 'presences' | 'role'>) {
    const shown: World = {
      ...world,
      moved: (moved) => this.#show(moved),
      people: (people) => this.model.introduce(people),
      role: (role) => {
        this.model.role = role;
      },
      presences: (presences) => {
        this.model.presences = presences.map(({ session, person, at }) => ({
          session,
          person,
          ...(at?.field === undefined ? {} : { at: { ...at, field: at.field } }),
        }));
      },
    };
    this.client = new BoardClient(id, shown, world.newClient());
    this.model = new BoardModel(id, me, {
      send: (commands) => this.client.submit(commands),
      place: (at: Place | undefined) => this.client.at(at),
    });
  }

  #show({ ids, texts, by, touched }: Moved): void {
    const entities: EntityState[] = [];
    const gone: string[] = [];
    const lists = new Map<string, Shown>();
    for (const id of ids) {
      const entity = this.client.entity(id);
      const before = this.#shown.get(id);
      for (const place of [before, entity]) if (place) lists.set(`${place.in}/${place.kind}`, place);
      if (entity) {
        entities.push(entity);
        this.#shown.set(id, entity);
      } else if (before) gone.push(id);
    }
    const told = new Set(texts.map(({ id, field }) => `${id}/${field}`));
    const update: Update = {
      entities: entities.map(({ id, kind, in: parent, fields }) => ({
        id,
        kind,
        ...(parent === id ? {} : { in: parent }),
        fields: registersOf(fields),
      })),
      gone,
      children: [...lists.values()].map(({ in: of, kind }) => ({
        of,
        kind,
        ids: this.client.children(of, kind).map(({ id }) => id),
      })),
      texts: [
        ...entities.flatMap(({ id, fields }) =>
          Object.entries(fields).flatMap(([field, content]) =>
            Array.isArray(content) && !told.has(`${id}/${field}`) ? [{ id, field, content }] : [],
          ),
        ),
        ...texts.map(({ id, field, foreign }) => ({
          id,
          field,
          content: this.client.text(id, field),
          ...(foreign ? { foreign } : {}),
        })),
      ],
      ...(by === undefined ? {} : { by }),
      ...(touched === undefined ? {} : { touched }),
    };
    this.model.show(update);
  }
}

function registersOf(fields: EntityState['fields']): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, content]) =>
      Array.isArray(content) ? [] : [[name, content as Value]],
    ),
  );
}
