import type { BoardView } from '../board/view';
import type { Week } from '../wire/protocol.gen';
import type { MatrixCell } from './matrix';
import { statusOf, weeksOf } from './situation';
import { fridayOf, type Weeks } from './weeks';

/** The weeks in which a situation works a competence, and whether it counts yet. */
export interface Work {
  readonly weeks: Weeks;
  readonly ready: boolean;
}

/** Where the situations of a class stand in its year, and how many of them have no weeks yet. */
export function worksOf(
  board: BoardView,
  { situations }: MatrixCell,
): { readonly works: readonly Work[]; readonly undated: number } {
  const own = situations.flatMap((one) =>
    one.board === board.id ? (board.entity(one.situation) ?? []) : [],
  );
  const works = own
    .flatMap((situation) => {
      const weeks = weeksOf(situation);
      const status = statusOf(situation);
      return weeks
        ? [{ weeks, ready: status !== undefined && status !== 'idee' && status !== 'brouillon' }]
        : [];
    })
    .toSorted((a, b) => (a.weeks.start < b.weeks.start ? -1 : 1));
  return { works, undated: own.length - works.length };
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
