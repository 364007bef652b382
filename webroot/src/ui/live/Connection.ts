import type { Down, DownWelcome, Up } from '../../wire/protocol.gen';
import type { Line, OpenLine } from './Line';

/** Silence after which the server is asked whether it is there, and how long its answer may take. */
const QUIET = 10_000;
const PATIENCE = 4_000;

/** How long each step of opening may take: a server that has just started is asked by everybody. */
const OPENING = 8_000;

/** How often that is looked at; a look that comes so late means that this machine slept. */
const WATCH = 1_000;
const SLEPT = 5_000;

const FIRST_RETRY = 500;
const LONGEST_RETRY = 10_000;

/** Attempts that may fail before one says that there is no connection. */
const HOPES = 2;

/** `broken` is short: it comes back by itself or becomes `away`. */
export type Reach = 'connected' | 'broken' | 'away';

/** What a connection needs of the tab. */
export interface Opening {
  open: OpenLine;
  /** Asks for a single-use ticket; nothing when there is none to be had now. */
  ticket(): Promise<string | undefined>;
  /** What this page was built from. */
  build: string;
}

/** What hears a connection. */
export interface Listener {
  connected(welcome: DownWelcome, degraded: boolean): void;
  disconnected(): void;
  receive(down: Down): void;
  /** Told after `connected` and `disconnected` as well. */
  reach(reach: Reach): void;
  /** The server says that this session is over. */
  signedOut(): void;
}

/** Close code: signed out, here or in another tab. */
const SIGNED_OUT = 4403;
const BROKEN = 1006;

/** One connection that is kept: opened, asked whether it lives, opened again. */
export class Connection {
  readonly #opening: Opening;
  readonly #listener: Listener;
  #line: Line | undefined;
  /** Which attempt is the one that counts; answers to an older one come to nothing. */
  #attempt = 0;
  #trying = false;
  #welcomed = false;
  #reach: Reach = 'broken';
  #failures = 0;
  #heardAt = 0;
  /** Until when something must be heard. */
  #deadline: number | undefined;
  #watchedAt = Date.now();
  #pings = 0;
  #comeBack: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(opening: Opening, listener: Listener) {
    this.#opening = opening;
    this.#listener = listener;
    this.#watchOn();
    addEventListener('online', this.#wake);
    addEventListener('offline', this.#ask);
    document.addEventListener('visibilitychange', this.#wake);
    void this.#connect();
  }

  /** Ends it for good. */
  close(): void {
    clearTimeout(this.#watch);
    clearTimeout(this.#timer);
    removeEventListener('online', this.#wake);
    removeEventListener('offline', this.#ask);
    document.removeEventListener('visibilitychange', this.#wake);
    this.#attempt++;
    this.#line?.close();
    this.#line = undefined;
  }

  /** Sends a message; without a connection it is lost, and the queue sends it again. */
  send(up: Up | string): void {
    if (!this.#welcomed) return;
    this.#line?.send(typeof up === 'string' ? up : JSON.stringify(up));
    // A submission is answered: silence after it says as much as after a ping.
    if (typeof up === 'string') this.#deadline ??= Date.now() + PATIENCE;
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#timer);
    const attempt = ++this.#attempt;
    this.#trying = true;
    this.#deadline = Date.now() + OPENING;
    const ticket = await this.#opening.ticket();
    if (attempt !== this.#attempt) return;
    if (ticket === undefined) {
      this.#ended(BROKEN);
      return;
    }
    this.#deadline = Date.now() + OPENING;
    const line = this.#opening.open({
      opened: () => {
        if (attempt !== this.#attempt) return;
        const hello: Up = { type: 'hello', ticket, protocol: 1, build: this.#opening.build };
        line.send(JSON.stringify(hello));
      },
      heard: (down) => {
        if (attempt === this.#attempt) this.#hear(down, line);
      },
      closed: (code) => {
        if (attempt === this.#attempt) this.#ended(code);
      },
    });
    this.#line = line;
  }

  #hear(down: Down, line: Line): void {
    this.#heardAt = Date.now();
    this.#deadline = undefined;
    if (down.type === 'welcome') {
      this.#trying = false;
      this.#welcomed = true;
      this.#failures = 0;
      this.#listener.connected(down, line.degraded);
      this.#tell('connected');
    } else if (down.type === 'goingAway') this.#comeBack = down.afterMs;
    else this.#listener.receive(down);
  }

  /** The line is no more: the next is opened after a while. */
  #ended(code: number): void {
    this.#attempt++;
    this.#line = undefined;
    this.#trying = false;
    this.#deadline = undefined;
    if (code === SIGNED_OUT) {
      this.#welcomed = false;
      this.#listener.disconnected();
      this.#listener.signedOut();
    } else if (this.#welcomed) {
      this.#welcomed = false;
      this.#listener.disconnected();
      this.#tell('broken');
      this.#later();
    } else this.#failed();
  }

  #failed(): void {
    this.#failures++;
    if (this.#failures >= HOPES) this.#tell('away');
    this.#later();
  }

  #later(): void {
    const wait =
      this.#comeBack ??
      Math.min(FIRST_RETRY * 2 ** this.#failures, LONGEST_RETRY) * (0.5 + Math.random() / 2);
    this.#comeBack = undefined;
    this.#timer = setTimeout(() => void this.#connect(), wait);
  }

  #tell(reach: Reach): void {
    if (reach === this.#reach) return;
    this.#reach = reach;
    this.#listener.reach(reach);
  }

  #giveUp(): void {
    this.#line?.close();
    this.#ended(BROKEN);
  }

  readonly #wake = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.#look();
    if (!this.#line && !this.#trying) void this.#connect();
  };

  /** A link that is dead says nothing: it is asked, and given up when it does not answer. */
  readonly #ask = (): void => {
    this.send({ type: 'ping', id: ++this.#pings });
    if (this.#welcomed) this.#deadline ??= Date.now() + PATIENCE;
  };

  /** Looks every second, and just when something is due. */
  #watchOn(): void {
    const due = this.#deadline ?? (this.#welcomed ? this.#heardAt + QUIET : Infinity);
    const wait = Math.min(WATCH, Math.max(0, due - Date.now()));
    this.#watch = setTimeout(() => {
      this.#look();
      this.#watchOn();
    }, wait);
  }

  #look(): void {
    const now = Date.now();
    const slept = now - this.#watchedAt > SLEPT && document.visibilityState === 'visible';
    const quiet = this.#welcomed && now - this.#heardAt >= QUIET;
    this.#watchedAt = now;
    // Whoever slept catches up before anything is sent: what the old line may still carry is not waited for.
    if ((slept && quiet) || (this.#deadline !== undefined && now >= this.#deadline)) this.#giveUp();
    else if (quiet && this.#deadline === undefined) this.#ask();
  }
}
