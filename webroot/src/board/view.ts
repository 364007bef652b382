import type { Op } from '../text/op';
import type { Value } from '../wire/protocol.gen';

/** An entity as a person sees it now: what the server has decided and what this tab has asked. */
export interface Entity {
  readonly id: string;
  readonly kind: string;
  /** Its parent; the root of a board has none. */
  readonly in?: string;
  /** Registers by name; an absent one was never set or was cleared. Texts are read apart. */
  readonly fields: Readonly<Record<string, Value>>;
}

/** A board to read: live entities only. */
export interface BoardView {
  /** The id of the board, which is that of its root entity. */
  readonly id: string;
  entity(id: string): Entity | undefined;
  /** The children of one kind, in the order of their ranks. */
  children(of: string, kind: string): readonly Entity[];
  /** A text, which always ends with one newline. */
  text(id: string, field: string): readonly Op[];
}
