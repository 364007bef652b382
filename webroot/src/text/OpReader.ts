import { type Delta, type Op, opLength } from './op';

/** Walks through operations in slices of any length; beyond the end all is kept. */
export class OpReader {
  readonly #ops: Delta;
  #index = 0;
  #offset = 0;

  constructor(ops: Delta) {
    this.#ops = ops;
  }

  get hasNext(): boolean {
    return this.#index < this.#ops.length;
  }

  get atInsert(): boolean {
    const op = this.#ops[this.#index];
    return op !== undefined && 'insert' in op;
  }

  get atDelete(): boolean {
    const op = this.#ops[this.#index];
    return op !== undefined && 'delete' in op;
  }

  /** How much is left of the present operation. */
  get remaining(): number {
    const op = this.#ops[this.#index];
    return op === undefined ? Infinity : opLength(op) - this.#offset;
  }

  /** The rest of the present operation, `most` units of it at most. */
  next(most = Infinity): Op {
    const op = this.#ops[this.#index];
    if (op === undefined) return { retain: most };
    const from = this.#offset;
    const length = Math.min(most, opLength(op) - from);
    if (from + length === opLength(op)) {
      this.#index++;
      this.#offset = 0;
    } else {
      this.#offset += length;
    }
    if (length === opLength(op)) return op;
    if ('insert' in op) return { ...op, insert: op.insert.slice(from, from + length) };
    return 'retain' in op ? { ...op, retain: length } : { delete: length };
  }
}
