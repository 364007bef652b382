import type { Draft, Kept, Writing } from '../../room/kept';

/** A queue that is kept here, in a few words. */
export interface Found {
  readonly board: string;
  /** Its secret name. */
  readonly client: string;
  /** How many acts wait in it. */
  readonly waiting: number;
  /** When it was last written, in ms since 1970. */
  readonly at: number;
}

/** The right to use a queue: no other tab has it until it is given back, or this tab ends. */
export interface Hold {
  release(): void;
}

/** Somebody who used this device and did not sign out. */
export interface LastUser {
  readonly person: string;
  readonly name: string;
}

/** What is kept beside boards: to read without a connection, and up to where a board has been seen. */
export type Shelf = 'classes' | 'referentiels' | `seen/${string}`;

/** Where the words of a person are while the server does not have them. */
export interface Device {
  /** Whether anything outlives the tab. */
  readonly keeps: boolean;
  queues(user: string): Promise<readonly Found[]>;
  find(user: string, board: string, client: string): Promise<Kept | undefined>;
  /**
   * Writes of one queue; they become durable in the order of the calls.
   *
   * @returns what takes them, for `World.keep`
   */
  writer(
    user: string,
    board: string,
    client: string,
  ): (writing: Writing, done: (kept: boolean) => void) => void;
  forget(user: string, board: string, client: string): Promise<void>;
  /**
   * Takes a queue for this tab.
   *
   * @param signal until when to wait for another tab to give it back; without it one does not wait
   * @returns nothing when another tab has it
   */
  hold(client: string, signal?: AbortSignal): Promise<Hold | undefined>;
  drafts(user: string): Promise<readonly Draft[]>;
  putDraft(user: string, draft: Draft): Promise<void>;
  discard(user: string, draft: string): Promise<void>;
  put(user: string, shelf: Shelf, value: unknown): Promise<void>;
  get(user: string, shelf: Shelf): Promise<unknown>;
  lastUser(): Promise<LastUser | undefined>;
  setLastUser(user: LastUser | undefined): Promise<void>;
  /** Forgets all that is kept for somebody; tabs that are still open write nothing more for them. */
  clear(user: string): Promise<void>;
}
