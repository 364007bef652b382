import type { BoardState, Shown } from '../wire/protocol.gen';
import type { Year } from '../parcours/classe';
import type { Referentiels } from '../parcours/referentiel';

/** Why a request did not do what was asked; each has a sentence in `fr.failures`. */
export type Failure = Reason | 'signedOut' | 'offline' | 'unexpected';

/** What the server says itself: `{"reason": "loginTaken"}`; of an unsuitable answer also `what`. */
const reasons = [
  'wrongCredentials',
  'later',
  'noSuchLink',
  'noSuchLogin',
  'loginTaken',
  'unsuitableName',
  'unsuitableLogin',
  'unsuitablePassword',
  'invalid',
  'denied',
  'trying',
  'full',
  'signedIn',
] as const;

type Reason = (typeof reasons)[number];

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export interface Me {
  readonly person: string;
  readonly name: string;
  /** Whether they answer for the establishment: only they help whoever has lost a password. */
  readonly responsable: boolean;
  /** Of one who tries without an account. */
  readonly essai?: Essai;
}

/** A private copy of the example school. */
export interface Essai {
  /** When it is deleted, ISO 8601. */
  readonly until: string;
  /** The class to begin with. */
  readonly board: string;
  /** Whether the simulated colleague was asked to stop. */
  readonly paused: boolean;
}

/** One sheet of the example school, for the first page. */
export interface Preview {
  readonly board: string;
  readonly situation: string;
  readonly snapshot: BoardState;
  readonly people: Readonly<Record<string, Shown>>;
}

/** A class on the first page. */
export interface ClasseCard {
  readonly board: string;
  readonly label: string;
  readonly year: Year;
  readonly rentree: number;
  readonly people: readonly { readonly person: string; readonly name: string; readonly role: string }[];
  readonly waiting: readonly Waiting[];
}

/** What a situation waits for from this person. */
export interface Waiting {
  readonly situation: string;
  readonly titre: string;
  /** Whether their agreement is asked. */
  readonly accord: boolean;
  /** How many étapes have a colleague's proposal of who leads them. */
  readonly propositions: number;
  /** Whether one of its texts mentions them. */
  readonly mention: boolean;
  /** How many comments of others wait for an answer of the binôme. */
  readonly commentaires: number;
}

/** A situation of the example school to begin from. */
export interface Modele {
  readonly year: Year;
  readonly specialites: readonly string[];
  readonly situation: string;
  readonly snapshot: BoardState;
}

/** What others have changed on a board. */
export interface Changes {
  /** Up to where it was looked: to be asked for next time. */
  readonly head: number;
  /** It was too long ago to be told. */
  readonly tooOld?: boolean;
  readonly things: readonly Touched[];
}

/** Something directly in a board, and what others have changed in it. */
export interface Touched {
  readonly id: string;
  readonly kind: string;
  /** When last, ISO 8601. */
  readonly at: string;
  readonly by: readonly string[];
  /** Kinds and fields: `situation.status`, `etape`. */
  readonly what: readonly string[];
}

export interface NewClasse {
  /** Made here, so that asking twice makes one class. */
  readonly board: string;
  readonly label: string;
  readonly year: Year;
  readonly rentree: number;
  readonly specialites: readonly string[];
}

export interface NewAccount {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

/** Every request to the server; single-use tokens travel in bodies, never in addresses. */
export const api = {
  me: () => request<Me>('GET', 'me', undefined, LONGEST_ME),
  /** `shared`: others use this computer, which is to forget the session when it is closed. */
  signIn: (login: string, password: string, shared: boolean) =>
    request<Me>('POST', 'session', { login, password, ...(shared ? { shared } : {}) }),
  signInByLink: (token: string) => request<Me>('POST', 'session', { token }),
  signOut: () => request<undefined>('DELETE', 'session'),
  /** Without an answer where nobody may try. */
  preview: () => request<Preview>('GET', 'essais'),
  essayer: () => request<Me>('POST', 'essais', {}),
  pauseColleague: (paused: boolean) => request<undefined>('POST', 'essais/collegue', { paused }),
  setup: (token: string, account: NewAccount) => request<Me>('POST', 'setup', { token, ...account }),
  /** `discipline`: of who joins the class team; without it, the place of Y. */
  invite: (board: string, discipline?: string) =>
    request<{ readonly token: string }>('POST', 'invitations', {
      board,
      ...(discipline === undefined ? {} : { discipline }),
    }),
  redeem: (token: string, account?: NewAccount) =>
    request<{ readonly board: string }>('POST', 'invitations/redeem', { token, ...account }),
  resetLink: (login: string) => request<{ readonly token: string }>('POST', 'resets', { login }),
  reset: (token: string, password: string) => request<undefined>('POST', 'reset', { token, password }),
  classes: () => request<readonly ClasseCard[]>('GET', 'classes'),
  createClasse: (classe: NewClasse) => request<undefined>('POST', 'classes', classe),
  referentiels: () => request<Referentiels>('GET', 'referentiels'),
  snapshot: (board: string) => request<BoardState>('GET', `boards/${board}/snapshot`),
  modeles: () => request<readonly Modele[]>('GET', 'modeles'),
  changes: (board: string, since: number | undefined, until?: AbortSignal) =>
    request<Changes>(
      'GET',
      `boards/${board}/changes${since === undefined ? '' : `?since=${since}`}`,
      undefined,
      LONGEST,
      until,
    ),
  ticket: () => request<{ readonly ticket: string }>('POST', 'tickets', {}),
};

/** After so long, in ms, without an answer there is no connection. */
const LONGEST = 20_000;
const LONGEST_ME = 4_000;

async function request<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  longest = LONGEST,
  until?: AbortSignal,
): Promise<Result<T>> {
  let response: Response;
  let text: string;
  const timeout = AbortSignal.timeout(longest);
  try {
    response = await fetch(`/api/${path}`, {
      method,
      credentials: 'same-origin',
      signal: until ? AbortSignal.any([until, timeout]) : timeout,
      headers: {
        accept: 'application/json',
        // A page of another site cannot set it: the server refuses unsafe requests without it.
        ...(method === 'GET' ? {} : { 'x-binome': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // An answer that breaks off is none.
    text = await response.text();
  } catch {
    return { ok: false, failure: 'offline' };
  }
  const answer = parsed(text);
  // The server and this client are built together: an answer of success has the shape it is given here.
  if (response.ok) return { ok: true, value: answer as T };
  return { ok: false, failure: failureOf(response.status, answer) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(status: number, answer: unknown): Failure {
  const { reason, what } = (answer ?? {}) as { readonly reason?: string; readonly what?: string };
  const said = [`${reason ?? ''}${what ?? ''}`, reason].map((one) => one?.toLowerCase());
  const known = reasons.find((one) => said.includes(one.toLowerCase()));
  if (known !== undefined) return known;
  switch (status) {
    case 401:
      return 'signedOut';
    case 403:
      return 'denied';
    case 429:
      return 'later';
    default:
      return 'unexpected';
  }
}
