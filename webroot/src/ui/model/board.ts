import type { Command, EntityState } from '../../wire/protocol.gen';

export type { Command };

/**
 * What becomes of the words of this person. Only `saved` means durable on the server; while they save, a
 * `count` of 0 that it will be said in an instant. `keeps` and `kept`: whether what waits outlives this
 * tab, now or in an instant.
 */
export type Status =
  | { readonly state: 'saved' | 'reconnecting' }
  | { readonly state: 'saving'; readonly count: number }
  | { readonly state: 'waiting'; readonly count: number; readonly keeps?: boolean }
  | { readonly state: 'offline'; readonly count: number; readonly kept: 'yes' | 'soon' | 'never' };

export type Role = 'lecture' | 'commentaire' | 'ecriture' | 'responsable';

/** A name is shown, never stored with the board. Hues run from 1 to 8. */
export interface Person {
  readonly name: string;
  readonly hue: number;
}

/** Where somebody is: an entity, perhaps a field of it and, in a text, the caret or the selection. */
export interface Place {
  readonly id: string;
  readonly field?: string;
  readonly index?: number;
  readonly length?: number;
}

/** Another tab on the same board, as it last said; the same person may have several. */
export interface Presence {
  readonly session: number;
  readonly person: string;
  /** Where they write. */
  readonly at?: Place;
  /** What they look at: the situation, or something of it. */
  readonly looksAt?: string;
}

/** Whether the server does not have, or perhaps not, what this person wrote. */
export function waits(status: Status): boolean {
  return status.state === 'saving' ? status.count > 0 : status.state !== 'saved';
}

/** What the screen needs of the connection to a board. */
export interface Port {
  /**
   * One act of the person: all of it happens, or nothing. Shown at once, refused later if it must be.
   *
   * @returns its name, by which it can be taken back
   */
  send(commands: readonly Command[]): string;
  /**
   * Takes back the last act, or that one.
   *
   * @returns what was done for it; undefined when there is nothing to take back
   */
  undo(act?: string): readonly Command[] | undefined;
  /** Does again what was taken back last. */
  redo(): readonly Command[] | undefined;
  /** Tells the others where this person is. */
  place(at: Place | undefined): void;
  /** An entity, in the bin or not. */
  find(id: string): EntityState | undefined;
}
