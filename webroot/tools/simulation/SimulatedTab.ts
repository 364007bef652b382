import type { BoardClient } from '../../src/room/BoardClient.ts';
import type { Kept } from '../../src/room/kept.ts';
import type { Moved, Standing, World } from '../../src/room/world.ts';
import { compose, sameDelta } from '../../src/text/delta.ts';
import type { Delta } from '../../src/text/op.ts';
import type { Command, Down } from '../../src/wire/protocol.gen.ts';
import { MemoryShelf } from './MemoryShelf.ts';
import type { Schedule } from './Schedule.ts';
import { type ServerModel, type Session, wordsIn } from './ServerModel.ts';

/** The client under test; a test may put one with a planted fault in its place. */
export type Core = new (board: string, world: World, client: string, found?: Kept) => BoardClient;

/** What all tabs of a run share. */
export interface Shared {
  readonly schedule: Schedule;
  readonly server: ServerModel;
  readonly core: Core;
  readonly board: string;
  /** Words that were taken out again: one that had not left yet may never do so. */
  readonly erased: Set<string>;
  /** How often each word was asked once more, by taking something back. */
  readonly again: Map<string, number>;
}

/** One person on one computer: what the tabs there know of each other, and what was asked in them. */
export interface Owner {
  readonly person: string;
  readonly shelf: MemoryShelf;
  /** The tabs and the drains. */
  tabs: SimulatedTab[];
  /** All words that this person has written. */
  readonly asked: Set<string>;
  /** Those of which nobody has been told yet that they are saved. */
  readonly open: Set<string>;
  /** Those of drafts. */
  readonly refused: Set<string>;
  /** Those that were not written down yet when their tab died; they must never be seen again. */
  readonly never: Set<string>;
}

/** Somebody at a computer where nothing was ever written. */
export function newOwner(person: string, schedule: Schedule): Owner {
  return {
    person,
    shelf: new MemoryShelf(schedule),
    tabs: [],
    asked: new Set(),
    open: new Set(),
    refused: new Set(),
    never: new Set(),
  };
}

/** More often nobody has to begin again in a run. */
const MOST_SNAPSHOTS = 300;

let sessions = 0;

/** One tab with a real client: its connection, its device, its screen, and the person's memory. */
export class SimulatedTab {
  readonly person: string;
  readonly #shared: Shared;
  readonly #shelf: MemoryShelf;
  readonly #writes: ReturnType<MemoryShelf['tab']>;
  readonly client: BoardClient;
  readonly #owner: Owner;
  readonly #asked: string[] = [];
  /** The words of all that waits. */
  #queued = new Set<string>();
  readonly #mirror = new Map<string, Delta>();
  name: string;
  standing: Standing = { joined: false, waiting: 0, keeps: true, kept: true };
  doubled = 0;
  /** How much was not taken back. */
  left = 0;
  snapshots = 0;
  #session: Session | undefined;
  #alive = true;
  #wire = 0;

  constructor(shared: Shared, owner: Owner, name: string) {
    this.#shared = shared;
    this.#owner = owner;
    this.person = owner.person;
    this.name = name;
    this.#shelf = owner.shelf;
    this.#writes = owner.shelf.tab(name);
    this.client = new shared.core(shared.board, this.#world(), name, owner.shelf.find(name));
  }

  /** Once all tabs of the device are there. */
  begin(): void {
    this.client.show();
    this.#connectLater();
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  #world(): World {
    const { schedule } = this.#shared;
    return {
      send: (up) => this.#send(typeof up === 'string' ? up : JSON.stringify(up)),
      fetchSnapshot: () => this.#fetch(),
      keep: (writing, done) => {
        this.#queued = new Set(wordsIn(writing.queue));
        this.#writes.write(writing, (kept) => {
          if (this.#alive) done(kept);
        });
      },
      after: (millis, task) =>
        schedule.after(millis, () => {
          if (this.#alive) task();
        }),
      now: () => schedule.now,
      newClient: () => (this.name = `${this.person}-${schedule.below(1e9)}`),
      newId: () => `draft${schedule.below(1e9)}`,
      moved: (moved) => this.#moved(moved),
      left: (left) => (this.left += left.length),
      standing: (standing) => this.#told(standing),
      role: () => undefined,
      people: () => undefined,
      presences: () => undefined,
      insights: () => undefined,
      unseen: () => undefined,
      refused: ({ commands }) => {
        for (const word of wordsIn(commands)) this.#owner.refused.add(word);
      },
      doubled: () => this.doubled++,
      hidden: () => {
        throw new Error('nothing is hidden here');
      },
    };
  }

  /** What the pill says is compared with what the server has. */
  #told(standing: Standing): void {
    this.standing = standing;
    const { tabs } = this.#owner;
    if (!tabs.every((tab) => tab.standing.joined && tab.standing.waiting === 0)) return;
    // The queue of a tab that is gone waits until another one takes it.
    if (this.#shelf.isWaiting(tabs.map(({ name }) => name))) return;
    const { server, erased } = this.#shared;
    const { open, refused } = this.#owner;
    for (const word of open) {
      if (!erased.has(word) && !server.words.has(word) && !refused.has(word))
        throw new Error(`said to be saved, and is nowhere: ${word}`);
      open.delete(word);
    }
  }

  #moved({ ids, texts }: Moved): void {
    for (const { id, field, foreign } of texts) {
      const text = `${id}/${field}`;
      const shown = this.#mirror.get(text);
      if (foreign && shown) this.#mirror.set(text, compose(shown, foreign));
    }
    for (const id of ids) if (!this.client.entity(id)) this.#close(id);
    for (const [text, shown] of this.#mirror) {
      const [id = '', field = ''] = text.split('/');
      const now = this.client.text(id, field);
      if (!sameDelta(shown, now))
        throw new Error(`an editor shows ${JSON.stringify(shown)}, the board ${JSON.stringify(now)}`);
    }
  }

  /** An editor goes away with its text. */
  #close(id: string): void {
    for (const text of this.#mirror.keys()) if (text.startsWith(`${id}/`)) this.#mirror.delete(text);
  }

  /** Opens an editor, which from then on hears only of what others change. */
  open(id: string, field: string): Delta {
    const text = this.client.text(id, field);
    this.#mirror.set(`${id}/${field}`, text);
    return text;
  }

  /** The person does something. */
  act(commands: readonly Command[], words: readonly string[]): void {
    for (const word of words) {
      this.#asked.push(word);
      this.#owner.asked.add(word);
      this.#owner.open.add(word);
    }
    for (const command of commands) {
      if (command.type !== 'editText') continue;
      const text = `${command.id}/${command.field}`;
      const shown = this.#mirror.get(text);
      if (shown) this.#mirror.set(text, compose(shown, command.delta));
    }
    this.client.submit(commands);
  }

  /** The person takes something back, or does it again. */
  takeBack(how: 'undo' | 'redo'): readonly Command[] {
    const before = this.#queued;
    const commands = this.client[how]() ?? [];
    const { erased, again } = this.#shared;
    for (const word of before) if (!this.#queued.has(word)) erased.add(word);
    for (const word of wordsIn(commands)) again.set(word, (again.get(word) ?? 0) + 1);
    return commands;
  }

  #connectLater(): void {
    const { schedule, server } = this.#shared;
    schedule.after(20 + schedule.below(400), () => {
      if (!this.#alive || this.#session) return;
      if (server.isUp) this.#connect();
      else this.#connectLater();
    });
  }

  #connect(): void {
    const number = ++sessions;
    const wire = ++this.#wire;
    let free = 0;
    const { schedule } = this.#shared;
    const session: Session = {
      number,
      person: this.person,
      send: (down) => {
        // In order, after a while; what a cut finds on its way is lost.
        free = Math.max(free, schedule.now + schedule.below(40));
        const copy = structuredClone(down);
        schedule.after(free - schedule.now, () => {
          if (this.#alive && wire === this.#wire) this.#hear(copy);
        });
      },
    };
    this.#session = session;
    this.client.connected(number, 20_000);
  }

  /** Frames that are to be lost as if the server had never sent them. */
  dropNext = 0;

  #hear(down: Down): void {
    if (down.type === 'frame' && this.dropNext > 0) {
      this.dropNext--;
      return;
    }
    this.client.receive(down);
  }

  #free = 0;

  #send(bytes: string): void {
    const { schedule, server } = this.#shared;
    const session = this.#session;
    const wire = this.#wire;
    if (!session) return;
    this.#free = Math.max(this.#free, schedule.now + schedule.below(40));
    // Now and then a message comes twice, as when a detour tries again.
    const times = schedule.chance(0.05) ? 2 : 1;
    for (let i = 0; i < times; i++)
      schedule.after(this.#free - schedule.now, () => {
        if (wire === this.#wire) server.hear(session, bytes);
      });
  }

  #fetch(): void {
    const { schedule, server } = this.#shared;
    const reachable = this.#session !== undefined;
    schedule.after(schedule.below(120), () => {
      if (!this.#alive) return;
      if (reachable && server.isUp) {
        const state = structuredClone(server.snapshot());
        schedule.after(schedule.below(120), () => {
          if (this.snapshots++ > MOST_SNAPSHOTS) throw new Error('it begins again and again');
          if (this.#alive) this.client.snapshot(state);
        });
      } else if (this.#session) schedule.after(300, () => (this.#alive ? this.#fetch() : undefined));
    });
  }

  ping(): void {
    this.#send(JSON.stringify({ type: 'ping', id: 1 }));
  }

  /** The link is cut: both sides learn of it, and nothing that was on its way arrives. */
  cut(): void {
    if (!this.#session) return;
    this.#shared.server.left(this.#session);
    this.#session = undefined;
    this.#wire++;
    this.client.disconnected();
    this.#connectLater();
  }

  /** The tab is gone without a word. */
  crash(): void {
    const kept = this.standing.kept;
    this.#alive = false;
    this.#writes.die();
    if (this.#session) this.#shared.server.left(this.#session);
    this.#session = undefined;
    this.#wire++;
    const { server, erased } = this.#shared;
    const queues = this.#shelf.clients.map((client) => this.#shelf.find(client)?.queue);
    const drafts = this.#shelf.drafts.map(({ commands }) => commands);
    const written = new Set(wordsIn([queues, drafts]));
    const { open, never } = this.#owner;
    for (const word of this.#asked) {
      if (!open.has(word) || server.words.has(word) || written.has(word)) continue;
      if (kept && !erased.has(word)) throw new Error(`said to be kept on this device, and is not: ${word}`);
      open.delete(word);
      never.add(word);
    }
  }
}
