import type { BoardView, Entity } from '../board/view';
import type { Catalogue } from './catalogue';
import type { BlocNumber } from './referentiel';
import type { Weeks } from './weeks';

export type Conduite = 'X' | 'Y' | 'XY';

/** Minutes of a situation, by who leads them. */
export interface Minutes {
  readonly X: number;
  readonly Y: number;
  readonly XY: number;
  /** Minutes that nobody leads yet. */
  readonly open: number;
  readonly total: number;
}

/** How much of a situation a bloc takes. */
export interface Part {
  readonly number: BlocNumber;
  readonly minutes: number;
  readonly competences: number;
}

/** The ids that a set holds, as their members name them: `owner~kind~target`. */
export function members(board: BoardView, owner: string, kind: string): readonly string[] {
  const prefix = `${owner}~${kind}~`;
  return board.children(owner, kind).map(({ id }) => id.slice(prefix.length));
}

export function minutesOf(etape: Entity): number {
  const minutes = etape.fields['minutes'];
  return typeof minutes === 'number' ? minutes : 0;
}

export function conduiteOf(etape: Entity): Conduite | undefined {
  return oneOf(etape, 'conduitePar', ['X', 'Y', 'XY']);
}

/** Adds the minutes of the étapes of a situation. */
export function minutes(board: BoardView, situation: string): Minutes {
  const sum = { X: 0, Y: 0, XY: 0, open: 0, total: 0 };
  for (const etape of board.children(situation, 'etape')) {
    sum[conduiteOf(etape) ?? 'open'] += minutesOf(etape);
    sum.total += minutesOf(etape);
  }
  return sum;
}

/** The competences of a situation: those of its étapes, each once, in the order in which they come. */
export function competences(board: BoardView, situation: string): readonly string[] {
  const ids = board.children(situation, 'etape').flatMap(({ id }) => members(board, id, 'competence'));
  return [...new Set(ids)];
}

/** The situation that something is in, itself included; undefined for what is in none. */
export function situationOf(board: BoardView, id: string): string | undefined {
  const entity = board.entity(id);
  if (entity === undefined || entity.kind === 'situation') return entity?.id;
  return entity.in === undefined || entity.in === id ? undefined : situationOf(board, entity.in);
}

/** Competences wished for that no étape carries yet. */
export function withoutEtape(board: BoardView, situation: string): readonly string[] {
  const carried = new Set(competences(board, situation));
  return members(board, situation, 'competenceEnvisagee').filter((id) => !carried.has(id));
}

/**
 * The blocs of a situation. The minutes of an étape are shared equally between its blocs: it is a
 * reading, nobody ever types hours for a bloc.
 */
export function parts(board: BoardView, situation: string, catalogue: Catalogue): readonly Part[] {
  const time = new Map<BlocNumber, number>();
  const seen = new Map<BlocNumber, Set<string>>();
  for (const etape of board.children(situation, 'etape')) {
    const ids = members(board, etape.id, 'competence');
    const blocs = new Set(ids.flatMap((id) => catalogue.competence(id)?.blocs ?? []));
    for (const bloc of blocs) time.set(bloc, (time.get(bloc) ?? 0) + minutesOf(etape) / blocs.size);
    for (const id of ids)
      for (const bloc of catalogue.competence(id)?.blocs ?? [])
        seen.set(bloc, (seen.get(bloc) ?? new Set()).add(id));
  }
  return [...time]
    .map(([number, spent]) => ({
      number,
      minutes: Math.round(spent),
      competences: seen.get(number)?.size ?? 0,
    }))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}

export type Status = 'idee' | 'brouillon' | 'pret' | 'en-classe' | 'bilan';
export type Complexite = 'courante' | 'complexe' | 'critique';
export type EvaluationNature = 'formative' | 'certificative';

export function statusOf(situation: Entity): Status | undefined {
  return oneOf(situation, 'status', ['idee', 'brouillon', 'pret', 'en-classe', 'bilan']);
}

export function complexiteOf(situation: Entity): Complexite | undefined {
  return oneOf(situation, 'complexite', ['courante', 'complexe', 'critique']);
}

export function evaluationNatureOf(situation: Entity): EvaluationNature | undefined {
  return oneOf(situation, 'evaluationNature', ['formative', 'certificative']);
}

export function weeksOf(situation: Entity): Weeks | undefined {
  const weeks = situation.fields['weeks'];
  return typeof weeks === 'object' && 'start' in weeks ? weeks : undefined;
}

function oneOf<T extends string>(entity: Entity, field: string, words: readonly T[]): T | undefined {
  return words.find((word) => word === entity.fields[field]);
}
