/** A piece of HTML as it stands in a clipboard; nothing of it is ever made into elements. */
export type Token =
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

/** What stands in these is not HTML, up to their own end. */
const RAW = ['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'];

/** Cuts HTML into tokens, in one pass, without a parser of the browser: there is nothing that could run. */
export function* tokensOf(html: string): Generator<Token> {
  const folded = html.toLowerCase();
  const nameAt = /[a-z][^\s/>]*/y;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open > at || open < 0) {
      const end = open < 0 ? html.length : open;
      yield { type: 'text', text: decoded(html.slice(at, end)) };
      at = end;
      continue;
    }
    if (html.startsWith('<!--', at)) {
      at = after(html, '-->', at + 4);
      continue;
    }
    const closes = html[at + 1] === '/';
    nameAt.lastIndex = at + (closes ? 2 : 1);
    const name = nameAt.exec(folded)?.[0];
    if (name === undefined) {
      const bogus = closes || html[at + 1] === '!' || html[at + 1] === '?';
      if (!bogus) yield { type: 'text', text: '<' };
      at = bogus ? after(html, '>', at) : at + 1;
    } else if (closes) {
      at = after(html, '>', nameAt.lastIndex);
      yield { type: 'close', name };
    } else {
      const attributes = new Map<string, string>();
      at = attributesAt(html, nameAt.lastIndex, attributes);
      yield { type: 'open', name, attributes };
      if (RAW.includes(name)) {
        const end = folded.indexOf(`</${name}`, at);
        at = end < 0 ? html.length : end;
      }
    }
  }
}

function after(html: string, what: string, from: number): number {
  const at = html.indexOf(what, from);
  return at < 0 ? html.length : at + what.length;
}

/** Reads the attributes of a tag; gives where the tag ends. */
function attributesAt(html: string, from: number, into: Map<string, string>): number {
  const attribute = /[\s/]*([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (found === null) return after(html, '>', at);
    const [, name = '', double, single, bare] = found;
    // As in a browser, of two alike the first counts.
    if (!into.has(name.toLowerCase())) into.set(name.toLowerCase(), decoded(double ?? single ?? bare ?? ''));
    at = attribute.lastIndex;
  }
}

/** What programs of the office write by name; browsers write the first five and letters as they are. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  euro: '€',
  deg: '°',
  times: '×',
  agrave: 'à',
  acirc: 'â',
  auml: 'ä',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ouml: 'ö',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  oelig: 'œ',
  aelig: 'æ',
  Agrave: 'À',
  Acirc: 'Â',
  Ccedil: 'Ç',
  Egrave: 'È',
  Eacute: 'É',
  Ecirc: 'Ê',
  Euml: 'Ë',
  Icirc: 'Î',
  Iuml: 'Ï',
  Ocirc: 'Ô',
  Ugrave: 'Ù',
  Ucirc: 'Û',
  OElig: 'Œ',
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,8}));?/g,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? all) : all;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
