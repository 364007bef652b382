import { newId } from '../../board/id';
import type { BoardClient } from '../../room/BoardClient';
import type { Down } from '../../wire/protocol.gen';
import { api } from '../api';
import type { Device, Found, Hold } from '../device/Device';
import type { Beside, Boards } from '../model/boards';
import type { BoardModel } from '../model/BoardModel.svelte';
import { drafts } from '../model/drafts.svelte';
import { tellDoubled, tellRefused } from '../model/refusals';
import { session } from '../session.svelte';
import { version } from '../version.svelte';
import { Connection, type Opening, type Reach } from './Connection';
import { type Ground, LiveBoard } from './LiveBoard';
import { openPoll, openStream } from './httpLine';
import { longestOf } from './longest';
import { Orphans } from './Orphans';
import { bestOf } from './ways';
import { openWebSocket } from './webSocketLine';

/** The ways to the server; the first two together take less than a connection waits (S-78). */
const ways = bestOf([
  { open: openWebSocket, patience: 3_000 },
  { open: openStream, patience: 4_500 },
  { open: openPoll, patience: 7_500 },
]);

/** The name of the file that this is in says what it was built from. */
const BUILD = new URL(import.meta.url).pathname.split('/').at(-1) ?? '';

/** For so long, in ms, a page that is loaded again waits for the one before to give its queue back. */
const HANDOVER = 250;

/** For so long, in ms, an act that reaches a board beside the one shown waits for the server. */
const PATIENCE = 10_000;

/** A board in this tab and the right to its queue. */
interface Open {
  readonly board: LiveBoard;
  client: string;
  hold: Hold | undefined;
  isClosed: boolean;
  /** How many acts need it though it is not shown. */
  beside: number;
}

/** The boards of one person in this tab, over one connection; one is shown at a time. */
export class LiveBoards implements Boards {
  readonly #open = new Map<string, Open>();
  #shown: string | undefined;
  #user: string | undefined;
  #device: Device = session.device;
  #orphans: Orphans | undefined;
  #connection: Connection | undefined;
  #session: { readonly number: number; readonly longest: number } | undefined;
  #reach: Reach = 'broken';
  #degraded = false;

  show(id: string | undefined): BoardModel | undefined {
    this.#follow(session.me?.person);
    this.#shown = id;
    this.#closeOthers();
    return id === undefined || this.#user === undefined ? undefined : this.#join(id, this.#user).board.model;
  }

  beside(id: string): Beside {
    if (this.#user === undefined) throw new Error('nobody is signed in');
    const open = this.#join(id, this.#user);
    open.beside++;
    return {
      board: open.board.model,
      settled: () =>
        Promise.race([
          open.board.settled().then(() => true),
          new Promise<boolean>((give) => setTimeout(() => give(false), PATIENCE)),
        ]),
      release: () => {
        open.beside--;
        this.#closeOthers();
      },
    };
  }

  #closeOthers(): void {
    for (const [id, open] of this.#open)
      // What it still has to send is sent first: it is kept until it is answered.
      if (id !== this.#shown && open.beside === 0 && open.board.waiting === 0) this.#close(id, open);
  }

  #join(id: string, user: string): Open {
    const known = this.#open.get(id);
    if (known) return known;
    const open: Open = {
      board: new LiveBoard(id, user),
      client: '',
      hold: undefined,
      isClosed: false,
      beside: 0,
    };
    this.#open.set(id, open);
    this.#connection ??= this.#connect(user);
    open.board.reach(this.#reach, this.#degraded);
    void this.#adopt(id, open, user);
    return open;
  }

  async waiting(): Promise<number> {
    const found = this.#user === undefined ? [] : await this.#device.queues(this.#user);
    const kept = found.reduce((sum, { waiting }) => sum + waiting, 0);
    const here = [...this.#open.values()].reduce((sum, { board }) => sum + board.waiting, 0);
    return Math.max(kept, here);
  }

  /** Another person in this tab has none of what was there, and the queues of the one before stay theirs. */
  #follow(user: string | undefined): void {
    if (user === this.#user && session.device === this.#device) return;
    this.#orphans?.stop();
    for (const [id, open] of this.#open) this.#close(id, open);
    this.#connection?.close();
    this.#connection = undefined;
    this.#session = undefined;
    this.#reach = 'broken';
    this.#user = user;
    this.#device = session.device;
    this.#orphans =
      user === undefined || !this.#device.keeps
        ? undefined
        : new Orphans({
            user,
            device: this.#device,
            opening: this.#opening(),
            isOwn: (client) => [...this.#open.values()].some((open) => open.client === client),
            ground: (board, drain) => this.#ground(board, user, drain),
            changed: () => this.#leftChanged(),
          });
  }

  #leftChanged(): void {
    for (const [id, { board }] of this.#open) board.left(this.#orphans?.waiting(id) ?? 0);
  }

  #close(id: string, open: Open): void {
    open.isClosed = true;
    open.board.close();
    open.hold?.release();
    this.#open.delete(id);
  }

  /** Takes the newest queue that nobody holds, one that waits before all others, or begins a new one. */
  async #adopt(id: string, open: Open, user: string): Promise<void> {
    const device = this.#device;
    await this.#orphans?.spare(id);
    const found = (await device.queues(user).catch((): Found[] => []))
      .filter(({ board }) => board === id)
      .sort((one, other) => Number(other.waiting > 0) - Number(one.waiting > 0) || other.at - one.at);
    const [first] = found;
    for (const { client } of found) {
      const signal = client === first?.client ? AbortSignal.timeout(HANDOVER) : undefined;
      const hold = await device.hold(client, signal);
      if (!hold) continue;
      open.client = client;
      open.hold = hold;
      break;
    }
    if (!open.hold) {
      open.client = newClient();
      open.hold = await device.hold(open.client);
    }
    // Where another tab has the board, this one begins from what that one has, and is read offline too.
    const source = found.some(({ client }) => client === open.client) ? open.client : first?.client;
    const kept =
      source === undefined ? undefined : await device.find(user, id, source).catch(() => undefined);
    if (open.isClosed) {
      open.hold?.release();
      this.#orphans?.resume(id);
      return;
    }
    await this.#forgetIdle(id, user, found, open.client);
    const ground = this.#ground(id, user, {
      send: (up) => this.#connection?.send(up),
      client: () => client,
    });
    const keep = device.writer(user, id, open.client);
    const client: BoardClient = open.board.open({ ...ground, keep }, open.client, kept);
    this.#orphans?.resume(id);
    if (this.#session) client.connected(this.#session.number, this.#session.longest);
  }

  /** Other queues of the board in which nothing waits, and that nobody holds, are of no more use. */
  async #forgetIdle(id: string, user: string, found: readonly Found[], adopted: string): Promise<void> {
    for (const { client, waiting } of found) {
      if (waiting > 0 || client === adopted) continue;
      const hold = await this.#device.hold(client);
      if (!hold) continue;
      await this.#device.forget(user, id, client).catch(() => undefined);
      hold.release();
    }
  }

  #ground(
    id: string,
    user: string,
    { send, client }: { send: Ground['send']; client: () => BoardClient },
  ): Omit<Ground, 'keep'> {
    return {
      send,
      fetchSnapshot: () => void this.#fetch(id, user, client),
      after: (millis, task) => setTimeout(task, millis),
      now: () => Date.now(),
      newClient: () => {
        const name = newClient();
        const open = this.#open.get(id);
        if (open?.board.client === client()) {
          open.hold?.release();
          open.hold = undefined;
          open.client = name;
          void this.#device.hold(name).then((hold) => {
            if (open.client === name && !open.isClosed) open.hold = hold;
            else hold?.release();
          });
        }
        return name;
      },
      newId: () => newId((bytes) => crypto.getRandomValues(bytes)),
      refused: (draft) => {
        drafts.add(draft);
        tellRefused(draft);
      },
      doubled: tellDoubled,
      hidden: () => {
        const open = this.#open.get(id);
        open?.board.model.show({ gone: [id] });
      },
    };
  }

  async #fetch(id: string, user: string, client: () => BoardClient): Promise<void> {
    const answer = await session.ask(() => api.snapshot(id));
    if (this.#user !== user) return;
    if (answer.ok) client().snapshot(answer.value);
    else if (answer.failure === 'offline' || answer.failure === 'unexpected')
      setTimeout(() => void this.#fetch(id, user, client), 2_000);
  }

  #opening(): Opening {
    return {
      open: ways,
      ticket: async () => {
        const answer = await session.ask(() => api.ticket());
        return answer.ok ? answer.value.ticket : undefined;
      },
      build: BUILD,
    };
  }

  #connect(user: string): Connection {
    const over = () => {
      this.#connection?.close();
      this.#connection = undefined;
      void session.load();
    };
    return new Connection(this.#opening(), {
      connected: (welcome, degraded) => {
        // Somebody else has signed in on this browser: nothing of this person is sent in their name.
        if (welcome.person !== user) {
          over();
          return;
        }
        version.serverIs(welcome.build);
        this.#session = { number: welcome.session, longest: longestOf(welcome) };
        this.#degraded = degraded;
        for (const { board } of this.#open.values())
          board.client?.connected(welcome.session, longestOf(welcome));
      },
      disconnected: () => {
        this.#session = undefined;
        for (const { board } of this.#open.values()) board.client?.disconnected();
      },
      receive: (down) => this.#receive(down),
      reach: (reach) => {
        this.#reach = reach;
        for (const { board } of this.#open.values()) board.reach(reach, this.#degraded);
        if (reach === 'connected') this.#orphans?.look();
      },
      signedOut: over,
    });
  }

  #receive(down: Down): void {
    if (down.type === 'pong') for (const { board } of this.#open.values()) board.client?.receive(down);
    else if ('board' in down && down.board) this.#open.get(down.board)?.board.client?.receive(down);
  }
}

/** The secret name of a queue: 192 bits, base64url. */
function newClient(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
