import { api, type Failure, type Me, type Result } from './api';

/** Who uses this tab. */
class Session {
  /** Undefined until the server has said it; null when nobody is signed in. */
  me: Me | null | undefined = $state.raw();
  /** Why it is not known who uses this tab. */
  failure: Failure | undefined = $state();

  async load(): Promise<void> {
    this.failure = undefined;
    const answer = await api.me();
    if (answer.ok) this.me = answer.value;
    else if (answer.failure === 'signedOut') this.me = null;
    else this.failure = answer.failure;
  }

  signedIn(me: Me): void {
    this.me = me;
  }

  /** Looks at an answer on its way: a session that is over on the server is over here. */
  heed<T>(answer: Result<T>): Result<T> {
    if (!answer.ok && answer.failure === 'signedOut') this.me = null;
    return answer;
  }

  async signOut(): Promise<void> {
    const answer = await api.signOut();
    if (answer.ok || answer.failure === 'signedOut') this.me = null;
  }
}

export const session = new Session();
