import type { Draft, Kept, Writing } from '../../src/room/kept.ts';
import type { EntityState } from '../../src/wire/protocol.gen.ts';
import type { Schedule } from './Schedule.ts';

interface Record {
  queue: Kept['queue'];
  entities: Map<string, EntityState>;
}

/**
 * The device of one person: writes become durable after a while, one after the other. Those that were not
 * when the tab died are as if they had never been.
 */
export class MemoryShelf {
  readonly #schedule: Schedule;
  readonly #records = new Map<string, Record>();
  readonly drafts: Draft[] = [];
  #busyUntil = 0;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  /** What one tab writes, until it dies. */
  tab(client: string): { write: (writing: Writing, done: (kept: boolean) => void) => void; die: () => void } {
    let alive = true;
    let name = client;
    return {
      write: (writing, done) => {
        // As it is now: what the client changes later is another write.
        const frozen = structuredClone(writing);
        const slow = this.#schedule.chance(0.02) ? 400 : 12;
        this.#busyUntil = Math.max(this.#busyUntil, this.#schedule.now + this.#schedule.below(slow));
        this.#schedule.after(this.#busyUntil - this.#schedule.now, () => {
          if (!alive) return;
          if (frozen.client !== name) this.#records.delete(name);
          name = frozen.client;
          this.#apply(frozen);
          done(true);
        });
      },
      die: () => {
        alive = false;
      },
    };
  }

  #apply({ client, queue, entities, gone, anew, drafts }: Writing): void {
    const before = this.#records.get(client);
    const record = { queue, entities: before && !anew ? before.entities : new Map<string, EntityState>() };
    if (!before && !anew) throw new Error('a part of a board is written, and the rest is not there');
    for (const entity of entities) record.entities.set(entity.id, entity);
    for (const id of gone) record.entities.delete(id);
    this.#records.set(client, record);
    this.drafts.push(...drafts);
  }

  find(client: string): Kept | undefined {
    const record = this.#records.get(client);
    if (!record) return undefined;
    return { client, queue: structuredClone(record.queue), entities: [...record.entities.values()] };
  }

  /** Whether a queue that nobody holds has something to send. */
  isWaiting(held: readonly string[]): boolean {
    return [...this.#records].some(
      ([client, { queue }]) => !held.includes(client) && (queue.inFlight ?? queue.pending[0]) !== undefined,
    );
  }

  get clients(): string[] {
    return [...this.#records.keys()];
  }
}
