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

  add(commands: readonly Command[]): void {
    const last = this.#waiting.at(-1);
    const merged = last && merge(last.commands, commands);
    if (merged) this.#waiting[this.#waiting.length - 1] = { commands: merged };
    else this.#waiting.push({ commands });
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
    if (this.#inFlight) this.#waiting.unshift({ commands: this.#inFlight.commands });
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
   * @param text reads a text as the server has told it
   * @returns what that changes in each text on the screen
   */
  undone({ commands }: Act, text: (id: string, field: string) => Delta): TextEdit[] {
    const undone: TextEdit[] = [];
    for (const command of commands) {
      if (command.type !== 'editText') continue;
      const { id, field } = command;
      undone.push({ id, field, delta: this.#through(id, field, invert(command.delta, text(id, field))) });
    }
    return undone;
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

  #through(id: string, field: string, delta: Delta): Delta {
    let moved = delta;
    const pass = (act: Act): readonly Command[] =>
      act.commands.map((command) => {
        if (command.type !== 'editText' || command.id !== id || command.field !== field) return command;
        const mine = transform(moved, command.delta, true);
        moved = transform(command.delta, moved, false);
        return { ...command, delta: mine };
      });
    if (this.#inFlight) this.#inFlight = { ...this.#inFlight, commands: pass(this.#inFlight) };
    this.#waiting = this.#waiting.map((act) => ({ commands: pass(act) }));
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
