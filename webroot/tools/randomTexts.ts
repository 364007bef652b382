import { DeltaBuilder } from '../src/text/delta.ts';
import type { Attributes, Delta } from '../src/text/op.ts';

/** Numbers from 0 to below 1. */
export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Few letters, so that neighbours are often alike; some of two units, some that combine. */
const LETTERS = ['a', 'a', 'b', 'é', ' ', '😀', '👩🏽', 'e\u0301'] as const;
const OF_CHARACTERS: readonly Attributes[] = [
  { bold: true },
  { italic: true },
  { bold: true, italic: true },
  { link: 'https://exemple.fr/' },
  { bold: true, link: 'mailto:accueil@exemple.fr' },
];
const MENTIONED = ['pClaire', 'pMehdi'] as const;
const OF_LINES: readonly Attributes[] = [
  { header: 1 },
  { header: 2 },
  { list: 'bullet' },
  { list: 'ordered' },
];
const REMOVALS_OF_CHARACTERS: readonly Attributes[] = [
  { bold: null },
  { italic: null },
  { bold: true, link: null },
];
const REMOVALS_OF_LINES: readonly Attributes[] = [
  { header: null },
  { list: null },
  { header: 1, list: null },
];

function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

function pick<T>(random: Random, choices: readonly [T, ...T[]] | readonly T[]): T {
  return choices[below(random, choices.length)] as T;
}

function words(random: Random): string {
  return Array.from({ length: 1 + below(random, 4) }, () => pick(random, LETTERS)).join('');
}

/** Now and then a form, or none. */
function formOf(random: Random, forms: readonly Attributes[]): Attributes | undefined {
  return random() < 0.4 ? pick(random, forms) : undefined;
}

function insertSome(random: Random, delta: DeltaBuilder): void {
  const sort = random();
  if (sort < 0.3) delta.insert('\n', formOf(random, OF_LINES));
  else if (sort < 0.4)
    delta.insert('\ufffc', { ...formOf(random, OF_CHARACTERS), mention: pick(random, MENTIONED) });
  else delta.insert(words(random), formOf(random, OF_CHARACTERS));
}

/** A whole rich text of some lines. */
export function randomDocument(random: Random): Delta {
  const document = new DeltaBuilder();
  for (let pieces = below(random, 8); pieces > 0; pieces--) insertSome(random, document);
  return document.insert('\n', formOf(random, OF_LINES)).build();
}

/** An edit that may be made on that text. */
export function randomEdit(random: Random, document: Delta): Delta {
  const edit = new DeltaBuilder();
  const characters = document.flatMap((op) => ('insert' in op ? [...op.insert] : []));
  const busy = random();
  characters.forEach((character, at) => {
    if (random() < busy * 0.3) insertSome(random, edit);
    const last = at === characters.length - 1;
    const choice = random();
    if (choice < busy * 0.4 && !last) edit.delete(character.length);
    else if (choice > 1 - busy * 0.3) edit.retain(character.length, change(random, character));
    else edit.retain(character.length);
  });
  return edit.build();
}

function change(random: Random, character: string): Attributes {
  const removes = random() < 0.4;
  if (character === '\n') return pick(random, removes ? REMOVALS_OF_LINES : OF_LINES);
  return pick(random, removes ? REMOVALS_OF_CHARACTERS : OF_CHARACTERS);
}
