import { opLength, type Attributes, type Op } from '../../text/op';

/** Characters with the same formats. */
export interface Run {
  readonly text: string;
  readonly from: number;
  readonly attributes: Attributes;
}

export interface Line {
  readonly runs: readonly Run[];
  /** Where the newline that ends the line stands. */
  readonly end: number;
  readonly attributes: Attributes;
}

/** Lines of the same sort that stand together. */
export interface Block {
  readonly sort: 'paragraph' | 'heading' | 'bullet' | 'ordered';
  readonly lines: readonly Line[];
}

const NONE: Attributes = {};

/** Cuts a text at its newlines. */
export function linesOf(content: readonly Op[]): Line[] {
  const lines: Line[] = [];
  let runs: Run[] = [];
  let at = 0;
  for (const op of content) {
    if (!('insert' in op)) continue;
    const attributes = op.attributes ?? NONE;
    for (const part of op.insert.split(/(\n)/)) {
      if (part === '\n') {
        lines.push({ runs, end: at, attributes });
        runs = [];
      } else if (part !== '') runs.push({ text: part, from: at, attributes });
      at += part.length;
    }
  }
  return lines;
}

/** Puts the lines of a list together: a reader that speaks says how many there are. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: { sort: Block['sort']; lines: Line[] }[] = [];
  for (const line of lines) {
    const sort = sortOf(line);
    const before = blocks.at(-1);
    if (before?.sort === sort && (sort === 'bullet' || sort === 'ordered')) before.lines.push(line);
    else blocks.push({ sort, lines: [line] });
  }
  return blocks;
}

/** How many positions a text has, its last newline included. */
export function lengthOf(content: readonly Op[]): number {
  return content.reduce((sum, op) => sum + ('insert' in op ? opLength(op) : 0), 0);
}

export function isBlank(content: readonly Op[]): boolean {
  return content.every((op) => !('insert' in op) || op.insert === '\n');
}

/** An address that may be followed; anything else stays text. */
export function safeLink(value: unknown): string | undefined {
  return typeof value === 'string' && /^(https?:\/\/|mailto:)/i.test(value) ? value : undefined;
}

function sortOf({ attributes }: Line): Block['sort'] {
  if (attributes['header'] !== undefined) return 'heading';
  if (attributes['list'] === 'bullet') return 'bullet';
  if (attributes['list'] === 'ordered') return 'ordered';
  return 'paragraph';
}
