import type { Down, Up } from '../../wire/protocol.gen';
import { api } from '../api';
import { session } from '../session.svelte';

/** Silence after which the server is asked whether it is there, and how long its answer may take. */
const QUIET = 10_000;
const PATIENCE = 4_000;

const FIRST_RETRY = 500;
const LONGEST_RETRY = 10_000;

/** Close code: signed out, here or in another tab. */
const SIGNED_OUT = 4403;

/** What hears a line. */
export interface Listener {
  connected(session: number): void;
  disconnected(): void;
  receive(down: Down): void;
}

/** The one connection of this tab: opens it, keeps it alive, opens it again. */
export class Line {
  readonly #listener: Listener;
  readonly #decoder = new TextDecoder();
  #socket: WebSocket | undefined;
  #wanted = false;
  #opening = false;
  #retry = FIRST_RETRY;
  #heardAt = 0;
  #askedAt: number | undefined;
  #pings = 0;
  #comeBack: number | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
    setInterval(() => this.#watch(), 1_000);
    addEventListener('online', () => this.#now());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#now();
    });
  }

  /** Keeps a connection from now on. */
  open(): void {
    this.#wanted = true;
    if (!this.#socket && !this.#opening) void this.#connect();
  }

  close(): void {
    this.#wanted = false;
    this.#socket?.close(1000);
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Sends a message; without a connection it is lost, and the queue sends it again. */
  send(up: Up | string): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(typeof up === 'string' ? up : JSON.stringify(up));
    if (typeof up === 'string') this.#askedAt ??= performance.now();
  }

  async #connect(): Promise<void> {
    this.#opening = true;
    const answer = session.heed(await api.ticket());
    this.#opening = false;
    if (!this.#wanted || session.me === null) return;
    if (!answer.ok) {
      this.#later();
      return;
    }
    const { ticket } = answer.value;
    const url = new URL('/ws', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    const socket = new WebSocket(url, 'binome.v1');
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      this.#heardAt = performance.now();
      this.#askedAt = undefined;
      this.send({ type: 'hello', ticket, protocol: 1, build: 'dev' });
    };
    socket.onmessage = ({ data }) => {
      if (data instanceof ArrayBuffer) this.#hear(JSON.parse(this.#decoder.decode(data)) as Down);
    };
    socket.onclose = ({ code }) => this.#closed(socket, code);
  }

  #hear(down: Down): void {
    this.#heardAt = performance.now();
    this.#askedAt = undefined;
    if (down.type === 'welcome') {
      this.#retry = FIRST_RETRY;
      this.#listener.connected(down.session);
    } else if (down.type === 'goingAway') this.#comeBack = down.afterMs;
    else this.#listener.receive(down);
  }

  #closed(socket: WebSocket, code: number): void {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    this.#listener.disconnected();
    if (code === SIGNED_OUT) void session.load();
    if (this.#wanted) this.#later();
  }

  #later(): void {
    const wait = this.#comeBack ?? this.#retry * (0.5 + Math.random());
    this.#comeBack = undefined;
    this.#retry = Math.min(2 * this.#retry, LONGEST_RETRY);
    setTimeout(() => this.#now(), wait);
  }

  #now(): void {
    if (this.#wanted && !this.#socket && !this.#opening) void this.#connect();
  }

  /** A link that is dead says nothing: it is asked, and given up when it does not answer. */
  #watch(): void {
    const socket = this.#socket;
    if (!socket) return;
    const now = performance.now();
    if (this.#askedAt !== undefined && now - this.#askedAt > PATIENCE) {
      socket.onclose = null;
      socket.close();
      this.#closed(socket, 1006);
    } else if (this.#askedAt === undefined && now - this.#heardAt > QUIET) {
      this.send({ type: 'ping', id: ++this.#pings });
      this.#askedAt = now;
    }
  }
}
