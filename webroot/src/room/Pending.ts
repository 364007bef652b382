import { compose, invert, transform } from '../text/delta';
import type { Delta } from '../text/op';
import type { Command } from '../wire/protocol.gen';

/** One act of the person that the server has not answered. Text edits are those for the present state. */
export interface Act {
  commands: readonly Command[];
}

/** What was frozen when it was sent: resent as it is until it is answered. */
export interface InFlight extends Act {
  readonly number: number;
  readonly bytes: string;
}

/** A text may grow so much in one act; then the next begins. */
const LONGEST_EDIT = 5_000;

/**
 * The acts of this tab that wait, in their order: the first is on its way, once it has been sent. Text
 * edits are transformed once for each change that the server tells of; everything else stays as it was
 * asked.
 */
export class Pending {
  #inFlight: InFlight | undefined;
  #waiting: Act[] = [];

  get count(): number {
    return this.#waiting.length + (this.#inFlight ? 1 : 0);
  }

  get inFlight(): InFlight | undefined {
    return this.#inFlight;
  }

  *commands(): Iterable<readonly Command[]> {
    if (this.#inFlight) yield this.#inFlight.commands;
    for (const act of this.#waiting) yield act.commands;
  }

  add(commands: readonly Command[]): void {
    const last = this.#waiting.at(-1);
    const merged = last && merge(last.commands, commands);
    if (merged) last.commands = merged;
    else this.#waiting.push({ commands });
  }

  /** Freezes the next act, unless one is on its way. */
  send(freeze: (commands: readonly Command[]) => { number: number; bytes: string }): InFlight | undefined {
    if (this.#inFlight) return undefined;
    const next = this.#waiting.shift();
    if (!next) return undefined;
    this.#inFlight = { ...next, ...freeze(next.commands) };
    return this.#inFlight;
  }

  /** The act on its way has become true: the server's frame says the same. */
  accepted(): void {
    this.#inFlight = undefined;
  }

  /** Asks the act on its way again, under another number. */
  again(): void {
    if (this.#inFlight) this.#waiting.unshift({ commands: this.#inFlight.commands });
    this.#inFlight = undefined;
  }

  /**
   * The act on its way will never be true: takes it out from under those that were made on it.
   *
   * @param text reads a text as the server has told it
   * @returns what that changes in each text on the screen
   */
  refused(text: (id: string, field: string) => Delta): TextEdit[] {
    const gone = this.#inFlight;
    this.#inFlight = undefined;
    const undone: TextEdit[] = [];
    for (const command of gone?.commands ?? []) {
      if (command.type !== 'editText') continue;
      const { id, field } = command;
      undone.push({ id, field, delta: this.#through(id, field, invert(command.delta, text(id, field))) });
    }
    return undone;
  }

  /**
   * Somebody else has edited a text: what waits is transformed through it.
   *
   * @returns the edit as it applies to what is on the screen
   */
  foreign(id: string, field: string, delta: Delta): Delta {
    return this.#through(id, field, delta);
  }

  #through(id: string, field: string, delta: Delta): Delta {
    let moved = delta;
    const acts: Act[] = this.#inFlight ? [this.#inFlight, ...this.#waiting] : this.#waiting;
    for (const act of acts) {
      act.commands = act.commands.map((command) => {
        if (command.type !== 'editText' || command.id !== id || command.field !== field) return command;
        const mine = transform(moved, command.delta, true);
        moved = transform(command.delta, moved, false);
        return { ...command, delta: mine };
      });
    }
    return moved;
  }
}

export interface TextEdit {
  readonly id: string;
  readonly field: string;
  readonly delta: Delta;
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
