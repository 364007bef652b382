import { newId } from '../../board/id';
import type { Down } from '../../wire/protocol.gen';
import { api } from '../api';
import { refused } from '../model/acts';
import type { Boards } from '../model/boards';
import type { BoardModel } from '../model/BoardModel.svelte';
import type { RefusalReason } from '../model/board';
import { session } from '../session.svelte';
import { Connection } from './Connection';
import { LiveBoard } from './LiveBoard';
import { openPoll, openStream } from './httpLine';
import { bestOf } from './ways';
import { openWebSocket } from './webSocketLine';

/** The ways to the server; the first two together take less than a connection waits (S-78). */
const ways = bestOf([
  { open: openWebSocket, patience: 3_000 },
  { open: openStream, patience: 4_500 },
  { open: openPoll, patience: 7_500 },
]);

/** The boards of this tab, over one connection; one is shown at a time. */
export class LiveBoards implements Boards {
  #connection: Connection | undefined;
  readonly #open = new Map<string, LiveBoard>();
  #session: { readonly number: number; readonly longest: number } | undefined;
  #degraded = false;

  show(id: string | undefined): BoardModel | undefined {
    for (const [other, board] of this.#open)
      if (other !== id) {
        // What it still has to send is sent first: it is kept until it is answered.
        if (board.model.status.state !== 'saved') continue;
        board.client.leave();
        this.#open.delete(other);
      }
    const me = session.me;
    if (id === undefined || !me) return undefined;
    const known = this.#open.get(id);
    if (known) return known.model;
    const board = this.#join(id, me.person);
    board.model.degraded = this.#degraded;
    this.#open.set(id, board);
    this.#connection ??= this.#connect();
    if (this.#session) board.client.connected(this.#session.number, this.#session.longest);
    return board.model;
  }

  #connect(): Connection {
    return new Connection(
      {
        open: ways,
        ticket: async () => {
          const answer = session.heed(await api.ticket());
          return answer.ok ? answer.value.ticket : undefined;
        },
        build: 'dev',
      },
      {
        connected: (welcome, degraded) => {
          const session = { number: welcome.session, longest: welcome.limits['messageBytes'] ?? Infinity };
          this.#session = session;
          this.#degraded = degraded;
          for (const board of this.#open.values()) {
            board.model.degraded = degraded;
            board.client.connected(session.number, session.longest);
          }
        },
        disconnected: () => {
          this.#session = undefined;
          for (const board of this.#open.values()) board.client.disconnected();
        },
        receive: (down) => this.#receive(down),
        reach: () => undefined,
        signedOut: () => {
          this.#connection?.close();
          this.#connection = undefined;
          void session.load();
        },
      },
    );
  }

  #join(id: string, me: string): LiveBoard {
    const board: LiveBoard = new LiveBoard(id, me, {
      send: (up) => this.#connection?.send(up),
      fetchSnapshot: () => void this.#fetch(id, board),
      after: (millis, task) => setTimeout(task, millis),
      now: () => Date.now(),
      newClient,
      newId: () => newId((bytes) => crypto.getRandomValues(bytes)),
      keep: (_, done) => done(false),
      standing: ({ joined, waiting }) => {
        board.model.status = joined
          ? { state: waiting === 0 ? 'saved' : 'saving' }
          : navigator.onLine
            ? { state: 'reconnecting' }
            : { state: 'offline', count: waiting };
      },
      refused: ({ reason }) => refused(reason as RefusalReason),
      doubled: () => undefined,
      hidden: () => board.model.show({ gone: [id] }),
    });
    return board;
  }

  async #fetch(id: string, board: LiveBoard): Promise<void> {
    const answer = session.heed(await api.snapshot(id));
    if (this.#open.get(id) !== board) return;
    if (answer.ok) board.client.snapshot(answer.value);
    else if (answer.failure === 'offline' || answer.failure === 'unexpected')
      setTimeout(() => void this.#fetch(id, board), 2_000);
  }

  #receive(down: Down): void {
    if ('board' in down && down.board) this.#open.get(down.board)?.client.receive(down);
  }
}

/** The secret name of a queue: 192 bits, base64url. */
function newClient(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
