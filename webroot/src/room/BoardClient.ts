import { difference } from '../board/difference';
import { type Entities, textOf } from '../board/fold';
import { preview } from '../board/preview';
import { compose, sameDelta } from '../text/delta';
import { diff } from '../text/diff';
import type { Delta } from '../text/op';
import type {
  Accepted,
  BoardState,
  Change,
  Command,
  Down,
  DownAnswer,
  DownError,
  DownFrame,
  DownState,
  EditChange,
  EntityState,
  Place,
  Present,
  Role,
} from '../wire/protocol.gen';
import { collides, type Left } from './back';
import { BoardCopy } from './BoardCopy';
import type { Refusal } from './drafts';
import { History, type Taken } from './History';
import type { Act, InFlight, Kept, OwnText } from './kept';
import { Queue } from './Queue';
import type { Moved, MovedText, World } from './world';

/**
 * How long, in ms, the place waits to be told: a key has to be shown first, and the server tells of places
 * ten times a second at most.
 */
const PLACE_WAITS = 50;

/**
 * One board in one tab: what the server has told, what this tab has asked on top of it, and the queue
 * between. Knows neither sockets nor timers nor the page nor where it is kept.
 */
export class BoardClient {
  readonly #board: string;
  readonly #world: World;
  readonly #queue: Queue;
  readonly #history = new History();
  readonly #presences = new Map<number, Present>();
  #copy: BoardCopy;
  #incarnation: string;
  #seq: number;
  #role: Role;
  #pen: number | undefined;
  #wantsSnapshot = false;
  /** A snapshot that is not shown yet: it is not known whether what is on its way is in it. */
  #fetched: BoardState | undefined;
  #session = 0;
  #longest = Infinity;
  #connected = false;
  #joined = false;
  #quarantined = false;
  /** How far the tail goes that comes after joining; nothing is sent before it is here. */
  #head = Infinity;
  /** A head beyond our own that we were told of. */
  #missing: number | undefined;
  #place: Place | undefined;
  #placeWaits = false;
  #closed = false;

  /**
   * @param client the secret name of the queue
   * @param found what was kept of it, or of another, of which only the board is taken over
   */
  constructor(board: string, world: World, client: string, found?: Kept) {
    const isOwn = found?.client === client;
    this.#board = board;
    this.#world = world;
    this.#copy = new BoardCopy(found?.entities ?? [], !isOwn);
    this.#incarnation = found?.queue.incarnation ?? '';
    this.#seq = found?.queue.seq ?? -1;
    this.#role = found?.queue.role ?? 'lecture';
    this.#queue = new Queue(
      board,
      world,
      client,
      isOwn ? found.queue : undefined,
      () => ({
        incarnation: this.#incarnation,
        seq: this.#seq,
        role: this.#role,
        ...this.#copy.takeChanged(),
      }),
      () => {
        if (this.#closed) return;
        if (this.#isReady) this.#queue.send();
        this.#tell();
      },
    );
  }

  /** Shows what was found of the board on this device. */
  show(): void {
    if (this.#seq < 0) return;
    this.#world.role(this.#role);
    this.#show(this.#copy.toldIds(), []);
    this.#tell();
  }

  /**
   * A connection has said who this tab is.
   *
   * @param longest message that the server takes, in bytes
   */
  connected(session: number, longest: number): void {
    this.#session = session;
    this.#longest = longest;
    this.#connected = true;
    this.#presences.clear();
    if (this.#seq < 0 || this.#wantsSnapshot) this.#beginAgain();
    else this.#join();
  }

  disconnected(): void {
    this.#connected = false;
    this.#left();
    this.#tell();
  }

  #left(): void {
    this.#joined = false;
    this.#missing = undefined;
    this.#queue.lost();
  }

  /** Asks for the whole board. */
  #beginAgain(): void {
    this.#left();
    this.#wantsSnapshot = true;
    this.#world.fetchSnapshot();
  }

  /** Takes a snapshot: begins from it, or begins again and carries over what waits. */
  snapshot(state: BoardState): void {
    if (!this.#wantsSnapshot || this.#closed) return;
    this.#wantsSnapshot = false;
    if (this.#queue.inFlight) this.#fetched = state;
    else this.#adopt(state, []);
    if (this.#connected) this.#join();
  }

  /** @param included what waited and is in the snapshot */
  #adopt(state: BoardState, included: readonly Act[]): void {
    const before = this.#copy;
    const base = before.with(included);
    if (included.length > 0) this.#queue.answered();
    const now = new BoardCopy(state.entities, true);
    const ids = [...before.toldIds(), ...now.toldIds()];
    const texts: MovedText[] = [];
    const doubtful: string[] = [];
    const told = now.with([]);
    const changes = this.#seq < 0 ? [] : difference(base, told, ids);
    const left = changes.flatMap((change) => {
      if (change.type === 'edit') {
        const { acts } = this.#queue.pending;
        texts.push(this.#edited(change, textOf(base.get(change.id), change.field)));
        doubtful.push(...this.#queue.pending.takingOutLess(acts));
      }
      return this.#changed(change, told.get(change.id)?.removed?.by, told);
    });
    this.#copy = now;
    this.#fetched = undefined;
    this.#incarnation = state.incarnation;
    this.#seq = state.seq;
    this.#show(ids, texts);
    // What an act took out stands elsewhere perhaps: to bring it back would double it.
    if (doubtful.length > 0) this.#history.drop(doubtful, this.#copy.view);
    this.#tellLeft(left);
    this.#queue.writeSoon();
  }

  #join(): void {
    this.#left();
    this.#world.send({
      type: 'join',
      board: this.#board,
      client: this.#queue.client,
      incarnation: this.#fetched?.incarnation ?? this.#incarnation,
      since: this.#fetched?.seq ?? this.#seq,
    });
  }

  /** Stops following the board. */
  leave(): void {
    if (this.#joined) this.#world.send({ type: 'leave', board: this.#board });
    this.#left();
    this.#queue.close();
    this.#closed = true;
  }

  /**
   * One act of the person: shown and written down at once, sent as soon as the one before is answered.
   *
   * @returns its name, by which it can be taken back
   */
  submit(commands: readonly Command[]): string {
    const mark = this.#history.did(commands, this.#copy.view, this.#world.now(), () => this.#world.newId());
    this.#queue.add(commands, mark);
    this.#copy.layMore(commands);
    const texts = commands.flatMap((command) =>
      command.type === 'editText' ? [{ id: command.id, field: command.field }] : [],
    );
    this.#world.moved({ ids: new Set(commands.map(({ id }) => id)), texts });
    this.#sendNext(true);
    this.#tell();
    return mark;
  }

  /**
   * Takes back the person's last act, as far as nobody has changed the same since.
   *
   * @param mark that act instead; one that edits a text only in its turn
   * @returns what was done for it; undefined when there is nothing to take back
   */
  undo(mark?: string): readonly Command[] | undefined {
    return this.#takeBack(this.#history.undo(this.#copy.view, mark));
  }

  /** Does again what was taken back last. */
  redo(): readonly Command[] | undefined {
    return this.#takeBack(this.#history.redo(this.#copy.view));
  }

  #takeBack(taken: Taken | undefined): readonly Command[] | undefined {
    if (!taken) return undefined;
    const { commands, mark, acts, left } = taken;
    if (commands.length > 0) {
      this.#history.neverAsked(this.#queue.takeBack(commands, mark, acts));
      const shown = this.#copy.lay(this.#queue.pending.acts);
      const texts = commands.flatMap((command) =>
        command.type === 'editText' ? [{ id: command.id, field: command.field, foreign: command.delta }] : [],
      );
      this.#world.moved({ ids: new Set([...commands.map(({ id }) => id), ...shown]), texts });
      this.#sendNext(true);
      this.#tell();
    }
    this.#tellLeft(left);
    return commands;
  }

  #tellLeft(left: readonly Left[]): void {
    if (left.length > 0) this.#world.left(left);
  }

  /** Where the person is; the others are told once it has come to that for a moment. */
  at(place: Place | undefined): void {
    this.#place = place;
    if (this.#placeWaits) return;
    this.#placeWaits = true;
    this.#world.after(PLACE_WAITS, () => {
      this.#placeWaits = false;
      if (this.#joined && !this.#closed) this.#sendPresence();
    });
  }

  #sendPresence(): void {
    this.#world.send({
      type: 'presence',
      board: this.#board,
      seq: this.#seq,
      after: this.#queue.number,
      ...(this.#place ? { at: this.#place } : {}),
    });
  }

  get #isCaughtUp(): boolean {
    return this.#joined && this.#seq >= this.#head;
  }

  get #isReady(): boolean {
    return this.#isCaughtUp && !this.#quarantined;
  }

  /**
   * Freezes the next act, when it is its turn; what waits is written.
   *
   * @param changed whether what waits is another than what is written
   */
  #sendNext(changed: boolean): void {
    let unwritten = changed;
    while (this.#isReady && !this.#queue.inFlight && this.#queue.pending.count > 0) {
      const tooBig = this.#queue.freeze(this.#seq, this.#longest);
      if (tooBig) this.#setAside(tooBig, [], { reason: 'tooBig', details: {} });
      unwritten = tooBig !== undefined;
    }
    if (unwritten) this.#queue.write();
    if (this.#isReady) this.#queue.send();
  }

  receive(down: Down): void {
    if (this.#closed) return;
    switch (down.type) {
      case 'state':
        this.#state(down);
        break;
      case 'frame':
        if (this.#joined) this.#frame(down);
        break;
      case 'answer':
        if (this.#joined) this.#answer(down);
        break;
      case 'retry':
        this.#world.after(down.afterMs, () => {
          if (this.#closed || this.#queue.inFlight?.number !== down.number) return;
          this.#queue.lost();
          if (this.#isReady) this.#queue.send();
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
        if (down.reason === 'replaced') this.#rename();
        if (down.from === 'snapshot') this.#beginAgain();
        else if (down.reason === 'unavailable') this.#joinLater();
        else this.#join();
        break;
      case 'error':
        this.#error(down);
        break;
      case 'pong':
        this.#headIs(down.heads[this.#board] ?? 0);
        break;
      case 'insight':
        this.#world.insights(down);
        break;
      case 'welcome':
      case 'goingAway':
        break;
    }
    this.#tell();
  }

  #state({ role, pen, head, lastNumber = 0, lastSeq, quarantined = false, unseen = false }: DownState): void {
    if (lastNumber > this.#queue.number) {
      // More was sent under this name than is written here: what is written is older than that.
      this.#rename();
      this.#join();
      return;
    }
    const { inFlight } = this.#queue;
    if (this.#fetched) {
      const { seq } = this.#fetched;
      const accepted = inFlight?.number === lastNumber && lastSeq !== undefined && lastSeq <= seq;
      this.#adopt(this.#fetched, accepted ? [inFlight] : []);
    }
    this.#joined = true;
    this.#quarantined = quarantined;
    this.#pen = pen;
    this.#head = head;
    if (role !== this.#role) this.#queue.writeSoon();
    this.#role = role;
    this.#world.role(role);
    this.#world.unseen(unseen);
    if (this.#place) this.#sendPresence();
    this.#caughtUp();
  }

  /** Goes on sending, if the whole tail is here. */
  #caughtUp(): void {
    if (!this.#isReady) return;
    // Whatever came true of it is here by now; the rest was never decided, and will not be.
    const expired = this.#queue.hasExpired;
    if (expired) this.#setAllAside('expired');
    this.#sendNext(expired);
  }

  #joinLater(): void {
    this.#left();
    this.#world.after(1_000, () => {
      if (this.#connected && !this.#joined && !this.#closed) this.#join();
    });
  }

  /** What the server says that its head is: still beyond ours when it is said again, a frame was lost. */
  #headIs(head: number): void {
    if (!this.#joined) return;
    if (this.#missing !== undefined && this.#seq < this.#missing) this.#join();
    else this.#missing = head > this.#seq ? head : undefined;
  }

  #frame({ from, to, submissions }: DownFrame): void {
    if (to <= this.#seq) return;
    if (from !== this.#seq || !this.#copy.fits(submissions)) {
      this.#beginAgain();
      return;
    }
    const ids = new Set<string>();
    const texts: MovedText[] = [];
    let by: string | undefined;
    const touched: { id: string; field?: string }[] = [];
    const left: Left[] = [];
    for (const submission of submissions) {
      const own = this.#isOwn(submission) ? this.#queue.inFlight : undefined;
      if (own) this.#queue.answered();
      else {
        by = submission.by;
        for (const change of submission.changes)
          touched.push({ id: change.id, ...('field' in change ? { field: change.field } : {}) });
      }
      left.push(...this.#fold(submission, own, ids, texts));
    }
    this.#seq = to;
    this.#show(ids, texts, by === undefined ? undefined : { by, touched });
    this.#tellLeft(left);
    this.#queue.writeSoon();
    this.#caughtUp();
  }

  #isOwn({ pen, number }: Accepted): boolean {
    return pen !== undefined && pen === this.#pen && number === this.#queue.inFlight?.number;
  }

  /** @param own what was on its way, when this is what became of it */
  #fold(submission: Accepted, own: Act | undefined, ids: Set<string>, texts: MovedText[]): readonly Left[] {
    for (const command of own?.commands ?? []) {
      if (command.type !== 'editText') continue;
      const { id, field, delta } = command;
      const told = submission.changes.find(
        (change) => change.type === 'edit' && change.id === id && change.field === field,
      );
      texts.push(this.#corrected(id, field, delta, told?.type === 'edit' ? told.delta : []));
    }
    return submission.changes.flatMap((change) => {
      if (change.type === 'edit' && !own)
        texts.push(this.#edited(change, this.#copy.toldText(change.id, change.field), submission.by));
      for (const id of this.#copy.fold(change, submission)) ids.add(id);
      return own ? [] : this.#changed(change, submission.by, this.#copy.with([]));
    });
  }

  /**
   * Somebody else has edited a text.
   *
   * @param before the text as the server had told it until then
   */
  #edited({ id, field, delta }: EditChange, before: Delta, by?: string): MovedText {
    const foreign = this.#queue.pending.foreign(id, field, delta, before);
    return { id, field, foreign, ...(by === undefined ? {} : { by }) };
  }

  /**
   * Somebody else has changed something: what takes back an act of this tab gives way.
   *
   * @param told what the server has told, with the change
   * @returns what is left as it is now
   */
  #changed(change: Change, by: string | undefined, told: Entities): readonly Left[] {
    const { pending } = this.#queue;
    this.#history.foreign(change, by, told, (mark) => pending.waits(mark));
    return pending
      .giveWay((command) => collides(command, change, told))
      .map((command) => ({ id: command.id, ...('field' in command ? { field: command.field } : {}), by }));
  }

  /**
   * The server may have made another edit of an own one than this client, which had to guess from a
   * snapshot what the others had done: then what is on the screen moves.
   */
  #corrected(id: string, field: string, mine: Delta, told: Delta): MovedText {
    if (sameDelta(mine, told)) return { id, field };
    const before = this.#copy.toldText(id, field);
    const change = diff(compose(before, mine), compose(before, told));
    return { id, field, foreign: this.#queue.pending.foreign(id, field, change, before) };
  }

  #answer({ number, outcome, reason = 'invalid', details = {} }: DownAnswer): void {
    const { inFlight } = this.#queue;
    if (inFlight?.number !== number) return;
    switch (outcome) {
      case 'refused':
        if (reason === 'stale') this.#merge(inFlight, details);
        else this.#refuse(inFlight, { reason, details });
        break;
      case 'accepted':
        // The frames up to it are here and it was in none of them: this copy is not the server's.
        this.#beginAgain();
        break;
      case 'old':
        this.#rename();
        this.#join();
        break;
    }
  }

  #refuse(act: InFlight, why: Refusal): void {
    this.#queue.answered();
    this.#setAside(act, act.own, why);
    this.#sendNext(true);
  }

  /**
   * Too much has been written in a text since it was edited here. What waits has been transformed through
   * all of that and is asked anew as it is now; what the person had made of the text is put down.
   */
  #merge(act: InFlight, details: Refusal['details']): void {
    this.#queue.putDown(act, act.own, { reason: 'stale', details }, this.#copy.with([]), true);
    this.#queue.again();
    this.#sendNext(true);
  }

  /** An act that is out of the queue will never be true: the screen shows the board without it. */
  #setAside(act: Act, own: readonly OwnText[], why: Refusal): void {
    const { pending } = this.#queue;
    const { marks = [] } = act;
    this.#queue.putDown(act, own, why, this.#copy.with([]));
    const undone = [
      ...pending.undone(act, (id, field) => this.#copy.toldText(id, field)),
      ...pending.takeOutBacks(marks, (id, field, after) => textOf(this.#copy.with(after).get(id), field)),
    ];
    this.#show(
      act.commands.map(({ id }) => id),
      undone.map(({ id, field, delta }) => ({ id, field, foreign: delta })),
    );
    this.#history.drop(marks, this.#copy.view);
  }

  /** Nothing of what waits will be true: the screen shows the board without it. */
  #setAllAside(reason: string): void {
    const { pending, inFlight } = this.#queue;
    const { acts } = pending;
    const commands = acts.flatMap((act) => act.commands);
    const shown = commands.flatMap((command) =>
      command.type === 'editText' ? [{ ...command, before: this.#copy.text(command.id, command.field) }] : [],
    );
    const state = this.#copy.with([]);
    for (const act of acts) {
      const own = act === inFlight ? inFlight.own : [];
      this.#queue.putDown(act, own, { reason, details: {} }, state);
      preview(state, act.commands);
    }
    pending.clear();
    this.#copy.lay([]);
    const texts = shown.map(({ id, field, before }) => ({
      id,
      field,
      foreign: diff(before, this.#copy.text(id, field)),
    }));
    const once = texts.filter(
      ({ id, field }, at) => at === texts.findIndex((text) => text.id === id && text.field === field),
    );
    this.#show(
      commands.map(({ id }) => id),
      once,
    );
    this.#history.drop(
      acts.flatMap(({ marks = [] }) => marks),
      this.#copy.view,
    );
  }

  #error({ reason, number }: DownError): void {
    const { inFlight } = this.#queue;
    switch (reason) {
      case 'noBoard':
        this.#left();
        if (this.#queue.pending.count > 0) {
          this.#setAllAside('hidden');
          this.#queue.write();
        }
        this.#world.hidden();
        break;
      case 'numberReused':
      case 'client':
        this.#rename();
        this.#join();
        break;
      case 'ahead':
        this.#beginAgain();
        break;
      case 'notJoined':
        this.#join();
        break;
      case 'quarantined':
        this.#quarantined = true;
        break;
      case 'malformed':
      case 'unknownType':
        if (inFlight && number === inFlight.number)
          this.#refuse(inFlight, { reason: 'malformed', details: {} });
        break;
      case 'tooBig':
      case 'notText':
      case 'helloExpected':
      case 'helloTwice':
      case 'ticket':
      case 'protocol':
      case 'tooManyBoards':
        break;
    }
  }

  /** Goes on under another name; what has no outcome is asked again. */
  #rename(): void {
    this.#pen = undefined;
    this.#copy.writeAnew();
    this.#queue.rename();
  }

  /** Shows the board anew: what the server has told and, over it, what this tab has asked. */
  #show(
    touched: Iterable<string>,
    texts: readonly MovedText[],
    others?: Pick<Moved, 'by' | 'touched'>,
  ): void {
    for (const { id, field, foreign, by } of texts)
      if (foreign) this.#history.moved({ id, field, delta: foreign }, by);
    const ids = new Set([...touched, ...this.#copy.lay(this.#queue.pending.acts)]);
    this.#world.moved({ ids, texts, ...others });
  }

  #tell(): void {
    this.#world.standing({ joined: this.#isCaughtUp, ...this.#queue.standing });
  }

  /** An entity as it is on the screen; nothing when it, or one that it is in, is in the bin. */
  entity(id: string): EntityState | undefined {
    return this.#copy.entity(id);
  }

  /** An entity as it is on the screen, in the bin or not. */
  find(id: string): EntityState | undefined {
    return this.#copy.find(id);
  }

  /** What is itself in the bin. */
  binned(): EntityState[] {
    return this.#copy.binned();
  }

  children(parent: string, kind: string): EntityState[] {
    return this.#copy.children(parent, kind);
  }

  text(id: string, field: string): Delta {
    return this.#copy.text(id, field);
  }
}
