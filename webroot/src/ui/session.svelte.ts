import { api, type Me } from './api';

/** Who uses this tab. */
class Session {
  /** Undefined until the server has said it; null when nobody is signed in. */
  me: Me | null | undefined = $state.raw();

  async load(): Promise<void> {
    const answer = await api.me();
    if (answer.ok) this.me = answer.value;
    else if (answer.failure !== 'offline' || this.me === undefined) this.me = null;
  }

  signedIn(me: Me): void {
    this.me = me;
  }

  async signOut(): Promise<void> {
    const answer = await api.signOut();
    if (answer.ok || answer.failure === 'signedOut') this.me = null;
  }
}

export const session = new Session();
