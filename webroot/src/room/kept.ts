import type { Delta } from '../text/op';
import type { Command, EntityState, Role } from '../wire/protocol.gen';

/** One act of the person that the server has not answered. Text edits are those for the state beside it. */
export interface Act {
  readonly commands: readonly Command[];
  /** The names of what the person did, in the history of the tab. */
  readonly marks?: readonly string[];
  /** Takes back, or does again, what bears the mark: it gives way to what others do to the same. */
  readonly back?: true;
}

/** An act on its way: its bytes are sent again as they are until they are answered. */
export interface InFlight extends Act {
  readonly number: number;
  readonly bytes: string;
  /** The texts as the person had them, of those that others have edited since it was frozen. */
  readonly own: readonly OwnText[];
}

/** A text as the person had it: what it was, and what the person made of it. */
export interface OwnText {
  readonly id: string;
  readonly field: string;
  readonly base: Delta;
  readonly delta: Delta;
}

/** What is kept of a queue, and of the board beside it, all of it at the same seq. */
export interface QueueRecord {
  readonly incarnation: string;
  readonly seq: number;
  readonly role: Role;
  /** The newest number that a submission was given. */
  readonly number: number;
  readonly inFlight?: InFlight;
  readonly pending: readonly Act[];
  /** When the server last answered, or what waits began to wait, whichever came last; in ms since 1970. */
  readonly since: number;
}

/** A queue as it is found again, with the entities that the server had told of. */
export interface Kept {
  /** The secret name of the queue. */
  readonly client: string;
  readonly queue: QueueRecord;
  readonly entities: readonly EntityState[];
}

/** One write: it becomes durable as a whole or not at all. */
export interface Writing {
  readonly client: string;
  readonly queue: QueueRecord;
  /** Those that changed since the write before; all there are when `anew`. */
  readonly entities: readonly EntityState[];
  readonly gone: readonly string[];
  readonly anew: boolean;
  /** New ones; those that are kept already stay. */
  readonly drafts: readonly Draft[];
}

/** An act that did not come true, put aside for the person who made it. */
export interface Draft extends Act {
  readonly id: string;
  readonly board: string;
  /** When it was put aside, in ms since 1970. */
  readonly at: number;
  /** Why: a reason of S-33, or `malformed`, `tooBig`, `expired`, `hidden`. */
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Its texts as the person had them. */
  readonly texts: readonly OwnText[];
  /** It was merged into what the others wrote, and sent so: this is what it was before. */
  readonly merged: boolean;
}
