import { api, type Failure, type Me, type Result } from './api';
import type { Device, Shelf } from './device/Device';
import { memoryDevice } from './device/memoryDevice';
import { openDevice } from './device/openDevice';
import { sharedComputer } from './device/shared';
import { drafts } from './model/drafts.svelte';

/** Signed out while the server could not be told: it is told before anything else. */
const TO_TELL = 'binome.sortie';

/** Who uses this tab, and where their words are kept. */
class Session {
  /** Undefined until it is known; null when nobody is signed in. */
  me: Me | null | undefined = $state.raw();
  /** Why it is not known who uses this tab. */
  failure: Failure | undefined = $state();
  /** Nothing is kept on a shared computer or of a trial, nor where a browser does not let us. */
  device: Device = memoryDevice;
  /** The trial of this tab has been deleted. */
  dropped = $state(false);
  /** Counts who comes and goes: what was asked before that says nothing of who is here now. */
  #turn = 0;

  async load(): Promise<void> {
    this.failure = undefined;
    const over = await sharedComputer.isOver();
    if (over || isToTell()) await this.#tellSignedOut();
    const turn = this.#turn;
    const answer = await api.me();
    if (turn !== this.#turn) return;
    if (answer.ok) await this.#enter(answer.value);
    else if (answer.failure === 'signedOut' || isToTell()) this.#over();
    else await this.#enterAsBefore(answer.failure);
  }

  /**
   * Somebody has signed in.
   *
   * @param shared others use this computer: nothing of this person stays on it
   */
  async signedIn(me: Me, shared = false): Promise<void> {
    if (shared) sharedComputer.begin();
    else sharedComputer.end();
    await this.#enter(me);
  }

  async #enter(me: Me): Promise<void> {
    const turn = ++this.#turn;
    if (sharedComputer.isOn) sharedComputer.begin();
    const device = me.essai || sharedComputer.isOn ? memoryDevice : await openDevice();
    if (device.keeps) await device.setLastUser({ person: me.person, name: me.name }).catch(() => undefined);
    if (turn !== this.#turn) return;
    this.device = device;
    void drafts.load(this.device, me.person);
    this.me = me;
    this.dropped = false;
  }

  /** The server knows this tab no more. */
  #over(): void {
    this.dropped ||= this.me?.essai !== undefined;
    this.#leave();
  }

  /** Without the server, whoever was here last and did not sign out goes on. */
  async #enterAsBefore(failure: Failure): Promise<void> {
    if (this.me) return;
    const turn = this.#turn;
    const device = await openDevice();
    const last = sharedComputer.isOn ? undefined : await device.lastUser().catch(() => undefined);
    if (turn !== this.#turn) return;
    // Helping others needs the server in any case.
    if (last) await this.#enter({ ...last, responsable: false });
    else this.failure = failure;
  }

  #leave(): void {
    this.#turn++;
    this.me = null;
    drafts.forget();
  }

  /** Asks the server: a session that is over there is over here. */
  async ask<T>(question: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.#turn;
    const answer = await question();
    if (!answer.ok && answer.failure === 'signedOut' && turn === this.#turn) this.#over();
    return answer;
  }

  /** What a page needs to be read: from the server, or as it was when the server last said it. */
  async read<T>(shelf: Shelf, question: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.#turn;
    const answer = await this.ask(question);
    const user = this.me?.person;
    if (user === undefined || turn !== this.#turn) return answer;
    if (answer.ok) {
      await this.device.put(user, shelf, answer.value).catch(() => undefined);
      return answer;
    }
    if (answer.failure !== 'offline' && answer.failure !== 'unexpected') return answer;
    const kept = await this.device.get(user, shelf).catch(() => undefined);
    return kept === undefined ? answer : { ok: true, value: kept as T };
  }

  /** Ends the session here at once, with all that is kept for it, and on the server as soon as it can. */
  async signOut(): Promise<void> {
    const user = this.me?.person;
    if (user !== undefined) await this.device.clear(user).catch(() => undefined);
    this.#leave();
    await this.#tellSignedOut();
  }

  /** Asks the simulated colleague to stop, or to go on. */
  async pauseColleague(paused: boolean): Promise<Failure | undefined> {
    const answer = await this.ask(() => api.pauseColleague(paused));
    if (!answer.ok) return answer.failure;
    if (this.me?.essai) this.me = { ...this.me, essai: { ...this.me.essai, paused } };
    return undefined;
  }

  async #tellSignedOut(): Promise<void> {
    setToTell(true);
    const answer = await api.signOut();
    if (!answer.ok && answer.failure !== 'signedOut') return;
    setToTell(false);
    sharedComputer.end();
  }
}

function isToTell(): boolean {
  try {
    return localStorage.getItem(TO_TELL) !== null;
  } catch {
    return false;
  }
}

function setToTell(is: boolean): void {
  try {
    if (is) localStorage.setItem(TO_TELL, '1');
    else localStorage.removeItem(TO_TELL);
  } catch {
    // A browser that keeps nothing: nothing is left to come back to either.
  }
}

export const session = new Session();
