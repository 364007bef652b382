import type { Down } from '../../wire/protocol.gen';

/** One way to the server and back, from when it is opened until it ends; messages come whole, in order. */
export interface Line {
  /** Whether it is a detour, slower than the straight way: the screen says so. */
  readonly degraded: boolean;
  /** Sends a message; once the line has ended it goes nowhere, and the queue sends it again. */
  send(message: string): void;
  /** Ends the line. Nothing more is heard of it, its end included. */
  close(): void;
}

/** What hears a line. */
export interface LineEvents {
  /** The server takes messages. */
  opened(): void;
  heard(down: Down): void;
  /** The line could not be opened, or has ended by itself; codes as in S-13, 1006 when it broke. */
  closed(code: number): void;
}

/** Begins to open a line. */
export type OpenLine = (events: LineEvents) => Line;
