import type {
  Cell,
  Complexite,
  Deja,
  Finding,
  Parcours,
  ParcoursClasse,
  ParcoursRow,
  SituationRef,
} from '../wire/protocol.gen';
import type { BlocNumber } from './referentiel';
import type { Competence, Group } from './catalogue';
import { type Year, years } from './classe';
import { fridayOf } from './weeks';

/** The last day on which a year can still work something, and whether it is over. */
export interface LastDay {
  readonly day: string;
  readonly late: boolean;
}

/** A year of the matrix with the classes that are in it. */
export interface Column {
  readonly year: Year;
  readonly classes: readonly ParcoursClasse[];
  /** Whether the class whose board is read is one of them. */
  readonly own: boolean;
  readonly last: LastDay | undefined;
}

/**
 * What a competence is in a year: `drafts` has none but drafts, `free` is never asked for in that year,
 * `absent` has no class.
 */
export type State = 'worked' | 'drafts' | 'gap' | 'free' | 'absent';

export interface MatrixCell {
  readonly competence: Competence;
  readonly column: Column;
  readonly state: State;
  readonly count: number;
  readonly minutes: number;
  readonly complexite: Complexite | undefined;
  readonly drafts: number;
  /** Whether the year has to work it. */
  readonly required: boolean;
  readonly situations: readonly SituationRef[];
}

export interface MatrixRow {
  readonly competence: Competence;
  /** One for each column. */
  readonly cells: readonly MatrixCell[];
  readonly deja: readonly Deja[];
}

export interface MatrixBloc {
  /** Absent for the common competences, which belong to several. */
  readonly bloc: BlocNumber | undefined;
  readonly label: string;
  readonly rows: readonly MatrixRow[];
}

/** The three years of a parcours; `known` is what the server says of the class's own last week. */
export function columnsOf(
  { classes }: Pick<Parcours, 'classes'>,
  board: string,
  today: string,
  known: LastDay | undefined,
): readonly Column[] {
  return years.map((year) => {
    const there = classes.filter((classe) => classe.year === year);
    const own = there.some((classe) => classe.board === board);
    return { year, classes: there, own, last: (own ? known : undefined) ?? lastDayOf(there, today) };
  });
}

/** Of several classes, that of the one that has the most time. */
function lastDayOf(classes: readonly ParcoursClasse[], today: string): LastDay | undefined {
  const monday = classes
    .flatMap(({ lastWeek }) => lastWeek ?? [])
    .sort()
    .at(-1);
  if (monday === undefined) return undefined;
  const day = fridayOf(monday);
  return { day, late: day < today };
}

/** What the findings of a class say of the week by which its gaps must be filled. */
export function knownLastDay(findings: readonly Finding[]): LastDay | undefined {
  for (const { detail } of findings)
    if (detail.type === 'gap' && detail.monday !== undefined)
      return { day: fridayOf(detail.monday), late: detail.late };
  return undefined;
}

/** The matrix of some competences, as far as their lines are known. */
export function blocsOf(
  groups: readonly Group<Competence>[],
  columns: readonly Column[],
  row: (competence: string) => ParcoursRow | undefined,
): readonly MatrixBloc[] {
  return groups.map(({ bloc, label, items }) => ({
    bloc,
    label,
    rows: items.map((competence) => {
      const line = row(competence.id);
      return {
        competence,
        cells: columns.map((column) => cellOf(competence, column, line?.[column.year])),
        deja: line?.deja ?? [],
      };
    }),
  }));
}

/** A line of common competences: they have one year only, and count within their class. */
export function communeRow(board: string, cell: Cell | undefined): ParcoursRow | undefined {
  if (!cell) return undefined;
  const situations = cell.situations.map((situation) => ({ board, situation }));
  return { seconde: { ...cell, required: true, situations }, deja: [] };
}

function cellOf(competence: Competence, column: Column, cell: ParcoursRow[Year]): MatrixCell {
  const { count = 0, minutes = 0, drafts = 0, required = false, situations = [] } = cell ?? {};
  return {
    competence,
    column,
    state: stateOf(cell),
    count,
    minutes,
    complexite: cell?.complexite,
    drafts,
    required,
    situations,
  };
}

function stateOf(cell: ParcoursRow[Year]): State {
  if (!cell) return 'absent';
  if (cell.count > 0) return 'worked';
  if (cell.drafts > 0) return 'drafts';
  return cell.required ? 'gap' : 'free';
}

/** Whether a year has to work it and does not: what only drafts work is missing too. */
export function isMissing({ required, count }: MatrixCell): boolean {
  return required && count === 0;
}

/** How many of the competences that a year has to work are worked in it. */
export function covered(
  rows: readonly MatrixRow[],
  at: number,
): { readonly some: number; readonly all: number } {
  const asked = rows.flatMap(({ cells }) => cells[at] ?? []).filter(({ required }) => required);
  return { some: asked.filter((cell) => !isMissing(cell)).length, all: asked.length };
}

export function cellsOf(blocs: readonly MatrixBloc[]): readonly MatrixCell[] {
  return blocs.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
}

/** Only the lines in which something is missing. */
export function onlyMissing(blocs: readonly MatrixBloc[]): readonly MatrixBloc[] {
  return blocs
    .map((bloc) => ({ ...bloc, rows: bloc.rows.filter(({ cells }) => cells.some(isMissing)) }))
    .filter(({ rows }) => rows.length > 0);
}

/** What is missing, the most urgent first; what is too late, about which nothing can be done, last. */
export function gapsOf(blocs: readonly MatrixBloc[]): readonly MatrixCell[] {
  const urgency = ({ column: { last } }: MatrixCell) =>
    last === undefined ? '1' : last.late ? '2' : `0 ${last.day}`;
  return cellsOf(blocs)
    .filter(isMissing)
    .toSorted((a, b) => {
      const [one, other] = [urgency(a), urgency(b)];
      if (one !== other) return one < other ? -1 : 1;
      return Number(b.column.own) - Number(a.column.own);
    });
}
