import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import type { Draft, Kept, QueueRecord, Writing } from '../../room/kept';
import type { EntityState } from '../../wire/protocol.gen';
import { Afterwards } from './Afterwards';
import type { Device, Found, Hold, LastUser, Shelf } from './Device';

type QueueKey = [user: string, board: string, client: string];

/**
 * A board beside its queue: the whole of it as one value, which is written twenty times as fast as its
 * entities one by one, and over it those that changed since.
 */
interface Schema extends DBSchema {
  queues: { key: QueueKey; value: { readonly queue: QueueRecord; readonly at: number } };
  boards: { key: QueueKey; value: readonly EntityState[] };
  changed: { key: [...QueueKey, id: string]; value: { readonly entity?: EntityState } };
  drafts: { key: [user: string, draft: string]; value: Draft };
  values: { key: [user: string, shelf: string]; value: unknown };
}

const NAME = 'binome';
const QUEUE_STORES = ['queues', 'boards', 'changed', 'drafts'] as const;

/** Who did not sign out stands under no user. */
const NOBODY = '';

/** Keeps in IndexedDB, and holds queues by Web Locks. */
export class IndexedDevice implements Device {
  readonly keeps = true;
  readonly #opened: IDBPDatabase<Schema>;
  /** Those who signed out, in whichever tab. */
  readonly #cleared = new Set<string>();
  readonly #tabs = new BroadcastChannel(NAME);
  /** To begin a transaction takes about a millisecond: a letter is shown first. */
  readonly #afterwards = new Afterwards();

  private constructor(db: IDBPDatabase<Schema>) {
    this.#opened = db;
    // A tab of a later version must not wait for this one.
    db.onversionchange = () => db.close();
    this.#tabs.onmessage = ({ data }) => {
      if (typeof data === 'string') this.#cleared.add(data);
    };
  }

  /** What was to be written before is begun first: whoever reads or forgets does so after it. */
  get #db(): IDBPDatabase<Schema> {
    this.#afterwards.now();
    return this.#opened;
  }

  /** Throws where nothing can be kept. */
  static async open(): Promise<IndexedDevice> {
    // Without a lock two tabs could send one queue: better none is kept.
    if (!('locks' in navigator)) throw new Error('no locks');
    const db = await openDB<Schema>(NAME, 1, {
      upgrade: (fresh) => {
        for (const store of ['queues', 'boards', 'changed', 'drafts', 'values'] as const)
          fresh.createObjectStore(store);
      },
    });
    return new IndexedDevice(db);
  }

  async queues(user: string): Promise<readonly Found[]> {
    const tx = this.#db.transaction('queues');
    const found: Found[] = [];
    for (let at = await tx.store.openCursor(within([user])); at; at = await at.continue()) {
      const [, board, client] = at.key;
      const { inFlight, pending } = at.value.queue;
      found.push({ board, client, waiting: pending.length + (inFlight ? 1 : 0), at: at.value.at });
    }
    return found;
  }

  async find(user: string, board: string, client: string): Promise<Kept | undefined> {
    const key: QueueKey = [user, board, client];
    const tx = this.#db.transaction(QUEUE_STORES);
    const [record, whole, changes, keys] = await Promise.all([
      tx.objectStore('queues').get(key),
      tx.objectStore('boards').get(key),
      tx.objectStore('changed').getAll(within(key)),
      tx.objectStore('changed').getAllKeys(within(key)),
    ]);
    if (!record || !whole) return undefined;
    const entities = new Map(whole.map((entity) => [entity.id, entity]));
    changes.forEach(({ entity }, at) => {
      const id = keys[at]?.[3] ?? '';
      if (entity) entities.set(id, entity);
      else entities.delete(id);
    });
    return { client, queue: record.queue, entities: [...entities.values()] };
  }

  writer(user: string, board: string, client: string) {
    let name = client;
    return (writing: Writing, done: (kept: boolean) => void): void => {
      const before = name;
      name = writing.client;
      this.#afterwards.run(() => {
        this.#write(user, board, before, writing).then(
          () => done(true),
          () => {
            // What is older than what is sent must not be found again and sent.
            void this.forget(user, board, before).catch(() => undefined);
            done(false);
          },
        );
      });
    };
  }

  /** One transaction, closed at once: it ends even if the tab does. */
  async #write(user: string, board: string, before: string, writing: Writing): Promise<void> {
    if (this.#cleared.has(user)) throw new Error('signed out');
    const { client, queue, entities, gone, anew, drafts } = writing;
    const key: QueueKey = [user, board, client];
    const tx = this.#db.transaction(QUEUE_STORES, 'readwrite', { durability: 'strict' });
    const queues = tx.objectStore('queues');
    const boards = tx.objectStore('boards');
    const changed = tx.objectStore('changed');
    const work: Promise<unknown>[] = [queues.put({ queue, at: Date.now() }, key)];
    if (before !== client) {
      const old: QueueKey = [user, board, before];
      work.push(queues.delete(old), boards.delete(old), changed.delete(within(old)));
    }
    if (anew) work.push(changed.delete(within(key)), boards.put(entities, key));
    else {
      for (const entity of entities) work.push(changed.put({ entity }, [...key, entity.id]));
      for (const id of gone) work.push(changed.put({}, [...key, id]));
    }
    for (const draft of drafts) work.push(tx.objectStore('drafts').put(draft, [user, draft.id]));
    tx.commit();
    await Promise.all([...work, tx.done]);
  }

  async forget(user: string, board: string, client: string): Promise<void> {
    const key: QueueKey = [user, board, client];
    const tx = this.#db.transaction(QUEUE_STORES, 'readwrite', { durability: 'strict' });
    await Promise.all([
      tx.objectStore('queues').delete(key),
      tx.objectStore('boards').delete(key),
      tx.objectStore('changed').delete(within(key)),
      tx.done,
    ]);
  }

  hold(client: string, signal?: AbortSignal): Promise<Hold | undefined> {
    return new Promise((give) => {
      const options = signal ? { signal } : { ifAvailable: true };
      navigator.locks
        .request(`${NAME}/${client}`, options, (lock) => {
          if (!lock) {
            give(undefined);
            return undefined;
          }
          return new Promise<void>((release) => {
            give({
              release: () => {
                // Whoever has it next finds all that was written.
                this.#afterwards.now();
                release();
              },
            });
          });
        })
        .catch(() => give(undefined));
    });
  }

  drafts(user: string): Promise<readonly Draft[]> {
    return this.#db.getAll('drafts', within([user]));
  }

  async putDraft(user: string, draft: Draft): Promise<void> {
    await this.#db.put('drafts', draft, [user, draft.id]);
  }

  async discard(user: string, draft: string): Promise<void> {
    await this.#db.delete('drafts', [user, draft]);
  }

  async put(user: string, shelf: Shelf, value: unknown): Promise<void> {
    await this.#db.put('values', value, [user, shelf]);
  }

  get(user: string, shelf: Shelf): Promise<unknown> {
    return this.#db.get('values', [user, shelf]);
  }

  async lastUser(): Promise<LastUser | undefined> {
    return (await this.#db.get('values', [NOBODY, 'user'])) as LastUser | undefined;
  }

  async setLastUser(user: LastUser | undefined): Promise<void> {
    if (user) {
      this.#cleared.delete(user.person);
      await this.#db.put('values', user, [NOBODY, 'user']);
    } else await this.#db.delete('values', [NOBODY, 'user']);
  }

  async clear(user: string): Promise<void> {
    this.#cleared.add(user);
    this.#tabs.postMessage(user);
    const stores = [...QUEUE_STORES, 'values'] as const;
    const tx = this.#db.transaction(stores, 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...stores.map((store) => tx.objectStore(store).delete(within([user]))),
      tx.objectStore('values').delete([NOBODY, 'user']),
      tx.done,
    ]);
  }
}

/** All keys that begin so: an array sorts behind every string. */
function within(start: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...start], [...start, []]);
}
