import { BoardClient } from '../../room/BoardClient';
import { isMember } from '../../board/id';
import type { Kept } from '../../room/kept';
import type { Moved, Standing, World } from '../../room/world';
import { registersOf } from '../../board/fold';
import type { EntityState, Present } from '../../wire/protocol.gen';
import type { Place, Presence } from '../model/board';
import { BoardModel, type Update } from '../model/BoardModel.svelte';
import { tellLeft } from '../model/undoing';
import type { Reach } from './Connection';
import { Lasting } from './Lasting';
import { statusOf } from './status';

/** For so long, in ms, an answer may take without anything being said of it. */
const SLOW = 2_000;

/** For so long, in ms, what waits must have been kept, or nothing have waited, before that is said. */
const CALM = 300;

/** The place of an entity when it was last shown. */
interface Shown {
  readonly in: string;
  readonly kind: string;
  readonly rank: string;
}

/** What a board needs of the tab beyond its screen. */
export type Ground = Omit<
  World,
  'moved' | 'left' | 'standing' | 'people' | 'presences' | 'insights' | 'unseen' | 'role'
>;

/** A board on the screen and the client that keeps it: what moves in the one is shown by the other. */
export class LiveBoard {
  readonly model: BoardModel;
  readonly #shown = new Map<string, Shown>();
  readonly #binned = new Set<string>();
  readonly #presences = new WeakMap<Present, Presence>();
  #client: BoardClient | undefined;
  #standing: Standing = { joined: false, waiting: 0, keeps: true, kept: true };
  #reach: Reach = 'broken';
  #left = 0;
  readonly #slow = new Lasting(false, SLOW, () => this.#tell());
  readonly #calm = new Lasting(true, CALM, () => this.#tell());
  readonly #still = new Lasting(true, CALM, () => this.#tell());
  #settling: (() => void)[] = [];

  constructor(id: string, me: string) {
    this.model = new BoardModel(id, me, {
      send: (commands) => this.#client?.submit(commands) ?? '',
      undo: (act) => this.#client?.undo(act),
      redo: () => this.#client?.redo(),
      place: (at: Place | undefined) => this.#client?.at(at),
      find: (id) => this.#client?.find(id),
    });
    this.#tell();
  }

  /** Begins to follow the board with a queue, and shows what was found of it on this device. */
  open(ground: Ground, client: string, found: Kept | undefined): BoardClient {
    const { model } = this;
    const world: World = {
      ...ground,
      moved: (moved) => this.#show(moved),
      left: (left) => tellLeft(model, left),
      standing: (standing) => this.#stands(standing),
      people: (people) => model.introduce(people),
      role: (role) => {
        model.role = role;
      },
      insights: ({ values, gone = [], by = [] }) => model.showInsights(values, gone, by),
      presences: (presences) => {
        model.presences = presences.map((present) => this.#presenceOf(present));
      },
      unseen: (unseen) => {
        model.unseen = unseen;
      },
    };
    this.#client = new BoardClient(model.id, world, client, found);
    this.#client.show();
    return this.#client;
  }

  /** Nothing until the queue has been found. */
  get client(): BoardClient | undefined {
    return this.#client;
  }

  get waiting(): number {
    return this.#standing.waiting;
  }

  /** Resolves once the server has this board as it stands here, with nothing of this person's waiting. */
  async settled(): Promise<void> {
    if (!this.#isSettled) await new Promise<void>((settle) => this.#settling.push(settle));
  }

  get #isSettled(): boolean {
    const { joined, waiting } = this.#standing;
    return joined && waiting === 0 && this.model.entity(this.model.id) !== undefined;
  }

  /** Whether there is a way to the server, and whether it is a detour. */
  reach(reach: Reach, degraded: boolean): void {
    this.#reach = reach;
    this.model.degraded = degraded;
    this.#tell();
  }

  /** How much of this board waits in the queues of tabs that are gone. */
  left(count: number): void {
    this.#left = count;
    this.#tell();
  }

  close(): void {
    this.#client?.leave();
    for (const lasting of [this.#slow, this.#calm, this.#still]) lasting.close();
  }

  /** The same object until the other tab says again where it is: then what shows it is drawn anew. */
  #presenceOf(present: Present): Presence {
    const known = this.#presences.get(present);
    if (known) return known;
    const { session, person, at } = present;
    const presence = {
      session,
      person,
      ...(at?.field === undefined ? {} : { at: { ...at, field: at.field } }),
      ...(at === undefined ? {} : { looksAt: at.id }),
    };
    this.#presences.set(present, presence);
    return presence;
  }

  #stands(standing: Standing): void {
    this.#standing = standing;
    this.#slow.now(standing.waiting > 0);
    this.#calm.now(standing.kept);
    this.#still.now(standing.waiting === 0);
    this.#tell();
  }

  #tell(): void {
    this.model.status = statusOf({
      standing: this.#standing,
      left: this.#left,
      reach: this.#reach,
      slow: this.#slow.is,
      calm: this.#calm.is,
      still: this.#still.is,
    });
    if (!this.#isSettled) return;
    const settling = this.#settling;
    this.#settling = [];
    for (const settle of settling) settle();
  }

  /** What a tick took out of a set is no thing to be brought back by name. */
  #showBin(client: BoardClient): void {
    const binned = client.binned();
    this.#binned.clear();
    for (const { id } of binned) this.#binned.add(id);
    this.model.binned = binned.filter(({ id }) => !isMember(id)).sort(newestFirst);
  }

  #show({ ids, texts, by, touched }: Moved): void {
    const client = this.#client;
    if (!client) return;
    const entities: EntityState[] = [];
    const gone: string[] = [];
    const lists = new Map<string, Shown>();
    for (const id of ids) {
      const entity = client.entity(id);
      const before = this.#shown.get(id);
      // A class has hundreds of situations: they are put in order only when one has another place.
      if (before?.in !== entity?.in || before?.rank !== entity?.rank)
        for (const place of [before, entity]) if (place) lists.set(`${place.in}/${place.kind}`, place);
      if (entity) {
        entities.push(entity);
        this.#shown.set(id, entity);
      } else if (before) {
        gone.push(id);
        this.#shown.delete(id);
      }
    }
    if ([...ids].some((id) => this.#binned.has(id) || client.find(id)?.removed)) this.#showBin(client);
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
        ids: client.children(of, kind).map(({ id }) => id),
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
          content: client.text(id, field),
          ...(foreign ? { foreign } : {}),
        })),
      ],
      ...(by === undefined ? {} : { by }),
      ...(touched === undefined ? {} : { touched }),
    };
    this.model.show(update);
  }
}

/** What the server has not dated yet was removed last. */
function newestFirst(one: EntityState, other: EntityState): number {
  const [first, second] = [dateOf(other), dateOf(one)];
  return first === second ? 0 : first - second;
}

function dateOf({ removed }: EntityState): number {
  return removed === undefined || removed.at === '' ? Infinity : Date.parse(removed.at);
}
