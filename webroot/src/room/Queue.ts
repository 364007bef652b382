import type { Entities } from '../board/fold';
import type { Command, Up } from '../wire/protocol.gen';
import type { Changed } from './BoardCopy';
import { ownTexts, type Refusal } from './drafts';
import { Keeper } from './Keeper';
import type { Act, Draft, InFlight, OwnText, QueueRecord } from './kept';
import { Pending } from './Pending';
import { utf8Length } from './utf8';
import type { Standing, World } from './world';

/** A queue in which nothing was answered for so long, in ms, is not sent any more. */
const OLDEST = 14 * 24 * 3_600_000;

/** What is written beside a queue: the board that its acts are made on. */
export type Beside = Pick<QueueRecord, 'incarnation' | 'seq' | 'role'> & Changed;

/**
 * The queue of one tab on one board: what waits, under which name and numbers, and what of it is written
 * on this device. Nothing leaves before it is written.
 */
export class Queue {
  readonly pending: Pending;
  readonly #board: string;
  readonly #world: World;
  readonly #keeper: Keeper;
  #client: string;
  #number: number;
  #since: number;
  /** The write that holds what is on its way, and whether that has been sent since joining. */
  #frozen = 0;
  #sent = false;
  #drafts: Draft[] = [];

  /**
   * @param beside takes what is to be written beside the queue
   * @param durable called when something has become durable, or never will
   */
  constructor(
    board: string,
    world: World,
    client: string,
    found: QueueRecord | undefined,
    beside: () => Beside,
    durable: () => void,
  ) {
    this.#board = board;
    this.#world = world;
    this.#client = client;
    this.#number = found?.number ?? 0;
    this.#since = found?.since ?? 0;
    this.pending = new Pending(found?.inFlight, found?.pending);
    this.#keeper = new Keeper(
      (done) => {
        const { entities, gone, anew, ...state } = beside();
        const drafts = this.#drafts;
        this.#drafts = [];
        const queue = { ...state, ...this.#record() };
        world.keep({ client: this.#client, queue, entities, gone, anew, drafts }, done);
      },
      (millis, task) => world.after(millis, task),
      durable,
    );
  }

  #record(): Omit<QueueRecord, 'incarnation' | 'seq' | 'role'> {
    const { inFlight, waiting } = this.pending;
    return {
      number: this.#number,
      ...(inFlight ? { inFlight } : {}),
      // A value: it may be written a moment later.
      pending: [...waiting],
      since: this.#since,
    };
  }

  /** The secret name of the queue. */
  get client(): string {
    return this.#client;
  }

  /** The newest number that a submission was given. */
  get number(): number {
    return this.#number;
  }

  get inFlight(): InFlight | undefined {
    return this.pending.inFlight;
  }

  get standing(): Pick<Standing, 'waiting' | 'keeps' | 'kept'> {
    const { keeps, isKept } = this.#keeper;
    return { waiting: this.pending.count, keeps, kept: isKept };
  }

  /** Whether nothing has been answered for too long. */
  get hasExpired(): boolean {
    return this.pending.count > 0 && this.#world.now() - this.#since > OLDEST;
  }

  /** Has what is written follow what waits, now. */
  write(): void {
    this.#keeper.now();
  }

  /** Has what is written follow what the server has told, soon. */
  writeSoon(): void {
    this.#keeper.soon();
  }

  /** Writes what is still to be written, for good. */
  close(): void {
    this.#keeper.flush();
  }

  /** @param mark the name of what the person did */
  add(commands: readonly Command[], mark: string): void {
    this.#begin();
    this.pending.add(commands, mark);
  }

  /** As `Pending.takeBack`. */
  takeBack(commands: readonly Command[], mark: string, acts: number): readonly Command[] {
    this.#begin();
    return this.pending.takeBack(commands, mark, acts);
  }

  #begin(): void {
    if (this.pending.count === 0) this.#since = this.#world.now();
  }

  /**
   * Freezes what is first in the queue and writes it.
   *
   * @param longest message that the server takes, in bytes
   * @returns the act, taken out, when it is longer than that
   */
  freeze(base: number, longest: number): Act | undefined {
    const [next] = this.pending.waiting;
    if (!next) return undefined;
    const number = this.#number + 1;
    const submit: Up = {
      type: 'submit',
      board: this.#board,
      client: this.#client,
      number,
      base,
      commands: next.commands,
    };
    const bytes = JSON.stringify(submit);
    if (utf8Length(bytes) > longest) return this.pending.skip();
    this.#number = number;
    this.pending.freeze(number, bytes);
    this.#sent = false;
    this.#frozen = this.#keeper.now();
    return undefined;
  }

  /** Sends what is on its way, unless that was done since joining: only once it is durable here. */
  send(): void {
    const { inFlight } = this.pending;
    if (!inFlight || this.#sent || !this.#keeper.mayLeave(this.#frozen)) return;
    this.#sent = true;
    this.#world.send(inFlight.bytes);
  }

  /** What is on its way may not have arrived, and is to be sent again. */
  lost(): void {
    this.#sent = false;
  }

  /** What was on its way has an outcome. */
  answered(): void {
    this.pending.answered();
    this.#since = this.#world.now();
  }

  /** What was on its way is asked anew, as it is now. */
  again(): void {
    this.pending.again();
    this.#since = this.#world.now();
  }

  /** Goes on under another name: what has no outcome is asked again. */
  rename(): void {
    if (this.pending.count > 0) this.#world.doubled();
    this.#client = this.#world.newClient();
    this.#number = 0;
    this.pending.again();
    this.#keeper.now();
  }

  /**
   * Makes a draft of an act; it is written with what waits.
   *
   * @param own its texts from before others edited them
   * @param state that it was made on
   * @param merged whether it goes on, merged into what the others wrote
   */
  putDown(
    act: Act,
    own: readonly OwnText[],
    { reason, details }: Refusal,
    state: Entities,
    merged = false,
  ): void {
    const draft: Draft = {
      id: this.#world.newId(),
      board: this.#board,
      at: this.#world.now(),
      reason,
      details,
      commands: act.commands,
      texts: ownTexts(act, own, state),
      merged,
    };
    this.#drafts.push(draft);
    this.#world.refused(draft);
  }
}
