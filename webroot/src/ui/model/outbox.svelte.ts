/** What the server does not have yet, over all boards and tabs of this device. */
class Outbox {
  /** Counts it; whoever has the boards says how. */
  waiting: () => Promise<number> = () => Promise.resolve(0);
}

export const outbox = new Outbox();
