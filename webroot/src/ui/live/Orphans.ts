import { BoardClient } from '../../room/BoardClient';
import type { Kept } from '../../room/kept';
import type { Down } from '../../wire/protocol.gen';
import type { Device, Found, Hold } from '../device/Device';
import { Connection, type Opening } from './Connection';
import type { Ground } from './LiveBoard';
import { longestOf } from './longest';

/** How often, in ms, one looks for queues that nobody holds any more. */
const LOOK = 15_000;

/** What draining needs of the tab. */
export interface Drains {
  readonly user: string;
  readonly device: Device;
  readonly opening: Opening;
  /** Whether a queue is one of this tab. */
  readonly isOwn: (client: string) => boolean;
  /** The ground of a client without a screen. */
  ground(board: string, drain: { send: Ground['send']; client: () => BoardClient }): Omit<Ground, 'keep'>;
  /** What is left has changed. */
  readonly changed: () => void;
}

/** A queue that is being sent. */
interface Drain {
  readonly board: string;
  waiting: number;
  stop(): void;
}

/**
 * Sends what tabs that are gone have left behind: each queue by a client of its own, without a screen, over
 * a connection of its own, because a session is on a board as one client.
 */
export class Orphans {
  readonly #drains: Drains;
  readonly #under = new Map<string, Drain>();
  /** What was there the last time that nobody could send. */
  #left: readonly Found[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #looking: Promise<void> = Promise.resolve();
  /** Boards of which this tab is about to take a queue. */
  readonly #spared = new Set<string>();
  #stopped = false;

  constructor(drains: Drains) {
    this.#drains = drains;
    this.#timer = setInterval(() => this.look(), LOOK);
    this.look();
  }

  /** How much waits for a board. */
  waiting(board: string): number {
    let sum = 0;
    for (const found of this.#left)
      if (found.board === board && !this.#under.has(found.client)) sum += found.waiting;
    for (const drain of this.#under.values()) if (drain.board === board) sum += drain.waiting;
    return sum;
  }

  /** Looks for queues that nobody holds, and begins to send them. */
  look(): void {
    this.#looking = this.#looking.then(() => this.#look()).catch(() => undefined);
  }

  async #look(): Promise<void> {
    if (this.#stopped) return;
    const { device, user, changed } = this.#drains;
    const left: Found[] = [];
    for (const found of await device.queues(user)) {
      if (found.waiting === 0 || this.#isTaken(found)) continue;
      const hold = await device.hold(found.client);
      if (!hold) continue;
      left.push(found);
      const kept = await device.find(user, found.board, found.client);
      // It may have become one of this tab while it was looked for.
      if (!kept || this.#isTaken(found)) hold.release();
      else this.#drain(found, kept, hold);
    }
    this.#left = left;
    changed();
  }

  #isTaken({ board, client }: Found): boolean {
    return this.#stopped || this.#spared.has(board) || this.#under.has(client) || this.#drains.isOwn(client);
  }

  #drain({ board, client: name, waiting }: Found, kept: Kept, hold: Hold): void {
    const { device, user, opening, changed } = this.#drains;
    /** It may get another name under way. */
    let now = name;
    const drain: Drain = {
      board,
      waiting,
      stop: () => {
        if (!this.#under.delete(name)) return;
        client.leave();
        connection.close();
        hold.release();
      },
    };
    const ground = this.#drains.ground(board, { send: (up) => connection.send(up), client: () => client });
    const client: BoardClient = new BoardClient(
      board,
      {
        ...ground,
        newClient: () => (now = ground.newClient()),
        keep: device.writer(user, board, name),
        moved: () => undefined,
        left: () => undefined,
        people: () => undefined,
        presences: () => undefined,
        insights: () => undefined,
        unseen: () => undefined,
        role: () => undefined,
        standing: ({ waiting: still, kept: written }) => {
          drain.waiting = still;
          if (still === 0 && written && this.#under.has(name)) {
            drain.stop();
            this.#left = this.#left.filter((found) => found.client !== name);
            void device.forget(user, board, now).catch(() => undefined);
          }
          changed();
        },
      },
      name,
      kept,
    );
    this.#under.set(name, drain);
    const connection: Connection = new Connection(opening, {
      connected: (welcome) => {
        if (welcome.person === user) client.connected(welcome.session, longestOf(welcome));
        else drain.stop();
      },
      disconnected: () => client.disconnected(),
      receive: (down: Down) => client.receive(down),
      // Another tab may be opened on it meanwhile, and must find it free.
      reach: (reach) => {
        if (reach === 'away') drain.stop();
      },
      signedOut: () => drain.stop(),
    });
  }

  /** Lets go of the queues of a board, until `resume`: this tab is to take one of them. */
  async spare(board: string): Promise<void> {
    this.#spared.add(board);
    await this.#looking;
    for (const drain of [...this.#under.values()]) if (drain.board === board) drain.stop();
  }

  resume(board: string): void {
    this.#spared.delete(board);
    this.look();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
    for (const drain of [...this.#under.values()]) drain.stop();
  }
}
