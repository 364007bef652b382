import type { Delta } from '../text/op';
import type { DownInsight, Present, Role, Shown, Up } from '../wire/protocol.gen';
import type { Left } from './back';
import type { Draft, Writing } from './kept';

/** What became of the acts of this tab. */
export interface Standing {
  /** Whether this copy is up to date and the server takes what is sent. */
  readonly joined: boolean;
  /** How many acts the server has not answered. Only 0 means that all is durable there. */
  readonly waiting: number;
  /** Whether this device keeps what waits, now or in an instant. */
  readonly keeps: boolean;
  /** Whether what waits would survive the end of this tab. */
  readonly kept: boolean;
}

/** A text that has moved on the screen, and what others did to it. */
export interface MovedText {
  readonly id: string;
  readonly field: string;
  readonly foreign?: Delta;
  /** Who did it, when that is known. */
  readonly by?: string;
}

/** What has moved on the screen since the last time, as seen with the acts of this tab. */
export interface Moved {
  readonly ids: ReadonlySet<string>;
  readonly texts: readonly MovedText[];
  /** Who did it, when it was somebody else, and what they touched. */
  readonly by?: string;
  readonly touched?: readonly { readonly id: string; readonly field?: string }[];
}

/** What the client of a board needs of the world. */
export interface World {
  /** Sends a message, if there is a connection; what is lost is sent again later. */
  send(up: Up | string): void;
  /** Fetches a new snapshot and hands it to `snapshot`. */
  fetchSnapshot(): void;
  /**
   * Writes a queue down, in an instant; writes become durable in the order of the calls.
   *
   * @param done told whether it is durable; false: neither it nor anything later will be
   */
  keep(writing: Writing, done: (kept: boolean) => void): void;
  /** Runs something after a while, in ms. */
  after(millis: number, task: () => void): void;
  /** The time, in ms since 1970. */
  now(): number;
  /** A new secret name for a queue. */
  newClient(): string;
  /** An id for a draft, a name for an act. */
  newId(): string;
  moved(moved: Moved): void;
  /** Something is not taken back, because somebody else has changed it since. */
  left(left: readonly Left[]): void;
  standing(standing: Standing): void;
  role(role: Role): void;
  people(people: Readonly<Record<string, Shown>>): void;
  presences(presences: readonly Present[]): void;
  /** Whether the school has nobody told who is here. */
  unseen(unseen: boolean): void;
  /** What follows from the board, as far as it is new. */
  insights(insight: DownInsight): void;
  /** An act will not come true as it was asked: it is a draft now. */
  refused(draft: Draft): void;
  /** What waits is sent again under another name: something may be there twice. */
  doubled(): void;
  /** The board cannot be seen, or not any more. */
  hidden(): void;
}
