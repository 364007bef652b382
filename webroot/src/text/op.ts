/** One operation of a Delta, as on the wire. Lengths and positions count UTF-16 units. */
export type Op =
  | { readonly insert: string; readonly attributes?: Attributes }
  | { readonly retain: number; readonly attributes?: Attributes }
  | { readonly delete: number };

/** A change of a text, or a whole text as the insertions that make it. */
export type Delta = readonly Op[];

/** Formats of characters, or of the line that a newline ends; null takes one away. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** How many units an operation inserts, keeps or deletes. */
export function opLength(op: Op): number {
  if ('insert' in op) return op.insert.length;
  return 'retain' in op ? op.retain : op.delete;
}
