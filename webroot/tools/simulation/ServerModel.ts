import { siblingsIn, type Entities, fold, isLive, textOf } from '../../src/board/fold.ts';
import { rankBetween } from '../../src/board/rank.ts';
import { Overlay, Store } from '../../src/board/store.ts';
import { deltaLength, transform } from '../../src/text/delta.ts';
import { type Delta, opLength } from '../../src/text/op.ts';
import type {
  Accepted,
  BoardState,
  Change,
  Command,
  Down,
  DownAnswer,
  DownFrame,
  Role,
  Up,
  UpJoin,
  UpSubmit,
} from '../../src/wire/protocol.gen.ts';
import type { Schedule } from './Schedule.ts';

/** One connection as the server sees it. */
export interface Session {
  readonly number: number;
  readonly person: string;
  send(down: Down): void;
}

interface Member {
  readonly session: Session;
  readonly client: string;
  readonly pen: number;
  role: Role;
}

/** What is remembered of a client. */
interface Remembered {
  readonly person: string;
  readonly pen: number;
  readonly number: number;
  readonly bytes: string;
  readonly seq?: number;
  readonly answer?: DownAnswer;
}

interface Refused {
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const BOARD = 'board0000001';

/**
 * The rules of the protocol's page in few words: one order, texts transformed edit by edit, exactly-once
 * by client, number and bytes, nothing told before it is durable. A crash leaves what was durable.
 */
export class ServerModel {
  readonly #schedule: Schedule;
  /** Through more edits of one text nothing is transformed. */
  readonly #mostEdits: number;
  /** Durable: frames in order, and what they remembered. */
  readonly log: DownFrame[] = [];
  /** How often each word was made durable. */
  readonly words = new Map<string, number>();
  #kept = new Map<string, Remembered>();
  readonly #begin: BoardState;
  readonly #durable: Store;

  #up = true;
  #life = 0;
  #working = new Store();
  #workingSeq = 0;
  #waiting: Accepted[] = [];
  #flying = false;
  #clients = new Map<string, Remembered>();
  #pens = new Map<string, number>();
  #nextPen = 1;
  #edits = new Map<string, { seq: number; delta: Delta }[]>();
  #members = new Map<number, Member>();
  #owed: { client: string; answer: DownAnswer }[] = [];
  readonly #readers = new Set<string>();

  constructor(schedule: Schedule, begin: BoardState, mostEdits: number) {
    this.#schedule = schedule;
    this.#begin = begin;
    this.#durable = new Store(begin.entities);
    this.#mostEdits = mostEdits;
    this.#load();
  }

  get isUp(): boolean {
    return this.#up;
  }

  get seq(): number {
    return this.log.at(-1)?.to ?? this.#begin.seq;
  }

  /** The durable state. */
  snapshot(): BoardState {
    const entities = [...this.#durable.ids()].flatMap((id) => this.#durable.get(id) ?? []);
    return { incarnation: this.#begin.incarnation, seq: this.seq, entities };
  }

  #load(): void {
    const { entities, seq } = this.snapshot();
    this.#working = new Store(entities);
    this.#workingSeq = seq;
    this.#waiting = [];
    this.#flying = false;
    this.#clients = new Map(this.#kept);
    this.#pens = new Map([...this.#kept].map(([client, { pen }]) => [client, pen]));
    this.#edits = new Map();
    for (const { submissions } of this.log) for (const accepted of submissions) this.#remember(accepted);
    this.#members = new Map();
    this.#owed = [];
  }

  /** `kill -9`: sessions end by themselves. */
  crash(): void {
    this.#up = false;
    this.#life++;
    this.#members.clear();
  }

  restart(): void {
    this.#up = true;
    this.#load();
  }

  /** Takes the right to write from somebody, or gives it back. */
  setReader(person: string, reads: boolean): void {
    if (reads) this.#readers.add(person);
    else this.#readers.delete(person);
    for (const member of [...this.#members.values()])
      if (member.session.person === person && member.role !== this.#roleOf(person))
        this.#resync(member, 'snapshot', 'role');
  }

  /** Sends somebody away, as a server does that lags. */
  shake(person: string, from: 'tail' | 'snapshot'): void {
    for (const member of [...this.#members.values()])
      if (member.session.person === person) this.#resync(member, from, 'lag');
  }

  #roleOf(person: string): Role {
    return this.#readers.has(person) ? 'lecture' : 'ecriture';
  }

  #resync(member: Member, from: 'tail' | 'snapshot', reason: string): void {
    this.#members.delete(member.session.number);
    member.session.send({ type: 'resync', board: BOARD, from, reason });
  }

  left(session: Session): void {
    this.#members.delete(session.number);
  }

  hear(session: Session, bytes: string): void {
    if (!this.#up) return;
    const up = JSON.parse(bytes) as Up;
    switch (up.type) {
      case 'join':
        this.#join(session, up);
        break;
      case 'submit':
        this.#submit(session, up, bytes);
        break;
      case 'ping':
        session.send({ type: 'pong', id: up.id, heads: { [BOARD]: this.seq } });
        break;
      case 'leave':
        this.left(session);
        break;
      case 'hello':
      case 'presence':
        break;
    }
  }

  #join(session: Session, { client = '', since, incarnation }: UpJoin): void {
    const tail = this.log.filter(({ to }) => to > since);
    const fits = since === this.seq || tail[0]?.from === since;
    if (incarnation !== this.#begin.incarnation || !fits) {
      session.send({ type: 'resync', board: BOARD, from: 'snapshot', reason: 'gap' });
      return;
    }
    const known = this.#clients.get(client);
    if (known && known.person !== session.person) {
      session.send({ type: 'error', board: BOARD, reason: 'client' });
      return;
    }
    for (const other of [...this.#members.values()])
      if (other.client === client && other.session !== session) this.#resync(other, 'tail', 'replaced');
    const pen = this.#pens.get(client) ?? this.#nextPen++;
    this.#pens.set(client, pen);
    this.#nextPen = Math.max(this.#nextPen, pen + 1);
    const role = this.#roleOf(session.person);
    this.#members.set(session.number, { session, client, pen, role });
    session.send({
      type: 'state',
      board: BOARD,
      incarnation: this.#begin.incarnation,
      role,
      head: this.seq,
      pen,
      lastNumber: known?.number ?? 0,
      ...(known?.seq === undefined ? {} : { lastSeq: known.seq }),
    });
    for (const frame of tail) session.send(frame);
  }

  #submit(session: Session, submit: UpSubmit, bytes: string): void {
    const { client, number, base } = submit;
    const member = this.#members.get(session.number);
    if (member?.client !== client) {
      session.send({ type: 'error', board: BOARD, number, reason: 'notJoined' });
      return;
    }
    const known = this.#clients.get(client);
    if (known && number <= known.number) {
      this.#repeated(member, known, number, bytes);
      return;
    }
    if (base > this.seq) throw new Error('a base beyond the head');
    if (this.#schedule.chance(0.05)) {
      session.send({
        type: 'retry',
        board: BOARD,
        number,
        reason: 'busy',
        afterMs: this.#schedule.below(300),
      });
      return;
    }
    const decided = this.#decide(submit, session.person);
    const remembered = { person: session.person, pen: member.pen, number, bytes };
    if (Array.isArray(decided)) {
      const accepted: Accepted = {
        seq: ++this.#workingSeq,
        by: session.person,
        pen: member.pen,
        number,
        at: new Date(0).toISOString(),
        changes: decided,
      };
      for (const change of accepted.changes) fold(this.#working, change, accepted);
      this.#remember(accepted);
      this.#clients.set(client, { ...remembered, seq: accepted.seq });
      this.#waiting.push(accepted);
      this.#append();
    } else {
      const at = this.#workingSeq;
      const answer: DownAnswer = { type: 'answer', board: BOARD, number, outcome: 'refused', at, ...decided };
      this.#clients.set(client, { ...remembered, answer });
      this.#owed.push({ client, answer });
      this.#pay();
    }
  }

  #repeated(member: Member, known: Remembered, number: number, bytes: string): void {
    const { session } = member;
    const at = this.seq;
    if (number < known.number) session.send({ type: 'answer', board: BOARD, number, outcome: 'old', at });
    else if (bytes !== known.bytes)
      session.send({ type: 'error', board: BOARD, number, reason: 'numberReused' });
    else if (known.answer) {
      if (known.answer.at <= at) session.send(known.answer);
    } else if (known.seq !== undefined && known.seq <= at)
      session.send({ type: 'answer', board: BOARD, number, outcome: 'accepted', seq: known.seq, at });
  }

  #remember({ seq, changes }: Accepted): void {
    for (const change of changes) {
      if (change.type !== 'edit') continue;
      const text = `${change.id}/${change.field}`;
      const edits = this.#edits.get(text) ?? [];
      this.#edits.set(text, edits);
      edits.push({ seq, delta: change.delta });
    }
  }

  #decide({ commands, base }: UpSubmit, person: string): Change[] | Refused {
    if (this.#roleOf(person) === 'lecture') return { reason: 'denied', details: { needed: 'ecriture' } };
    const state = new Overlay(this.#working);
    const changes: Change[] = [];
    for (const command of commands) {
      const decided = this.#one(state, command, base);
      if (decided === undefined) continue;
      if ('reason' in decided) return decided;
      fold(state, decided, { seq: 0, by: person, at: '' });
      changes.push(decided);
    }
    return changes;
  }

  /** One change, none, or why not. */
  #one(state: Entities, command: Command, base: number): Change | Refused | undefined {
    const { id } = command;
    const entity = state.get(id);
    const gone = { reason: 'gone', details: { id } };
    switch (command.type) {
      case 'create': {
        if (!isLive(state, command.in)) return gone;
        if (entity && !id.includes('~')) return { reason: 'taken', details: { id } };
        if (entity) return entity.removed ? { type: 'restore', id } : undefined;
        const rank = rankAfter(state, command.in, command.kind, id, command.after);
        return { type: 'put', kind: command.kind, id, in: command.in, rank, fields: command.fields };
      }
      case 'setField':
        if (!isLive(state, id)) return gone;
        if (typeof command.value === 'string' && command.value.startsWith('wrong'))
          return { reason: 'invalid', details: { id, field: command.field, fault: 'unknownWord' } };
        return { ...command, type: 'set' };
      case 'editText': {
        if (!isLive(state, id)) return gone;
        const since = (this.#edits.get(`${id}/${command.field}`) ?? []).filter(({ seq }) => seq > base);
        if (since.length > this.#mostEdits) return { reason: 'stale', details: { id, field: command.field } };
        const delta = since.reduce(
          (mine, { delta: earlier }) => transform(earlier, mine, true),
          command.delta,
        );
        fits(delta, textOf(state.get(id), command.field));
        return { type: 'edit', id, field: command.field, delta };
      }
      case 'move':
        if (!entity || !isLive(state, id) || !isLive(state, command.in)) return gone;
        return {
          type: 'move',
          id,
          in: command.in,
          rank: rankAfter(state, command.in, entity.kind, id, command.after),
        };
      case 'remove':
        if (!entity) return gone;
        return entity.removed ? undefined : { type: 'remove', id };
      case 'restore':
        if (!entity) return gone;
        return entity.removed ? { type: 'restore', id } : undefined;
    }
  }

  /** One commit at a time; what comes meanwhile goes in the next. */
  #append(): void {
    if (this.#flying || this.#waiting.length === 0) return;
    this.#flying = true;
    const submissions = this.#waiting;
    this.#waiting = [];
    const clients = new Map(this.#clients);
    const frame: DownFrame = {
      type: 'frame',
      board: BOARD,
      from: this.seq,
      to: submissions.at(-1)!.seq,
      submissions,
    };
    const life = this.#life;
    this.#schedule.after(this.#schedule.below(30), () => {
      if (life !== this.#life) return;
      this.#flying = false;
      this.log.push(frame);
      for (const accepted of submissions)
        for (const change of accepted.changes) fold(this.#durable, change, accepted);
      for (const word of wordsIn(frame)) this.words.set(word, (this.words.get(word) ?? 0) + 1);
      this.#kept = clients;
      for (const { session } of this.#members.values()) session.send(frame);
      this.#pay();
      this.#append();
    });
  }

  /** A refusal is told once what it rests on is durable. */
  #pay(): void {
    this.#owed = this.#owed.filter(({ client, answer }) => {
      if (answer.at > this.seq) return true;
      for (const member of this.#members.values()) if (member.client === client) member.session.send(answer);
      return false;
    });
  }
}

function rankAfter(
  state: Entities,
  parent: string,
  kind: string,
  id: string,
  after: string | undefined,
): string {
  const others = siblingsIn(state, parent, kind).filter((sibling) => sibling.id !== id);
  const found = others.findIndex((sibling) => sibling.id === after);
  const place = after === undefined ? 0 : found < 0 ? others.length : found + 1;
  return rankBetween(others[place - 1]?.rank, others[place]?.rank);
}

/** A delta beyond the end of its text is never refused here: the client is wrong that made it. */
function fits(delta: Delta, text: Delta): void {
  const reach = delta.reduce((sum, op) => ('insert' in op ? sum : sum + opLength(op)), 0);
  if (reach >= deltaLength(text)) throw new Error(`${JSON.stringify(delta)} on ${JSON.stringify(text)}`);
}

/** The words by which acts are found again; in a change only those that it brings stand. */
export function wordsIn(what: unknown): string[] {
  return JSON.stringify(what).match(/<\w+>/gu) ?? [];
}
