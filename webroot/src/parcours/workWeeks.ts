import type { BoardView, Entity } from '../board/view';
import type { AutreAnnee, SituationRef, Week, WeekState } from '../wire/protocol.gen';
import { isReady } from './avancement';
import type { Column, MatrixCell } from './matrix';
import { weeksOf } from './situation';
import { fridayOf, type Weeks } from './weeks';

/** The weeks in which a situation works a competence, and whether it counts yet. */
export interface Work {
  readonly weeks: Weeks;
  readonly ready: boolean;
}

/** What the server tells of the year of another class of the parcours. */
type Elsewhere = (board: string) => AutreAnnee | undefined;

/** Where the situations of a cell stand in their year, and how many of them have no weeks yet. */
export function worksOf(
  board: BoardView,
  { situations }: MatrixCell,
  elsewhere: Elsewhere,
): { readonly works: readonly Work[]; readonly undated: number } {
  const works = situations
    .flatMap((one) =>
      one.board === board.id ? workOf(board.entity(one.situation)) : workThere(one, elsewhere(one.board)),
    )
    .toSorted((a, b) => (a.weeks.start < b.weeks.start ? -1 : 1));
  return { works, undated: situations.length - works.length };
}

function workOf(situation: Entity | undefined): readonly Work[] {
  const weeks = situation && weeksOf(situation);
  return weeks ? [{ weeks, ready: isReady(situation) }] : [];
}

function workThere({ situation }: SituationRef, year: AutreAnnee | undefined): readonly Work[] {
  const placed = year?.situations.find(({ id }) => id === situation);
  return placed ? [{ weeks: { start: placed.start, end: placed.end }, ready: placed.ready }] : [];
}

/** The weeks of a year of the parcours: those of the class's own, with the absences of that year's class. */
export function weeksIn(
  { own, classes }: Column,
  weeks: readonly Week[],
  elsewhere: Elsewhere,
): readonly Week[] {
  if (own) return weeks;
  const absences = classes.flatMap(({ board }) => elsewhere(board)?.pfmps ?? []);
  return weeks.map((week) => ({ ...week, state: stateIn(week, absences) }));
}

function stateIn({ monday, state }: Week, absences: readonly Weeks[]): WeekState {
  if (absences.some(({ start, end }) => start <= fridayOf(monday) && end >= monday)) return 'pfmp';
  return state === 'pfmp' ? 'cours' : state;
}

/** What is done in a week: what counts hides what does not. */
export function workIn({ monday }: Week, works: readonly Work[]): 'worked' | 'drafts' | undefined {
  const there = works.filter(({ weeks }) => weeks.start <= fridayOf(monday) && weeks.end >= monday);
  if (there.length === 0) return undefined;
  return there.some(({ ready }) => ready) ? 'worked' : 'drafts';
}

/** The months of a year with how many of its weeks start in each. */
export function monthsOf(
  weeks: readonly Week[],
): readonly { readonly first: string; readonly count: number }[] {
  const months: { first: string; count: number }[] = [];
  for (const { monday } of weeks) {
    const last = months.at(-1);
    if (last?.first.slice(0, 7) === monday.slice(0, 7)) last.count++;
    else months.push({ first: monday, count: 1 });
  }
  return months;
}
