/** One operation of a Delta, as on the wire. Lengths and positions count UTF-16 units. */
export type Op =
  | { readonly insert: string | Embed; readonly attributes?: Attributes }
  | { readonly retain: number; readonly attributes?: Attributes }
  | { readonly delete: number };

/** What stands in a text without being text. */
export interface Embed {
  readonly mention: string;
}

/** Formats of characters, or of the line that a newline ends; null takes one away. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;
