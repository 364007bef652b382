import { DeltaBuilder } from '../../text/delta';
import { isPerson, OBJECT } from '../../text/mention';
import type { Attributes, Delta } from '../../text/op';
import { tokensOf } from './html';
import { linkOf } from './link';
import type { LineForm } from './schema';

/** A line of what is pasted, with the form that it had. */
export interface PastedLine {
  readonly text: Delta;
  readonly form: LineForm;
}

/** The longest HTML that is read; of more, the words without form. */
const LONGEST = 4_000_000;

const BLOCKS = new Set(
  (
    'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** What stands in these is not for readers. */
const UNREAD = new Set(
  (
    'script style head title xml template noscript iframe object embed svg math audio video canvas select textarea ' +
    'noembed noframes xmp button'
  ).split(' '),
);

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** What an element says of the words in it. */
interface Around {
  readonly name: string;
  readonly unread: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | undefined;
  /** Whom an own text mentions; the name that stands there is not read. */
  readonly mention: string | undefined;
  readonly header: 1 | 2 | undefined;
  readonly list: 'bullet' | 'ordered' | undefined;
  /** Word writes the sign of an item as words: they tell the sort of the list, and are not read. */
  readonly sign: boolean;
  readonly cell: boolean;
}

const NOTHING: Around = {
  name: '',
  unread: false,
  bold: false,
  italic: false,
  link: undefined,
  mention: undefined,
  header: undefined,
  list: undefined,
  sign: false,
  cell: false,
};

/** What a clipboard brings, by the words without form where its HTML is absent or endless. */
export function pastedLines(html: string, plain: string): readonly PastedLine[] {
  const lines = html === '' || html.length > LONGEST ? [] : new Reader(html).lines;
  return lines.length > 0 ? lines : plainLines(plain);
}

function plainLines(plain: string): readonly PastedLine[] {
  return plain
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => ({ text: new DeltaBuilder().insert(clean(line)).build(), form: {} }));
}

class Reader {
  readonly lines: PastedLine[] = [];
  readonly #stack: Around[] = [];
  readonly #open = new Map<string, number>();
  readonly #own: boolean;
  #runs: { text: string; attributes: Attributes | undefined }[] = [];
  #sign = '';

  constructor(html: string) {
    const [, fragment] = /<!--\s*StartFragment\s*-->([^]*?)<!--\s*EndFragment\s*-->/i.exec(html) ?? [];
    this.#own = html.includes('data-pm-slice');
    for (const token of tokensOf(fragment ?? html)) {
      if (token.type === 'text') this.#write(token.text);
      else if (token.type === 'open') this.#enter(token.name, token.attributes);
      else this.#leave(token.name);
    }
    this.#endLine();
  }

  get #around(): Around {
    return this.#stack.at(-1) ?? NOTHING;
  }

  #enter(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'br') {
      // An item or a heading is one line.
      if (this.#around.list ?? this.#around.header) this.#write(' ');
      else this.#endLine();
      return;
    }
    if (BLOCKS.has(name)) {
      if (this.#around.name === 'p' || (name === 'li' && this.#around.name === 'li')) this.#pop();
      if (name === 'td' || name === 'th') this.#endCell();
      else this.#endBlock();
    }
    if (VOID.has(name)) return;
    this.#stack.push(this.#inside(name, attributes));
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
    const { mention } = this.#around;
    if (mention !== undefined) this.#runs.push({ text: OBJECT, attributes: { ...this.#form(), mention } });
  }

  #inside(name: string, attributes: ReadonlyMap<string, string>): Around {
    const outer = this.#around;
    const style = (attributes.get('style') ?? '').toLowerCase().replaceAll(/\s/g, '');
    const classes = (attributes.get('class') ?? '').split(/\s+/);
    const says = (what: RegExp) => what.exec(style)?.[1];
    const weight = says(/(?:^|;)font-weight:([^;]+)/);
    const slant = says(/(?:^|;)font-style:([^;]+)/);
    const hidden =
      attributes.has('hidden') || /(?:^|;)(?:display:none|mso-hide:all|visibility:hidden)/.test(style);
    const sign = style.includes('mso-list:ignore');
    const person = attributes.get('data-mention');
    const mention = this.#own && !outer.unread && isPerson(person) ? person : undefined;
    const href = name === 'a' ? attributes.get('href') : undefined;
    return {
      name,
      unread: outer.unread || hidden || UNREAD.has(name) || mention !== undefined,
      mention,
      bold: weight === undefined ? outer.bold || name === 'b' || name === 'strong' : isBold(weight),
      italic:
        slant === undefined ? outer.italic || name === 'i' || name === 'em' : /^(italic|oblique)/.test(slant),
      link: href === undefined ? outer.link : linkOf(href),
      header: headerOf(name, this.#own) ?? outer.header,
      list: this.#listOf(name, style, classes) ?? outer.list,
      sign: outer.sign || sign,
      cell: name === 'td' || name === 'th' || (outer.cell && name !== 'tr' && name !== 'table'),
    };
  }

  #listOf(name: string, style: string, classes: readonly string[]): Around['list'] {
    if (name === 'ul') return 'bullet';
    if (name === 'ol') return 'ordered';
    if (this.#own && classes.includes('item')) return classes.includes('ordered') ? 'ordered' : 'bullet';
    return name === 'p' && /(?:^|;)mso-list:(?!ignore|none|skip)/.test(style) ? 'bullet' : undefined;
  }

  #leave(name: string): void {
    if ((this.#open.get(name) ?? 0) === 0) return;
    while (this.#around.name !== name) this.#pop();
    this.#pop();
  }

  #pop(): void {
    const { name } = this.#around;
    if (BLOCKS.has(name) && name !== 'td' && name !== 'th') this.#endBlock();
    this.#stack.pop();
    this.#open.set(name, (this.#open.get(name) ?? 1) - 1);
  }

  #write(text: string): void {
    const { unread, sign } = this.#around;
    if (sign) this.#sign += text;
    if (unread || sign) return;
    const attributes = this.#form();
    this.#runs.push({
      text: clean(text),
      attributes: Object.keys(attributes).length > 0 ? attributes : undefined,
    });
  }

  #form(): Attributes {
    const { bold, italic, link, header } = this.#around;
    return {
      // A heading is bold by itself.
      ...(bold && header === undefined ? { bold: true } : {}),
      ...(italic ? { italic: true } : {}),
      ...(link === undefined ? {} : { link }),
    };
  }

  #endBlock(): void {
    if (this.#around.cell) this.#write(' ');
    else this.#endLine();
  }

  /** A row of a table is a line; its cells stand apart. */
  #endCell(): void {
    if (this.#runs.some(({ text }) => text.trim() !== ''))
      this.#runs.push({ text: ' | ', attributes: undefined });
  }

  #endLine(): void {
    const { header, list } = this.#around;
    const text = trimmed(this.#runs);
    this.#runs = [];
    const sign = this.#sign.trim();
    this.#sign = '';
    if (text.length === 0) return;
    const numbered = /^\(?(\d+|[a-z]|[ivxlc]+)[.)]/i.test(sign) ? 'ordered' : list;
    const form = header === undefined ? (list === undefined ? {} : { list: numbered ?? list }) : { header };
    this.lines.push({ text, form });
  }
}

function isBold(weight: string): boolean {
  return weight.startsWith('bold') || Number(weight) >= 600;
}

/** Our own titles are h4 and h5, under those of the sheet; elsewhere they come after h1 and h2. */
function headerOf(name: string, own: boolean): 1 | 2 | undefined {
  if (!/^h[1-6]$/.test(name)) return undefined;
  return name === (own ? 'h4' : 'h1') ? 1 : 2;
}

/** No control character, no half of a letter; what the eye takes for one space is one. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]/gu, ' ')
    .replace(/\u00ad|\ufeff|\u200b|\ufffc/g, '');
}

function trimmed(
  runs: readonly { readonly text: string; readonly attributes: Attributes | undefined }[],
): Delta {
  const delta = new DeltaBuilder();
  let spaced = true;
  let space: Attributes | undefined | false = false;
  for (const { text, attributes } of runs) {
    for (const part of text.split(/([ \u00a0]{2,}| )/)) {
      if (/^[ \u00a0]{2,}$|^ $/.test(part)) {
        // Kept only once something follows it.
        if (!spaced) space = attributes;
        spaced = true;
      } else if (part !== '') {
        if (space !== false) delta.insert(' ', space);
        space = false;
        spaced = false;
        delta.insert(part, attributes);
      }
    }
  }
  return withoutOuterBlanks(delta.build());
}

/** A line of nothing but a space that does not break is an empty one. */
function withoutOuterBlanks(line: Delta): Delta {
  return line.every((op) => 'insert' in op && op.insert.trim() === '') ? [] : line;
}
