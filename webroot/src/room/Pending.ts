import { compose, invert, transform } from '../text/delta';
import type { Delta } from '../text/op';
import type { Command } from '../wire/protocol.gen';
import type { Act, InFlight, OwnText } from './kept';

/** A text may grow so much in one act; then the next begins. */
const LONGEST_EDIT = 5_000;

/** What is done to one text. */
export interface TextEdit {
  readonly id: string;
  readonly field: string;
  readonly delta: Delta;
}

/**
 * The acts of this tab that wait, in their order: the first is on its way, once it has been frozen. Text
 * edits are transformed once for each change that the server tells of; everything else stays as it was
 * asked.
 */
export class Pending {
  #inFlight: InFlight | undefined;
  #waiting: Act[];

  constructor(inFlight?: InFlight, waiting: readonly Act[] = []) {
    this.#inFlight = inFlight;
    this.#waiting = [...waiting];
  }

  get count(): number {
    return this.#waiting.length + (this.#inFlight ? 1 : 0);
  }

  get inFlight(): InFlight | undefined {
    return this.#inFlight;
  }

  get waiting(): readonly Act[] {
    return this.#waiting;
  }

  get acts(): readonly Act[] {
    return this.#inFlight ? [this.#inFlight, ...this.#waiting] : this.#waiting;
  }

  /** @param mark the name of what the person did */
  add(commands: readonly Command[], mark: string): void {
    const last = this.#waiting.at(-1);
    const merged = last && !last.back ? merge(last.commands, commands) : undefined;
    if (last && merged) {
      const marks = [...new Set([...(last.marks ?? []), mark])];
      this.#waiting[this.#waiting.length - 1] = { commands: merged, marks };
    } else this.#waiting.push({ commands, marks: [mark] });
  }

  /**
   * Takes an act back, or does it again. While it waits it is taken out; else something follows it that
   * makes up for it.
   *
   * @param acts how many acts bear the mark
   * @returns what will never be asked
   */
  takeBack(commands: readonly Command[], mark: string, acts: number): readonly Command[] {
    const last = this.#waiting.slice(-acts);
    const isOf = (act: Act) => act.marks?.length === 1 && act.marks[0] === mark;
    if (last.length === acts && last.every((act) => isOf(act) && !hasText(act)))
      return this.#waiting.splice(-acts).flatMap((act) => act.commands);
    const back: Act = { commands, marks: [mark], back: true };
    const before = this.#waiting.at(-1);
    // What may still be refused is taken back by itself, to go with it.
    const isFree = before?.marks?.includes(mark) && !this.#inFlight?.marks?.includes(mark);
    const merged = before && (isFree || isOf(before)) ? merge(before.commands, commands) : undefined;
    if (before && merged) {
      const act = { ...(isOf(before) ? back : before), commands: merged };
      this.#waiting.splice(-1, 1, ...(isNothing(merged) ? [] : [act]));
    } else this.#waiting.push(back);
    return [];
  }

  /** Whether an act of that name is not answered. */
  waits(mark: string): boolean {
    return this.acts.some(({ marks }) => marks?.includes(mark) === true);
  }

  /** Takes out of what waits each command that takes something back and gives way. */
  giveWay(to: (command: Command) => boolean): readonly Command[] {
    const gone = this.#waiting.flatMap((act) => (act.back ? act.commands.filter(to) : []));
    if (gone.length > 0)
      this.#waiting = this.#waiting.flatMap((act) => {
        if (!act.back) return [act];
        const commands = act.commands.filter((command) => !gone.includes(command));
        return commands.length === 0 ? [] : [{ ...act, commands }];
      });
    return gone;
  }

  /**
   * An act will never be true: nor will what takes it back, or does it again.
   *
   * @param text reads a text as it is after some acts
   * @returns what that changes in each text on the screen
   */
  takeOutBacks(
    marks: readonly string[],
    text: (id: string, field: string, after: readonly Act[]) => Delta,
  ): TextEdit[] {
    const moved: TextEdit[] = [];
    for (;;) {
      const at = this.#waiting.findIndex(
        (act) => act.back && act.marks?.every((mark) => marks.includes(mark)),
      );
      const act = this.#waiting[at];
      if (!act) return moved;
      const before = this.#inFlight
        ? [this.#inFlight, ...this.#waiting.slice(0, at)]
        : this.#waiting.slice(0, at);
      this.#waiting.splice(at, 1);
      moved.push(...this.undone(act, (id, field) => text(id, field, before), at));
    }
  }

  /** Freezes the next act, which is not to be changed from then on. */
  freeze(number: number, bytes: string): void {
    const next = this.#waiting.shift();
    if (next) this.#inFlight = { ...next, number, bytes, own: [] };
  }

  /** The act on its way has an outcome. */
  answered(): void {
    this.#inFlight = undefined;
  }

  /** Asks the act on its way again, as it is now, under another number. */
  again(): void {
    if (this.#inFlight) {
      const { number, bytes, own, ...act } = this.#inFlight;
      this.#waiting.unshift(act);
    }
    this.#inFlight = undefined;
  }

  /** The next act will never be sent, and nothing waits that was made before it. */
  skip(): Act | undefined {
    return this.#waiting.shift();
  }

  /** Nothing waits any more. */
  clear(): void {
    this.#inFlight = undefined;
    this.#waiting = [];
  }

  /**
   * An act that is gone from the queue will never be true: takes it out from under those that were made
   * on it.
   *
   * @param text reads a text as it was before that act
   * @param from the first of the waiting acts that were made on it; absent, all that there are
   * @returns what that changes in each text on the screen
   */
  undone({ commands }: Act, text: (id: string, field: string) => Delta, from?: number): TextEdit[] {
    return commands.flatMap((command) => {
      if (command.type !== 'editText') return [];
      const { id, field } = command;
      return [{ id, field, delta: this.#through(id, field, invert(command.delta, text(id, field)), from) }];
    });
  }

  /**
   * Somebody else has edited a text: what waits is transformed through it.
   *
   * @param before the text as the server had told it until then
   * @returns the edit as it applies to what is on the screen
   */
  foreign(id: string, field: string, delta: Delta, before: Delta): Delta {
    if (this.#inFlight) this.#inFlight = withOwn(this.#inFlight, id, field, before);
    return this.#through(id, field, delta);
  }

  /**
   * @param before the acts before somebody else's edit
   * @returns the names of those that take out less since
   */
  takingOutLess(before: readonly Act[]): string[] {
    return this.acts.flatMap((act, at) => {
      const was = before[at];
      return was && takenOut(act) < takenOut(was) ? (act.marks ?? []) : [];
    });
  }

  #through(id: string, field: string, delta: Delta, from?: number): Delta {
    let moved = delta;
    const pass = (act: Act): readonly Command[] =>
      act.commands.map((command) => {
        if (command.type !== 'editText' || command.id !== id || command.field !== field) return command;
        const mine = transform(moved, command.delta, true);
        moved = transform(command.delta, moved, false);
        return { ...command, delta: mine };
      });
    if (this.#inFlight && from === undefined)
      this.#inFlight = { ...this.#inFlight, commands: pass(this.#inFlight) };
    this.#waiting = this.#waiting.map((act, at) =>
      at < (from ?? 0) ? act : { ...act, commands: pass(act) },
    );
    return moved;
  }
}

/** Remembers a text as the person had it, before it is transformed for the first time. */
function withOwn(inFlight: InFlight, id: string, field: string, base: Delta): InFlight {
  const known = inFlight.own.some((text) => text.id === id && text.field === field);
  const edit = inFlight.commands.find(
    (command) => command.type === 'editText' && command.id === id && command.field === field,
  );
  if (known || edit?.type !== 'editText') return inFlight;
  const text: OwnText = { id, field, base, delta: edit.delta };
  return { ...inFlight, own: [...inFlight.own, text] };
}

/** Two edits of one text in a row are one; no other acts are ever merged. */
function merge(before: readonly Command[], after: readonly Command[]): readonly Command[] | undefined {
  const [first, ...more] = before;
  const [second, ...others] = after;
  if (first?.type !== 'editText' || second?.type !== 'editText' || more.length + others.length > 0)
    return undefined;
  if (first.id !== second.id || first.field !== second.field) return undefined;
  const delta = compose(first.delta, second.delta);
  const inserted = delta.reduce((sum, op) => sum + ('insert' in op ? op.insert.length : 0), 0);
  return inserted > LONGEST_EDIT ? undefined : [{ ...first, delta }];
}

/** How many letters an act takes out. */
function takenOut({ commands }: Act): number {
  const ops = commands.flatMap((command) => (command.type === 'editText' ? command.delta : []));
  return ops.reduce((sum, op) => sum + ('delete' in op ? op.delete : 0), 0);
}

function hasText({ commands }: Act): boolean {
  return commands.some(({ type }) => type === 'editText');
}

function isNothing(commands: readonly Command[]): boolean {
  return commands.every((command) => command.type === 'editText' && command.delta.length === 0);
}
