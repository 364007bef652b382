import { SvelteMap } from 'svelte/reactivity';

import { newId } from '../../board/id';
import type { BoardView, Entity } from '../../board/view';
import type { Op } from '../../text/op';
import { LONGEST, type EntityState, type InsightValues } from '../../wire/protocol.gen';
import { Keyed } from './Keyed.svelte';
import type { Command, Person, Place, Port, Presence, Role, Status } from './board';

/** What moved on a board, as the connection tells it: whole new values, for what changed only. */
export interface Update {
  readonly entities?: readonly Entity[];
  readonly gone?: readonly string[];
  /** Ids of the live children of one kind, in order. */
  readonly children?: readonly {
    readonly of: string;
    readonly kind: string;
    readonly ids: readonly string[];
  }[];
  readonly texts?: readonly TextUpdate[];
  /** Who did it, when it was somebody else: what they touched glows in their colour. */
  readonly by?: string;
  /** What to let glow: a field, or an entity. */
  readonly touched?: readonly { readonly id: string; readonly field?: string }[];
}

export interface TextUpdate {
  readonly id: string;
  readonly field: string;
  readonly content: readonly Op[];
  /** What others changed, for an editor that is open on this text. */
  readonly foreign?: readonly Op[];
}

type TextListener = (delta: readonly Op[]) => void;

/**
 * A board on the screen: reading it inside a component follows it.
 *
 * Data comes in through `show` and the public fields, commands leave through `send`.
 */
export class BoardModel implements BoardView {
  readonly id: string;
  /** The person of this tab. */
  readonly me: string;

  status: Status = $state.raw({ state: 'saved' });
  /** Whether the connection goes by a detour, slower than it could be. */
  degraded = $state(false);
  role: Role = $state('lecture');
  /** Whether the school has nobody told who is here. */
  unseen = $state(false);
  /** What is in the bin, members of sets apart; the newest first. */
  binned: readonly EntityState[] = $state.raw([]);
  /** The newest change that somebody else made. */
  lastChange: { readonly by: string } | undefined = $state.raw();

  readonly #port: Port;
  #presences: readonly Presence[] = $state.raw([]);
  /** Who is in a field. */
  readonly #writers = new Keyed<readonly Presence[]>();
  #page: Place | undefined;
  readonly #people = new Keyed<Person>();
  readonly #entities = new Keyed<Entity>(sameEntity);
  readonly #children = new Keyed<readonly string[]>(sameIds);
  readonly #texts = new Keyed<readonly Op[]>();
  readonly #glows = new Keyed<Glow>();
  readonly #insights = new SvelteMap<string, unknown>();
  readonly #insightGlows = new Keyed<InsightGlow>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on the screen reads it
  readonly #listeners = new Map<string, Set<TextListener>>();

  constructor(id: string, me: string, port: Port) {
    this.id = id;
    this.me = me;
    this.#port = port;
  }

  get writable(): boolean {
    return this.role === 'ecriture' || this.role === 'responsable';
  }

  /** Whether the person may at least comment: there are acts of theirs to be taken back. */
  get commenting(): boolean {
    return this.role !== 'lecture';
  }

  entity(id: string): Entity | undefined {
    return this.#entities.get(id);
  }

  children(of: string, kind: string): readonly Entity[] {
    const ids = this.#children.get(key(of, kind)) ?? [];
    return ids.flatMap((id) => this.#entities.get(id) ?? []);
  }

  text(id: string, field: string): readonly Op[] {
    return this.#texts.get(key(id, field)) ?? EMPTY;
  }

  /** How many characters a text may have, the newline that ends it apart. */
  longest(id: string, field: string): number {
    const texts: Readonly<Record<string, Readonly<Record<string, number>>>> = LONGEST;
    return (texts[this.entity(id)?.kind ?? '']?.[field] ?? Infinity) - 1;
  }

  person(id: string): Person | undefined {
    return this.#people.get(id);
  }

  /** The other tabs on this board. */
  get presences(): readonly Presence[] {
    return this.#presences;
  }

  set presences(presences: readonly Presence[]) {
    const placeOf = ({ at }: Presence) => key(at?.id ?? '', at?.field ?? '');
    // Where nobody has come, gone or said again where they are, nothing is shown anew.
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made, read and gone
    for (const place of new Set([...this.#presences, ...presences].map(placeOf))) {
      const now = presences.filter((presence) => presence.at && placeOf(presence) === place);
      const before = this.#writers.get(place) ?? NOBODY;
      if (now.length !== before.length || now.some((presence, at) => presence !== before[at]))
        this.#writers.set(place, now);
    }
    this.#presences = presences;
  }

  /** Who is in a field now, this tab apart. */
  at(id: string, field: string): readonly Presence[] {
    return this.#writers.get(key(id, field)) ?? NOBODY;
  }

  /** The last foreign touch of a field, or of an entity. */
  glow(id: string, field?: string): Glow | undefined {
    return this.#glows.get(key(id, field ?? ''));
  }

  /** What the server says that follows from the board; undefined until it has said it. */
  insight<K extends keyof InsightValues>(key: K): InsightValues[K] | undefined {
    return this.#insights.get(key) as InsightValues[K] | undefined;
  }

  /** All that it says of one kind, by what stands after the prefix: `insights('findings/')`. */
  insights<P extends Family>(prefix: P): readonly (readonly [string, InsightValues[`${P}x`]])[] {
    return [...this.#insights].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value as InsightValues[`${P}x`]] as const] : [],
    );
  }

  /** Whose act changed what follows from the board last, this person's own included: it shows elsewhere. */
  insightGlow(key: keyof InsightValues): InsightGlow | undefined {
    return this.#insightGlows.get(key);
  }

  /** Hears what others change in a text, until the returned function is called. */
  listen(id: string, field: string, listener: TextListener): () => void {
    const name = key(id, field);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- as above
    const listeners = this.#listeners.get(name) ?? new Set<TextListener>();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** @returns the name of the act; undefined when it is none */
  send(...commands: readonly Command[]): string | undefined {
    return commands.length > 0 ? this.#port.send(commands) : undefined;
  }

  /** As `Port.undo`, for who may do anything. */
  undo(act?: string): readonly Command[] | undefined {
    return this.commenting ? this.#port.undo(act) : undefined;
  }

  /** As `Port.redo`, for who may do anything. */
  redo(): readonly Command[] | undefined {
    return this.commenting ? this.#port.redo() : undefined;
  }

  /** Where this person is; in no field, on the page that they look at. */
  place(at: Place | undefined): void {
    this.#port.place(at ?? this.#page);
  }

  /** The person looks at an entity's page, until the returned function is called. */
  look(id: string): () => void {
    const page = { id };
    this.#page = page;
    this.#port.place(page);
    return () => {
      if (this.#page !== page) return;
      this.#page = undefined;
      this.#port.place(undefined);
    };
  }

  /** An entity as it is now, in the bin or not; nothing follows it. */
  find(id: string): EntityState | undefined {
    return this.#port.find(id);
  }

  newId(): string {
    return newId((bytes) => crypto.getRandomValues(bytes));
  }

  /** Learns who the ids are; `hue` counts from 0 as people came. */
  introduce(people: Readonly<Record<string, { readonly name: string; readonly hue: number }>>): void {
    for (const [id, { name, hue }] of Object.entries(people))
      this.#people.set(id, { name, hue: HUES[hue % HUES.length] ?? 1 });
  }

  /** Takes in what follows from the board now, as far as it is new. */
  showInsights(values: InsightValues, gone: readonly string[], by: readonly string[]): void {
    const isFirst = this.#insights.size === 0;
    const author = by.find((person) => person !== this.me) ?? by[0];
    const hue = author === undefined ? undefined : this.#people.get(author)?.hue;
    for (const [name, value] of Object.entries(values)) {
      // Whoever comes back is told all of it again.
      if (JSON.stringify(this.#insights.get(name)) === JSON.stringify(value)) continue;
      this.#insights.set(name, value);
      if (!isFirst && author !== undefined && hue !== undefined)
        this.#insightGlows.set(name, { by: author, hue, at: performance.now() });
    }
    for (const name of gone) this.#insights.delete(name);
  }

  /** Takes in what moved. */
  show(update: Update): void {
    for (const entity of update.entities ?? []) this.#entities.set(entity.id, entity);
    for (const id of update.gone ?? []) this.#entities.delete(id);
    for (const { of, kind, ids } of update.children ?? []) this.#children.set(key(of, kind), ids);
    for (const { id, field, content, foreign } of update.texts ?? []) {
      this.#texts.set(key(id, field), content);
      if (foreign) for (const listener of this.#listeners.get(key(id, field)) ?? []) listener(foreign);
    }
    if (update.by === undefined || update.by === this.me) return;
    this.lastChange = { by: update.by };
    const hue = this.#people.get(update.by)?.hue;
    if (hue !== undefined)
      for (const { id, field } of update.touched ?? [])
        this.#glows.set(key(id, field ?? ''), { hue, at: performance.now() });
  }
}

/** A letter in a text leaves everything else of its entity as it was. */
function sameEntity(one: Entity, other: Entity): boolean {
  const names = Object.keys(one.fields);
  return (
    one.kind === other.kind &&
    one.in === other.in &&
    names.length === Object.keys(other.fields).length &&
    names.every((name) => one.fields[name] === other.fields[name])
  );
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}

/** A new object for each touch, so that two touches by the same person are two. */
export interface Glow {
  readonly hue: number;
  /** When, on the clock of the page. */
  readonly at: number;
}

export interface InsightGlow extends Glow {
  readonly by: string;
}

/** The keys of which there are as many as there are things of a kind. */
type Family = 'coverage/' | 'situation/' | 'findings/' | 'parcours/' | 'annees/' | 'matrix/';

/** The colours in the order in which they are given: the first are furthest from those of the blocs. */
const HUES = [7, 3, 5, 1, 8, 4, 2, 6];

const NOBODY: readonly Presence[] = [];

const EMPTY: readonly Op[] = [{ insert: '\n' }];

function key(id: string, name: string): string {
  return `${id}/${name}`;
}
