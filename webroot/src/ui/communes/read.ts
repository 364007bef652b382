import type { Catalogue } from '../../parcours/catalogue';
import { type Diplome, diplomes, isOwnRepere } from '../../parcours/communes';
import { LONGEST_LABEL, MOST_LINES } from '../../parcours/tableau';
import { documentFault } from '../../text/rules';
import { folded } from '../french';
import { communes } from '../fr/communes';
import { LARGEST } from './file';

/** A line of a table that comes from outside. */
export interface Ligne {
  readonly label: string;
  readonly maps: Readonly<Record<Diplome, readonly string[]>>;
  /** By what étapes name it, where the table says it. */
  readonly repere: string | undefined;
}

/** What a text says: lines, or why it cannot be imported, each fault a sentence. */
export interface Reading {
  readonly lignes: readonly Ligne[];
  readonly faults: readonly string[];
  /** Heads of columns that are none of ours. */
  readonly ignored: readonly string[];
}

type Column = 'label' | 'repere' | Diplome;

interface Row {
  /** Where it begins in the text, from 1. */
  readonly at: number;
  readonly cells: readonly string[];
}

const words = communes.faults;

/** Where a text says nothing of its columns. */
const USUAL: readonly Column[] = ['label', 'ma', 'mcv-a', 'mcv-b', 'repere'];

const LABELS = new Set([
  'intitule',
  'libelle',
  'competence',
  'competences',
  'competencecommune',
  'competencescommunes',
]);

/** A head may stand under a title or two. */
const HEADS_WITHIN = 5;

/** What a spreadsheet would run, behind the sign that keeps it from it: as `write` leaves it. */
export const KEPT_FROM_RUNNING = /^'+[=+\-@\t\r＝＋－＠]/;

/** Reads a table of common competences that was pasted, or exported by a spreadsheet. */
export async function readTableau(text: string, catalogue: Catalogue): Promise<Reading> {
  if (text.length > LARGEST) return wrong(words.tooBig);
  if (text.includes('\0')) return wrong(words.binary);
  const { rows, fault } = await rowsOf(text.replace(/^\uFEFF/, ''));
  if (fault !== undefined) return wrong(fault);
  const head = rows.slice(0, HEADS_WITHIN).findIndex(({ cells }) => isHead(cells));
  const titles = rows[head];
  const columns = titles ? titles.cells.map(columnOf) : USUAL;
  const faults = titles ? headFaults(titles, columns) : [];
  const ignored = titles
    ? titles.cells.filter((cell, at) => columns[at] === undefined && cell.trim() !== '')
    : [];
  const lines = new Lines(catalogue, columns, faults);
  for (const row of rows.slice(head + 1)) lines.take(row);
  return { ...lines.done(), ignored };
}

function wrong(fault: string): Reading {
  return { lignes: [], faults: [fault], ignored: [] };
}

/** The signs that make a text a table: as it is pasted, and as spreadsheets write it in France and elsewhere. */
const SIGNS = ['\t', ';', ','];

interface Cut {
  readonly rows: readonly Row[];
  /** Where it ends before its end. */
  readonly fault?: string;
}

/** Cuts a text into rows by the sign that makes it a table; rows of nothing are none. */
async function rowsOf(text: string): Promise<Cut> {
  const named = /^sep=(.)\r?\n/i.exec(text);
  if (named?.[1] !== undefined) return cut(text.slice(named[0].length), named[1], 1);
  const heads = text.split(/\r\n|\r|\n/, HEADS_WITHIN);
  const told = SIGNS.find((sign) => heads.some((line) => isHead(line.replaceAll('"', '').split(sign))));
  if (told !== undefined) return cut(text, told, 0);
  const cuts = await Promise.all(SIGNS.map((sign) => cut(text, sign, 0)));
  return (
    cuts.find(({ rows, fault }) => fault === undefined && rows.some(({ cells }) => cells.length > 1)) ??
    cuts.find(({ fault }) => fault !== undefined) ??
    cuts[0] ?? { rows: [] }
  );
}

/** @param before how many lines stand before the text */
async function cut(text: string, delimiter: string, before: number): Promise<Cut> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const rows: Row[] = [];
  let last = before;
  const on_record = (cells: string[], { lines }: { readonly lines: number }) => {
    last = lines + before;
    const at = last - cells.join('').split(/\r\n|\r|\n/).length + 1;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ at, cells });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record,
    });
    return { rows };
  } catch {
    return { rows, fault: words.at(last + 1, words.quote) };
  }
}

function columnOf(head: string): Column | undefined {
  const word = folded(head).replaceAll(/[^a-z0-9]/g, '');
  if (LABELS.has(word)) return 'label';
  if (word === 'repere') return 'repere';
  if (word === 'ma') return 'ma';
  if (word.startsWith('mcva')) return 'mcv-a';
  return word.startsWith('mcvb') ? 'mcv-b' : undefined;
}

function isDiplome(column: Column | undefined): column is Diplome {
  return diplomes.some((diplome) => diplome === column);
}

function isHead(cells: readonly string[]): boolean {
  return cells.some((cell) => columnOf(cell) === 'label') && cells.length > 1;
}

function headFaults({ at, cells }: Row, columns: readonly (Column | undefined)[]): string[] {
  const twice = columns.flatMap((column, place) =>
    column !== undefined && columns.indexOf(column) < place
      ? [words.at(at, words.twiceColumn(cells[place]?.trim() ?? ''))]
      : [],
  );
  return columns.some(isDiplome) ? twice : [...twice, words.at(at, words.noColumn)];
}

/** Collects lines and what is wrong with them. */
class Lines {
  readonly #lignes: Ligne[] = [];
  readonly #labels = new Map<string, number>();
  readonly #reperes = new Map<string, number>();
  readonly #codes: ReadonlyMap<Diplome, ReadonlySet<string>>;
  readonly #given: ReadonlySet<string>;
  readonly #catalogue: Catalogue;
  readonly #columns: readonly (Column | undefined)[];
  readonly #faults: string[];

  constructor(catalogue: Catalogue, columns: readonly (Column | undefined)[], faults: string[]) {
    this.#catalogue = catalogue;
    this.#columns = columns;
    this.#faults = faults;
    this.#given = new Set(catalogue.givenTableau.map(({ id }) => id));
    this.#codes = new Map(
      diplomes.map((diplome) => [
        diplome,
        new Set(catalogue.diplome(diplome).flatMap(({ competences }) => competences.map(({ id }) => id))),
      ]),
    );
  }

  take({ at, cells }: Row): void {
    const fault = (says: string) => void this.#faults.push(words.at(at, says));
    for (const cell of cells.slice(this.#columns.length))
      if (cell.trim() !== '') fault(words.tooManyColumns(cell.trim().slice(0, 40)));
    const cell = (column: Column) => shownAs(cells[this.#columns.indexOf(column)] ?? '');
    const maps = Object.fromEntries(
      diplomes.map((diplome) => [diplome, this.#prepared(cell(diplome), diplome, fault)]),
    ) as Record<Diplome, readonly string[]>;
    const repere = this.#repere(cell('repere').toLowerCase(), at, fault);
    const label = cell('label');
    this.#look(label, at, repere === undefined, fault);
    this.#lignes.push({ label, maps, repere });
  }

  done(): { readonly lignes: readonly Ligne[]; readonly faults: readonly string[] } {
    const count = this.#lignes.length;
    if (count === 0) this.#faults.push(words.nothing);
    if (count > MOST_LINES) this.#faults.push(words.tooManyLines(count, MOST_LINES));
    return { lignes: this.#lignes, faults: this.#faults };
  }

  /** @param alone whether it is all that tells the line apart: otherwise it comes in as it went out */
  #look(label: string, at: number, alone: boolean, fault: (says: string) => void): void {
    if (label.length > LONGEST_LABEL) fault(words.longLabel(LONGEST_LABEL));
    else if (documentFault([{ insert: `${label}\n` }], 'line', LONGEST_LABEL + 1) !== undefined)
      fault(words.sign);
    const before = this.#labels.get(labelKey(label));
    if (alone && label === '') fault(words.noLabel);
    else if (alone && before !== undefined) fault(words.twiceLabel(before));
    this.#labels.set(labelKey(label), before ?? at);
  }

  #repere(repere: string, at: number, fault: (says: string) => void): string | undefined {
    if (repere === '') return undefined;
    if (!this.#given.has(repere) && !isOwnRepere(repere)) fault(words.repere(repere.slice(0, 40)));
    const before = this.#reperes.get(repere);
    if (before !== undefined) fault(words.twiceRepere(before));
    this.#reperes.set(repere, before ?? at);
    return repere;
  }

  #prepared(cell: string, diplome: Diplome, fault: (says: string) => void): readonly string[] {
    // A word processor makes other hyphens of ours.
    const codes = new Set(
      cell
        .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
        .toLowerCase()
        .split(/[\s,;+|/]+/)
        .filter((code) => code !== ''),
    );
    const name = this.#catalogue.specialite(diplome);
    for (const code of codes) {
      if (this.#codes.get(diplome)?.has(code)) continue;
      const other = diplomes.find((each) => this.#codes.get(each)?.has(code));
      fault(
        other
          ? words.otherDiplome(code, this.#catalogue.specialite(other), name)
          : words.unknownCode(code.slice(0, 40), name),
      );
    }
    return [...codes];
  }
}

/** A cell without what only lays it out. */
function shownAs(cell: string): string {
  const text = KEPT_FROM_RUNNING.test(cell) ? cell.slice(1) : cell;
  return tidied(text);
}

/** A label on one line, without space around it. */
export function tidied(label: string): string {
  return label.replaceAll(/[ \t\r\n\v\f]+/g, ' ').trim();
}

/** Labels that read alike are the same to a person. */
export function labelKey(label: string): string {
  return folded(label)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
