import { api, type Changes, type Touched } from '../api';
import { session } from '../session.svelte';

/** Up to where this person has seen a board, and when. */
export interface Seen {
  readonly head: number;
  /** In ms since 1970. */
  readonly at: number;
}

/** What is said of a situation, and not in it. */
const TALK = ['commentaire', 'reponse', 'suite'];

/** Whether a thing was only commented on. */
export function isTalk({ what }: Pick<Touched, 'what'>): boolean {
  return what.every((touched) => TALK.includes(touched.split('.')[0] ?? ''));
}

/** What others have changed on a board since this person saw it last, on this device. */
export class Visit {
  /** Since when, where there is anything to tell. */
  since: number | undefined = $state();
  things: readonly Touched[] = $state.raw([]);
  /** It is too long ago to be told one by one. */
  tooOld = $state(false);
  readonly board: string;
  #head: number | undefined;

  constructor(board: string) {
    this.board = board;
  }

  /** Asks the server; where it cannot be asked, nothing is told and nothing is taken as seen. */
  readonly load = async (): Promise<void> => {
    const seen = await this.#seen();
    const changes = await this.#ask(seen);
    if (changes && !this.#tell(seen, changes)) await this.#keep();
  };

  /** As `load`, but from elsewhere: what was never seen is not asked for, and nothing is taken as seen. */
  async peek(until: AbortSignal): Promise<void> {
    const seen = await this.#seen();
    const changes = seen && !until.aborted ? await this.#ask(seen, until) : undefined;
    if (changes && !until.aborted) this.#tell(seen, changes);
  }

  /** All of it has been seen. */
  async allSeen(): Promise<void> {
    this.since = undefined;
    this.things = [];
    this.tooOld = false;
    await this.#keep();
  }

  async #seen(): Promise<Seen | undefined> {
    const user = session.me?.person;
    if (user === undefined) return undefined;
    return (await session.device.get(user, `seen/${this.board}`).catch(() => undefined)) as Seen | undefined;
  }

  async #ask(seen: Seen | undefined, until?: AbortSignal): Promise<Changes | undefined> {
    if (session.me === undefined) return undefined;
    const answer = await session.ask(() => api.changes(this.board, seen?.head, until));
    return answer.ok ? answer.value : undefined;
  }

  /** Whether there was anything to tell. */
  #tell(seen: Seen | undefined, { head, tooOld = false, things }: Changes): boolean {
    this.#head = head;
    const situations = things.filter(({ kind }) => kind === 'situation');
    if (seen === undefined || (situations.length === 0 && !tooOld)) return false;
    this.since = seen.at;
    this.things = situations;
    this.tooOld = tooOld;
    return true;
  }

  async #keep(): Promise<void> {
    const user = session.me?.person;
    if (user === undefined || this.#head === undefined) return;
    const seen: Seen = { head: this.#head, at: Date.now() };
    await session.device.put(user, `seen/${this.board}`, seen).catch(() => undefined);
  }
}
