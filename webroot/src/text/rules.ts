import { sameAttributes } from './attributes';
import { compose, DeltaBuilder, deltaLength, plain, sameDelta } from './delta';
import { isPerson, OBJECT } from './mention';
import { type Attributes, type Delta, type Op, opLength } from './op';
import { OpReader } from './OpReader';

/** What a text may be: one line without form, or paragraphs, headings, lists, bold, italic, links. */
export type Shape = 'line' | 'rich';

/** Why a delta cannot be accepted, in the words of the server's refusals (T-6). */
export type TextFault =
  | 'pastEnd'
  | 'cutSurrogate'
  | 'lostFinalNewline'
  | 'unknownAttribute'
  | 'attributeValue'
  | 'linkScheme'
  | 'misplacedAttribute'
  | 'control'
  | 'lineBreak'
  | 'attributeInLine'
  | 'tooLong'
  | 'tooManyRuns'
  | 'notCanonical'
  | 'notADocument';

/** What one delta may insert, in UTF-16 units. */
export const MAX_INSERTED = 20_000;

/** How many runs of one form a text may have. */
export const MAX_RUNS = 5_000;

const MAX_CONSUMED = 0x3fff_ffff;
const MAX_LINK = 2_000;

/** A scheme and something after it, printable and without spaces: no room for a disguise. */
const LINK = /^([A-Za-z][A-Za-z0-9+.-]*):[^\p{Cc} <>"]+$/u;
const SCHEMES = ['http', 'https', 'mailto', 'tel'];

/** Of characters; those of lines stand on the newline that ends the line. */
const OF_CHARACTERS = ['bold', 'italic', 'link', 'mention'];
const OF_LINES = ['header', 'list'];

/** The fault of a delta whatever text it is for; undefined when there is none. */
export function formFault(delta: Delta, shape: Shape): TextFault | undefined {
  if (deltaLength(delta) > MAX_CONSUMED) return 'pastEnd';
  if (delta.length > 2 * MAX_RUNS) return 'tooManyRuns';
  return insertedLength(delta) > MAX_INSERTED ? 'tooLong' : opsFault(delta, shape);
}

/**
 * The fault of a delta on a document; undefined when it may be applied.
 *
 * @param maxLength of the document afterwards, its final newline included
 */
export function editFault(
  document: Delta,
  delta: Delta,
  shape: Shape,
  maxLength: number,
): TextFault | undefined {
  const fault = formFault(delta, shape);
  if (fault) return fault;
  const length = deltaLength(document);
  const inserted = insertedLength(delta);
  if (deltaLength(delta) - inserted > length) return 'pastEnd';
  const walked = walkFault(document, delta);
  if (walked) return walked;
  const deleted = delta.reduce((sum, op) => sum + ('delete' in op ? op.delete : 0), 0);
  if (length + inserted - deleted > maxLength && inserted > deleted) return 'tooLong';
  const after = compose(document, delta);
  return after.length > MAX_RUNS && after.length > document.length ? 'tooManyRuns' : undefined;
}

/** The fault of a whole document given for a new text; undefined when it may stand. */
export function documentFault(document: Delta, shape: Shape, maxLength: number): TextFault | undefined {
  if (document.length === 0 || !document.every((op) => 'insert' in op)) return 'notADocument';
  if (deltaLength(document) > maxLength) return 'tooLong';
  if (document.length > MAX_RUNS) return 'tooManyRuns';
  if (!plain(document).endsWith('\n')) return 'lostFinalNewline';
  if (shape === 'rich') return opsFault(document, shape);
  const last = document.at(-1);
  if (last && 'attributes' in last) return 'attributeInLine';
  return opsFault(withoutFinalNewline(document), shape);
}

function insertedLength(delta: Delta): number {
  return delta.reduce((sum, op) => sum + ('insert' in op ? op.insert.length : 0), 0);
}

function withoutFinalNewline(document: Delta): Delta {
  const reader = new OpReader(document);
  const body = new DeltaBuilder();
  for (let left = deltaLength(document) - 1; left > 0;) {
    const op = reader.next(Math.min(left, reader.remaining));
    body.add(op);
    left -= opLength(op);
  }
  return body.build();
}

function opsFault(delta: Delta, shape: Shape): TextFault | undefined {
  const canonical = new DeltaBuilder();
  for (const op of delta) {
    canonical.add(op);
    const fault = opFault(op, shape);
    if (fault) return fault;
  }
  return sameDelta(canonical.build(), delta) ? undefined : 'notCanonical';
}

function opFault(op: Op, shape: Shape): TextFault | undefined {
  if ('delete' in op) return undefined;
  if ('retain' in op) {
    const fault = attributesFault(op.attributes, shape);
    // Whom a text mentions is never changed: two who did so at once would leave nobody.
    return fault ?? (mentions(op.attributes) ? 'misplacedAttribute' : undefined);
  }
  return (
    charactersFault(op.insert) ??
    (shape === 'line' && op.insert.includes('\n') ? 'lineBreak' : undefined) ??
    (Object.values(op.attributes ?? {}).includes(null) ? 'attributeValue' : undefined) ??
    attributesFault(op.attributes, shape) ??
    misplaced(op.attributes, op.insert) ??
    mentionFault(op.attributes, op.insert)
  );
}

function mentions(attributes: Attributes | undefined): boolean {
  return attributes !== undefined && Object.hasOwn(attributes, 'mention');
}

/** The character of a mention and its person are inserted together, or not at all. */
function mentionFault(attributes: Attributes | undefined, text: string): TextFault | undefined {
  const fits = mentions(attributes) ? text === OBJECT.repeat(text.length) : !text.includes(OBJECT);
  return fits ? undefined : 'misplacedAttribute';
}

/** Whole code points only; no control but the newline, nothing that some program takes for one. */
function charactersFault(text: string): TextFault | undefined {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code < 0xe000) return 'cutSurrogate';
    if (character !== '\n' && isControl(code)) return 'control';
  }
  return undefined;
}

function isControl(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfffe ||
    code === 0xffff
  );
}

function attributesFault(attributes: Attributes | undefined, shape: Shape): TextFault | undefined {
  if (sameAttributes(attributes, undefined)) return undefined;
  if (shape === 'line') return 'attributeInLine';
  for (const name of Object.keys(attributes ?? {}).sort()) {
    const fault = attributeFault(name, attributes?.[name] ?? null);
    if (fault) return fault;
  }
  return undefined;
}

function attributeFault(name: string, value: string | number | boolean | null): TextFault | undefined {
  if (!OF_CHARACTERS.includes(name) && !OF_LINES.includes(name)) return 'unknownAttribute';
  if (value === null) return undefined;
  if (name === 'link') return typeof value === 'string' ? linkFault(value) : 'attributeValue';
  if (name === 'mention') return isPerson(value) ? undefined : 'attributeValue';
  if (name === 'header') return value === 1 || value === 2 ? undefined : 'attributeValue';
  if (name === 'list') return value === 'bullet' || value === 'ordered' ? undefined : 'attributeValue';
  return value === true ? undefined : 'attributeValue';
}

function linkFault(link: string): TextFault | undefined {
  if (link.length > MAX_LINK || charactersFault(link)) return 'attributeValue';
  const scheme = LINK.exec(link)?.[1];
  return scheme !== undefined && SCHEMES.includes(scheme.toLowerCase()) ? undefined : 'linkScheme';
}

/** A form that does not belong on that text; taking one away is always harmless. */
function misplaced(attributes: Attributes | undefined, text: string): TextFault | undefined {
  const fits = (name: string) => {
    const ofLines = OF_LINES.includes(name);
    return Array.from(text).every((character) => (character === '\n') === ofLines);
  };
  const all = Object.entries(attributes ?? {}).every(([name, value]) => value === null || fits(name));
  return all ? undefined : 'misplacedAttribute';
}

/** Follows a delta through a document: where it cuts, what it does to the end and to newlines. */
function walkFault(document: Delta, delta: Delta): TextFault | undefined {
  const reader = new OpReader(document);
  let left = deltaLength(document);
  for (const op of delta) {
    if ('insert' in op) {
      if (left === 0) return 'lostFinalNewline';
      continue;
    }
    let last = '';
    for (let of = opLength(op); of > 0;) {
      const run = reader.next(Math.min(of, reader.remaining));
      const text = 'insert' in run ? run.insert : '';
      const fault = 'retain' in op ? misplaced(op.attributes, text) : undefined;
      if (fault) return fault;
      of -= opLength(run);
      left -= opLength(run);
      last = text;
    }
    if (isHighSurrogate(last.charCodeAt(last.length - 1))) return 'cutSurrogate';
    if (left === 0 && 'delete' in op) return 'lostFinalNewline';
  }
  return undefined;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}
