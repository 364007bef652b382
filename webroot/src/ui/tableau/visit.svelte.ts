import { api, type Touched } from '../api';
import { session } from '../session.svelte';

/** Up to where this person has seen a board, and when. */
export interface Seen {
  readonly head: number;
  /** In ms since 1970. */
  readonly at: number;
}

/** What others have changed on a board since this person saw it last, on this device. */
export class Visit {
  /** Since when, where there is anything to tell. */
  since: number | undefined = $state();
  things: readonly Touched[] = $state.raw([]);
  /** It is too long ago to be told one by one. */
  tooOld = $state(false);
  readonly #board: string;
  #head: number | undefined;

  constructor(board: string) {
    this.#board = board;
  }

  /** Asks the server; where it cannot be asked, nothing is told and nothing is taken as seen. */
  readonly load = async (): Promise<void> => {
    const user = session.me?.person;
    if (user === undefined) return;
    const { device } = session;
    const shelf = `seen/${this.#board}` as const;
    const seen = (await device.get(user, shelf).catch(() => undefined)) as Seen | undefined;
    const answer = session.heed(await api.changes(this.#board, seen?.head));
    if (!answer.ok) return;
    const { head, tooOld = false, things } = answer.value;
    this.#head = head;
    const situations = things.filter(({ kind }) => kind === 'situation');
    if (seen === undefined || (situations.length === 0 && !tooOld)) await this.#keep();
    else {
      this.since = seen.at;
      this.things = situations;
      this.tooOld = tooOld;
    }
  };

  /** All of it has been seen. */
  async allSeen(): Promise<void> {
    this.since = undefined;
    this.things = [];
    this.tooOld = false;
    await this.#keep();
  }

  async #keep(): Promise<void> {
    const user = session.me?.person;
    if (user === undefined || this.#head === undefined) return;
    const seen: Seen = { head: this.#head, at: Date.now() };
    await session.device.put(user, `seen/${this.#board}`, seen).catch(() => undefined);
  }
}
