import { transformPosition } from '../text/delta';
import { type Delta, opLength } from '../text/op';
import type { Command } from '../wire/protocol.gen';
import type { TextEdit } from './Pending';

/** After so long, in ms, what is typed is another act. */
const PAUSE = 1_000;

/** The part of a text that an edit changes. */
interface Span {
  readonly start: number;
  /** Its end in the text before, and after. */
  readonly before: number;
  readonly after: number;
}

/** Typing at one place of a text, or in one register: without a pause it is one act. */
export class Stroke {
  readonly #id: string;
  readonly #field: string;
  readonly #at: number;
  /** Where the caret is left in a text; a register has none. */
  #caret: number | undefined;

  private constructor(id: string, field: string, caret: number | undefined, at: number) {
    this.#id = id;
    this.#field = field;
    this.#caret = caret;
    this.#at = at;
  }

  /** Nothing goes on with an act of several commands, nor with one that only gives words a form. */
  static of(commands: readonly Command[], at: number): Stroke | undefined {
    const [command, ...others] = commands;
    if (!command || others.length > 0) return undefined;
    if (command.type === 'setField') return new Stroke(command.id, command.field, undefined, at);
    const span = command.type === 'editText' ? spanOf(command.delta) : undefined;
    if (command.type !== 'editText' || !span) return undefined;
    return new Stroke(command.id, command.field, span.after, at);
  }

  goesOn([command, ...others]: readonly Command[], now: number): boolean {
    if (!command || others.length > 0 || now - this.#at > PAUSE) return false;
    if (command.type !== 'setField' && command.type !== 'editText') return false;
    if (command.id !== this.#id || command.field !== this.#field) return false;
    if (command.type === 'setField') return this.#caret === undefined;
    const span = spanOf(command.delta);
    return !!span && this.#caret !== undefined && span.start <= this.#caret && this.#caret <= span.before;
  }

  /** The text has moved under the caret. */
  moved({ id, field, delta }: TextEdit): void {
    if (id === this.#id && field === this.#field && this.#caret !== undefined)
      this.#caret = transformPosition(delta, this.#caret, true);
  }
}

/** What an edit inserts and deletes; nothing when it only gives words a form. */
function spanOf(delta: Delta): Span | undefined {
  if (delta.every((op) => 'retain' in op)) return undefined;
  let [before, after] = [0, 0];
  let start: number | undefined;
  let end = { before, after };
  for (const op of delta) {
    const length = opLength(op);
    if (!('retain' in op)) start ??= before;
    if (!('insert' in op)) before += length;
    if (!('delete' in op)) after += length;
    if (!('retain' in op)) end = { before, after };
  }
  return start === undefined ? undefined : { start, ...end };
}
