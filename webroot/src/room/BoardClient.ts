import { childrenOf, fold, isLive, textOf } from '../board/fold';
import { preview } from '../board/preview';
import { Overlay, Store } from '../board/store';
import { diff } from '../text/diff';
import type { Delta } from '../text/op';
import type {
  Accepted,
  BoardState,
  Command,
  Down,
  DownAnswer,
  DownError,
  DownFrame,
  DownState,
  EntityState,
  Place,
  Present,
  Role,
  Shown,
  Up,
} from '../wire/protocol.gen';
import { Pending, type TextEdit } from './Pending';

/** What became of the acts of this tab. Only `saved` means durable on the server. */
export type Standing = 'saved' | 'saving' | 'reconnecting';

/** A text that has moved on the screen, and what others did to it. */
export interface MovedText {
  readonly id: string;
  readonly field: string;
  readonly foreign?: Delta;
}

/** What has moved on the screen since the last time, as seen with the acts of this tab. */
export interface Moved {
  readonly ids: ReadonlySet<string>;
  readonly texts: readonly MovedText[];
  /** Who did it, when it was somebody else, and what they touched. */
  readonly by?: string;
  readonly touched?: readonly { readonly id: string; readonly field?: string }[];
}

/** What the client of a board needs of the world. */
export interface World {
  /** Sends a message, if there is a connection; what is lost is sent again later. */
  send(up: Up | string): void;
  /** Fetches a new snapshot and hands it to `restart`. */
  fetchSnapshot(): void;
  /** Runs something after a while. */
  after(millis: number, task: () => void): void;
  newClient(): string;
  moved(moved: Moved): void;
  standing(standing: Standing, count: number): void;
  role(role: Role): void;
  people(people: Readonly<Record<string, Shown>>): void;
  presences(presences: readonly Present[]): void;
  refused(reason: string, details: Readonly<Record<string, unknown>>, commands: readonly Command[]): void;
  /** The board cannot be seen, or not any more. */
  hidden(): void;
}

/**
 * One board in one tab: what the server has told, what this tab has asked on top of it, and the queue
 * between. Knows neither sockets nor timers nor the page.
 */
export class BoardClient {
  readonly #board: string;
  readonly #world: World;
  readonly #pending = new Pending();
  readonly #presences = new Map<number, Present>();
  #client: string;
  #confirmed = new Store();
  #view = new Overlay(this.#confirmed);
  #incarnation = '';
  #seq = -1;
  #number = 0;
  #pen: number | undefined;
  #session = 0;
  #connected = false;
  #joined = false;
  #place: Place | undefined;

  constructor(board: string, world: World) {
    this.#board = board;
    this.#world = world;
    this.#client = world.newClient();
  }

  /** A connection has said who this tab is. */
  connected(session: number): void {
    this.#session = session;
    this.#connected = true;
    this.#joined = false;
    this.#presences.clear();
    if (this.#seq < 0) this.#world.fetchSnapshot();
    else this.#join();
  }

  disconnected(): void {
    this.#connected = false;
    this.#joined = false;
    this.#tell();
  }

  /** Begins from a snapshot, or begins again: what waits is carried over to the new state. */
  restart(state: BoardState): void {
    const before = this.#confirmed;
    const first = this.#seq < 0;
    this.#confirmed = new Store(state.entities);
    this.#incarnation = state.incarnation;
    this.#seq = state.seq;
    const texts: MovedText[] = [];
    for (const id of this.#confirmed.ids()) {
      const entity = this.#confirmed.get(id);
      for (const [field, content] of Object.entries(entity?.fields ?? {})) {
        if (!Array.isArray(content)) continue;
        const foreign = first ? undefined : diff(textOf(before.get(id), field), textOf(entity, field));
        const moved = foreign && this.#pending.foreign(id, field, foreign);
        texts.push({ id, field, ...(moved ? { foreign: moved } : {}) });
      }
    }
    this.#show(new Set([...before.ids(), ...this.#confirmed.ids()]), texts);
    if (this.#connected) this.#join();
  }

  #join(): void {
    this.#world.send({
      type: 'join',
      board: this.#board,
      client: this.#client,
      incarnation: this.#incarnation,
      since: this.#seq,
    });
  }

  /** Stops following the board. */
  leave(): void {
    if (this.#joined) this.#world.send({ type: 'leave', board: this.#board });
    this.#joined = false;
  }

  /** One act of the person: shown at once, sent as soon as the one before is answered. */
  submit(commands: readonly Command[]): void {
    const texts = commands.flatMap((command) =>
      command.type === 'editText' ? [{ id: command.id, field: command.field }] : [],
    );
    this.#pending.add(commands);
    this.#show(new Set(commands.map(({ id }) => id)), texts);
    this.#sendNext();
    this.#tell();
  }

  /** Where the person is. */
  at(place: Place | undefined): void {
    this.#place = place;
    this.#sendPresence();
  }

  #sendPresence(): void {
    if (!this.#joined) return;
    this.#world.send({
      type: 'presence',
      board: this.#board,
      seq: this.#seq,
      after: this.#number,
      ...(this.#place ? { at: this.#place } : {}),
    });
  }

  #sendNext(): void {
    if (!this.#joined) return;
    const sent = this.#pending.send((commands) => {
      const number = ++this.#number;
      const bytes = JSON.stringify({
        type: 'submit',
        board: this.#board,
        client: this.#client,
        number,
        base: this.#seq,
        commands,
      } satisfies Up);
      return { number, bytes };
    });
    if (sent) this.#world.send(sent.bytes);
  }

  #resend(): void {
    const { inFlight } = this.#pending;
    if (inFlight) this.#world.send(inFlight.bytes);
    else this.#sendNext();
  }

  receive(down: Down): void {
    switch (down.type) {
      case 'state':
        this.#state(down);
        break;
      case 'frame':
        this.#frame(down);
        break;
      case 'answer':
        this.#answer(down);
        break;
      case 'retry':
        this.#world.after(down.afterMs, () => {
          if (this.#joined && this.#pending.inFlight?.number === down.number) this.#resend();
        });
        break;
      case 'people':
        this.#world.people(down.people);
        break;
      case 'presence':
        for (const present of down.sessions) {
          if (present.gone) this.#presences.delete(present.session);
          else if (present.session !== this.#session) this.#presences.set(present.session, present);
        }
        this.#world.presences([...this.#presences.values()]);
        break;
      case 'resync':
        this.#resync(down.from, down.reason);
        break;
      case 'error':
        this.#error(down);
        break;
      case 'welcome':
      case 'pong':
      case 'goingAway':
      case 'insight':
        break;
    }
  }

  #state({ role, pen }: DownState): void {
    this.#joined = true;
    this.#pen = pen;
    this.#world.role(role);
    this.#resend();
    this.#sendPresence();
    this.#tell();
  }

  #resync(from: 'tail' | 'snapshot', reason: string): void {
    this.#joined = false;
    this.#tell();
    if (reason === 'replaced') this.#rename();
    if (from === 'snapshot') this.#world.fetchSnapshot();
    else if (reason === 'unavailable')
      this.#world.after(1_000, () => {
        if (this.#connected && !this.#joined) this.#join();
      });
    else this.#join();
  }

  #frame({ from, to, submissions }: DownFrame): void {
    if (to <= this.#seq) return;
    if (from !== this.#seq) {
      this.#resync('snapshot', 'gap');
      return;
    }
    const ids = new Set<string>();
    const texts: MovedText[] = [];
    let by: string | undefined;
    const touched: { id: string; field?: string }[] = [];
    for (const submission of submissions) {
      const own = this.#isOwn(submission);
      if (own) this.#pending.accepted();
      else {
        by = submission.by;
        for (const change of submission.changes)
          touched.push({ id: change.id, ...('field' in change ? { field: change.field } : {}) });
      }
      this.#fold(submission, own, ids, texts);
    }
    this.#seq = to;
    this.#show(ids, texts, by === undefined ? undefined : { by, touched });
    this.#sendNext();
    this.#tell();
  }

  #isOwn({ pen, number }: Accepted): boolean {
    return pen !== undefined && pen === this.#pen && number === this.#pending.inFlight?.number;
  }

  #fold(submission: Accepted, own: boolean, ids: Set<string>, texts: MovedText[]): void {
    for (const change of submission.changes) {
      ids.add(change.id);
      if (change.type === 'edit') {
        const { id, field } = change;
        const foreign = own ? undefined : this.#pending.foreign(id, field, change.delta);
        texts.push({ id, field, ...(foreign ? { foreign } : {}) });
      }
      if (change.type === 'purge') for (const inside of this.#descendants(change.id)) ids.add(inside);
      const parent = this.#confirmed.get(change.id)?.in;
      if (parent !== undefined) ids.add(parent);
      fold(this.#confirmed, change, submission);
    }
  }

  *#descendants(id: string): Iterable<string> {
    for (const inside of this.#confirmed.inside(id)) {
      yield inside;
      yield* this.#descendants(inside);
    }
  }

  #answer({ number, outcome, seq, reason, details }: DownAnswer): void {
    const { inFlight } = this.#pending;
    if (inFlight?.number !== number) return;
    if (outcome === 'refused') {
      this.#drop(reason ?? 'invalid', details ?? {});
    } else if (outcome === 'old' || (seq !== undefined && seq <= this.#seq)) {
      this.#pending.accepted();
      this.#show(new Set(inFlight.commands.map(({ id }) => id)), []);
    }
    this.#sendNext();
    this.#tell();
  }

  /** The act on its way will not be: the screen shows the board without it. */
  #drop(reason: string, details: Readonly<Record<string, unknown>>): void {
    const commands = this.#pending.inFlight?.commands ?? [];
    const undone: TextEdit[] = this.#pending.refused((id, field) => textOf(this.#confirmed.get(id), field));
    const texts = undone.map(({ id, field, delta }) => ({ id, field, foreign: delta }));
    this.#show(new Set(commands.map(({ id }) => id)), texts);
    this.#world.refused(reason, details, commands);
  }

  #error({ reason, number }: DownError): void {
    if (reason === 'noBoard') {
      this.#joined = false;
      this.#world.hidden();
    } else if (reason === 'numberReused' || reason === 'client') {
      this.#rename();
      this.#join();
    } else if (reason === 'ahead') {
      this.#resync('snapshot', 'ahead');
    } else if (reason === 'notJoined') {
      this.#joined = false;
      this.#join();
    } else if (number !== undefined && number === this.#pending.inFlight?.number) {
      this.#drop('invalid', {});
      this.#sendNext();
      this.#tell();
    }
  }

  /** Goes on under another name: what is on its way is asked again. */
  #rename(): void {
    this.#client = this.#world.newClient();
    this.#number = 0;
    this.#pending.again();
  }

  /** Shows the board anew: what the server has told and, over it, what this tab has asked. */
  #show(
    touched: ReadonlySet<string>,
    texts: readonly MovedText[],
    others?: Pick<Moved, 'by' | 'touched'>,
  ): void {
    const ids = new Set([...touched, ...this.#view.changed()]);
    this.#view = new Overlay(this.#confirmed);
    for (const commands of this.#pending.commands()) preview(this.#view, commands);
    for (const id of this.#view.changed()) ids.add(id);
    this.#world.moved({ ids, texts, ...others });
  }

  #tell(): void {
    const count = this.#pending.count;
    this.#world.standing(this.#joined ? (count === 0 ? 'saved' : 'saving') : 'reconnecting', count);
  }

  /** An entity as it is on the screen; nothing when it, or one that it is in, is in the bin. */
  entity(id: string): EntityState | undefined {
    return isLive(this.#view, id) ? this.#view.get(id) : undefined;
  }

  children(parent: string, kind: string): EntityState[] {
    return childrenOf(this.#view, parent, kind);
  }

  text(id: string, field: string): Delta {
    return textOf(this.#view.get(id), field);
  }
}
