import type { Draft } from '../../room/kept';
import type { Device } from '../device/Device';

/** What this person asked and did not come true: on this device only, until they have decided about it. */
class Drafts {
  /** The newest first. */
  all: readonly Draft[] = $state.raw([]);

  #device: Device | undefined;
  #user = '';

  /** Whether there are some, and this device keeps nothing. */
  get areLostWithTab(): boolean {
    return this.all.length > 0 && this.#device?.keeps !== true;
  }

  /** Reads those that are kept; what was put aside in this tab stays. */
  async load(device: Device, user: string): Promise<void> {
    if (user !== this.#user) this.all = [];
    this.#device = device;
    this.#user = user;
    const kept = await device.drafts(user).catch(() => []);
    if (user !== this.#user) return;
    for (const draft of kept) this.add(draft);
  }

  add(draft: Draft): void {
    if (this.all.some(({ id }) => id === draft.id)) return;
    this.all = [...this.all, draft].sort((one, other) => other.at - one.at);
  }

  /** Takes back one that was discarded. */
  async restore(draft: Draft): Promise<void> {
    this.add(draft);
    await this.#device?.putDraft(this.#user, draft);
  }

  async discard(id: string): Promise<void> {
    this.all = this.all.filter((draft) => draft.id !== id);
    await this.#device?.discard(this.#user, id);
  }

  /** Nobody is here any more. */
  forget(): void {
    this.all = [];
    this.#device = undefined;
    this.#user = '';
  }
}

export const drafts = new Drafts();
