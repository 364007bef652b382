/** The pages. A token stands in the fragment of an address, which never reaches a server or its logs. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'classe'; readonly board: string }
  | { readonly page: 'situation'; readonly board: string; readonly situation: string }
  | { readonly page: 'parcours' | 'annee'; readonly board: string }
  | { readonly page: 'bin'; readonly board: string }
  | { readonly page: 'drafts' }
  | { readonly page: 'draft'; readonly board: string; readonly draft: string }
  | { readonly page: 'signIn' }
  | { readonly page: 'setup' | 'invitation' | 'reset' | 'demonstration'; readonly token: string }
  | { readonly page: 'notFound' };

export function parse(path: string, fragment: string): Route {
  const [first = '', second, third, fourth, ...more] = path.split('/').filter(Boolean).map(decode);
  const token = fragment.replace(/^#/, '');
  if (more.length > 0) return { page: 'notFound' };
  if (first === 'classe' && second !== undefined) {
    if (third === undefined) return { page: 'classe', board: second };
    if (third === 'situation' && fourth !== undefined)
      return { page: 'situation', board: second, situation: fourth };
    if (third === 'parcours' && fourth === undefined) return { page: 'parcours', board: second };
    if (third === 'calendrier' && fourth === undefined) return { page: 'annee', board: second };
    if (third === 'corbeille' && fourth === undefined) return { page: 'bin', board: second };
    if (third === 'brouillon' && fourth !== undefined) return { page: 'draft', board: second, draft: fourth };
    return { page: 'notFound' };
  }
  if (second !== undefined) return { page: 'notFound' };
  switch (first) {
    case '':
      return { page: 'home' };
    case 'brouillons':
      return { page: 'drafts' };
    case 'connexion':
      return { page: 'signIn' };
    case 'installation':
      return { page: 'setup', token };
    case 'invitation':
      return { page: 'invitation', token };
    case 'mot-de-passe':
      return { page: 'reset', token };
    case 'demonstration':
      return { page: 'demonstration', token };
    default:
      return { page: 'notFound' };
  }
}

export const paths = {
  home: '/',
  signIn: '/connexion',
  drafts: '/brouillons',
  draft: (board: string, draft: string) =>
    `/classe/${encodeURIComponent(board)}/brouillon/${encodeURIComponent(draft)}`,
  classe: (board: string) => `/classe/${encodeURIComponent(board)}`,
  parcours: (board: string) => `/classe/${encodeURIComponent(board)}/parcours`,
  annee: (board: string) => `/classe/${encodeURIComponent(board)}/calendrier`,
  bin: (board: string) => `/classe/${encodeURIComponent(board)}/corbeille`,
  situation: (board: string, situation: string) =>
    `/classe/${encodeURIComponent(board)}/situation/${encodeURIComponent(situation)}`,
  invitation: (token: string) => `/invitation#${token}`,
  reset: (token: string) => `/mot-de-passe#${token}`,
};

/** For so long, in ms, a page that one comes back to may take until it is as high as it was. */
const DRAWN = 1_000;

/** What is kept of a page beside its address. */
interface Left {
  /** How far it was scrolled when it was left. */
  readonly scroll?: number;
}

/** Where this tab is. Follows the links of the page and the buttons of the browser. */
class Router {
  current: Route = $state.raw({ page: 'home' });
  #search = $state('');
  /** How the page is looked at: filters and views, which stay in its address. */
  readonly query: Pick<URLSearchParams, 'get' | 'has'> = $derived(new URLSearchParams(this.#search));

  /** Starts to follow; the returned function stops. */
  start(): () => void {
    const read = () => this.#read();
    const follow = (event: MouseEvent) => {
      const path = ownPath(event);
      if (path === undefined) return;
      event.preventDefault();
      this.go(path);
    };
    const back = ({ state }: PopStateEvent) => {
      read();
      this.#scrollTo((state as Left | null)?.scroll ?? 0);
    };
    read();
    addEventListener('popstate', back);
    document.addEventListener('click', follow);
    return () => {
      removeEventListener('popstate', back);
      document.removeEventListener('click', follow);
    };
  }

  go(path: string): void {
    const left: Left = { scroll: scrollY };
    history.replaceState(left, '');
    history.pushState(null, '', path);
    this.#read();
    scrollTo(0, 0);
    // Whoever does not see the page hears that it is another one.
    requestAnimationFrame(() => document.getElementById('contenu')?.focus());
  }

  /** Goes without leaving a way back: a used token, or a page for which one must be signed in. */
  replace(path: string): void {
    history.replaceState(null, '', path);
    this.#read();
  }

  /** Looks at the page in another way; what is undefined is taken out. */
  filter(chosen: Readonly<Record<string, string | undefined>>): void {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made, read and gone
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(chosen))
      if (value === undefined) query.delete(name);
      else query.set(name, value);
    const search = query.toString();
    history.replaceState(null, '', location.pathname + (search === '' ? '' : `?${search}`) + location.hash);
    this.#search = location.search;
  }

  /** The browser scrolls before the page is drawn, and gets no further than that is high by then. */
  #scrollTo(top: number): void {
    const { current } = this;
    const until = performance.now() + DRAWN;
    const scroll = () => {
      if (this.current !== current || scrollY >= top) return;
      scrollTo({ top, behavior: 'instant' });
      if (performance.now() < until) requestAnimationFrame(scroll);
    };
    requestAnimationFrame(scroll);
  }

  #read(): void {
    this.#search = location.search;
    this.current = parse(location.pathname, location.hash);
  }
}

export const router = new Router();

function ownPath(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.target !== '' || link.origin !== location.origin || link.hasAttribute('download'))
    return undefined;
  // A link within the page, such as « Aller au contenu », is for the browser.
  if (link.pathname === location.pathname && link.hash !== '') return undefined;
  return link.pathname + link.search + link.hash;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
