import { composeAttributes, invertAttributes, sameAttributes, transformAttributes } from './attributes';
import { type Attributes, type Delta, type Op, opLength } from './op';
import { OpReader } from './OpReader';

/** The text in which nothing has been written: its final newline. */
export const EMPTY_DOCUMENT: Delta = [{ insert: '\n' }];

export function insertOp(insert: string, attributes?: Attributes): Op {
  return attributes ? { insert, attributes } : { insert };
}

export function retainOp(retain: number, attributes?: Attributes): Op {
  return attributes ? { retain, attributes } : { retain };
}

/** The sum of the lengths of all operations; of a document, its length. */
export function deltaLength(delta: Delta): number {
  return delta.reduce((sum, op) => sum + opLength(op), 0);
}

/** The words of a document without their form. */
export function plain(document: Delta): string {
  return document.map((op) => ('insert' in op ? op.insert : '')).join('');
}

/** Collects operations in canonical form: neighbours merged, insertions before deletions. */
export class DeltaBuilder {
  readonly #ops: Op[] = [];

  insert(text: string, attributes?: Attributes): this {
    return text === '' ? this : this.add(insertOp(text, attributes));
  }

  retain(length: number, attributes?: Attributes): this {
    return length === 0 ? this : this.add(retainOp(length, attributes));
  }

  delete(length: number): this {
    return length === 0 ? this : this.add({ delete: length });
  }

  add(op: Op): this {
    let at = this.#ops.length;
    const last = this.#ops[at - 1];
    if ('insert' in op && last && 'delete' in last) at--;
    const before = this.#ops[at - 1];
    const merged = before && mergedOp(before, op);
    if (merged) this.#ops[at - 1] = merged;
    else this.#ops.splice(at, 0, op);
    return this;
  }

  build(): Delta {
    const ops = [...this.#ops];
    for (let last = ops.at(-1); last && 'retain' in last && !last.attributes; last = ops.at(-1)) ops.pop();
    return ops;
  }
}

function mergedOp(before: Op, op: Op): Op | undefined {
  if ('delete' in before && 'delete' in op) return { delete: before.delete + op.delete };
  if ('delete' in before || 'delete' in op) return undefined;
  if (!sameAttributes(before.attributes, op.attributes)) return undefined;
  if ('insert' in before && 'insert' in op) return insertOp(before.insert + op.insert, op.attributes);
  if ('retain' in before && 'retain' in op) return retainOp(before.retain + op.retain, op.attributes);
  return undefined;
}

/** `first`, then `later`, as one. Of a document and a change: the document changed. */
export function compose(first: Delta, later: Delta): Delta {
  const mine = new OpReader(first);
  const other = new OpReader(later);
  const composed = new DeltaBuilder();
  while (mine.hasNext || other.hasNext) {
    if (other.atInsert) {
      composed.add(other.next());
      continue;
    }
    if (mine.atDelete) {
      composed.add(mine.next());
      continue;
    }
    const length = Math.min(mine.remaining, other.remaining);
    const before = mine.next(length);
    const after = other.next(length);
    if ('delete' in after) {
      if ('retain' in before) composed.add(after);
    } else if ('retain' in after) {
      if ('insert' in before)
        composed.add(insertOp(before.insert, composeAttributes(before.attributes, after.attributes, false)));
      else if ('retain' in before)
        composed.add(retainOp(length, composeAttributes(before.attributes, after.attributes, true)));
    }
  }
  return composed.build();
}

/**
 * `other`, which was made on the same text as `mine`, as it must be once `mine` has been applied.
 * With `priority`, `mine` came first: its insertion stands first where both insert, and its
 * attributes stay where both set them.
 */
export function transform(mine: Delta, other: Delta, priority: boolean): Delta {
  const first = new OpReader(mine);
  const second = new OpReader(other);
  const transformed = new DeltaBuilder();
  while (first.hasNext || second.hasNext) {
    if (first.atInsert && (priority || !second.atInsert)) {
      transformed.retain(opLength(first.next()));
      continue;
    }
    if (second.atInsert) {
      transformed.add(second.next());
      continue;
    }
    const length = Math.min(first.remaining, second.remaining);
    const before = first.next(length);
    const after = second.next(length);
    if ('delete' in before) continue;
    if ('delete' in after) transformed.add(after);
    else transformed.retain(length, transformAttributes(before.attributes, after.attributes, priority));
  }
  return transformed.build();
}

/** Where a position is once `delta` has been applied; with `priority` it stays before what is inserted there. */
export function transformPosition(delta: Delta, position: number, priority: boolean): number {
  let moved = position;
  let at = 0;
  for (const op of delta) {
    if (at > moved) break;
    const length = opLength(op);
    if ('delete' in op) {
      moved -= Math.min(length, moved - at);
      continue;
    }
    if ('insert' in op && (at < moved || !priority)) moved += length;
    at += length;
  }
  return moved;
}

/** What undoes a delta on the document that it was made on. */
export function invert(delta: Delta, document: Delta): Delta {
  const before = new OpReader(document);
  const inverted = new DeltaBuilder();
  for (const op of delta) {
    if ('insert' in op) {
      inverted.delete(op.insert.length);
      continue;
    }
    for (let left = opLength(op); left > 0;) {
      const kept = before.next(Math.min(left, before.remaining));
      left -= opLength(kept);
      if ('delete' in op) inverted.add(kept);
      else
        inverted.retain(
          opLength(kept),
          invertAttributes(op.attributes, 'delete' in kept ? undefined : kept.attributes),
        );
    }
  }
  return inverted.build();
}

export function sameDelta(one: Delta, other: Delta): boolean {
  return (
    one.length === other.length &&
    one.every((op, index) => {
      const twin = other[index];
      return twin !== undefined && sameOp(op, twin);
    })
  );
}

function sameOp(one: Op, other: Op): boolean {
  if ('insert' in one) return 'insert' in other && one.insert === other.insert && sameForm(one, other);
  if ('retain' in one) return 'retain' in other && one.retain === other.retain && sameForm(one, other);
  return 'delete' in other && one.delete === other.delete;
}

function sameForm(
  one: { readonly attributes?: Attributes },
  other: { readonly attributes?: Attributes },
): boolean {
  return sameAttributes(one.attributes, other.attributes);
}
