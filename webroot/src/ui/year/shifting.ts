import type { Annee, Span } from '../../parcours/annee';
import type { Command } from '../model/board';
import type { Band } from './items';

/** So many commands at most make one act. */
export const MOST = 100;

/** What becomes of one situation when all that follows is put off. */
export interface Shift {
  readonly id: string;
  readonly title: string;
  readonly from: Span;
  /** Undefined when the year has no place for it. */
  readonly to: Span | undefined;
  /** Ids of the holidays that it now crosses. */
  readonly holidays: readonly string[];
  /** Ids of the periods in companies to whose other side it goes. */
  readonly pfmps: readonly string[];
}

/** A situation and all that start with it or after it, one week with lessons later or earlier. */
export function shiftPlan(
  annee: Annee,
  situations: readonly Band[],
  from: string,
  by: 1 | -1,
): readonly Shift[] {
  const first = situations.find(({ id }) => id === from)?.span.first ?? Infinity;
  return situations
    .filter(({ span }) => span.first >= first)
    .map(({ id, title, span }) => {
      const to = annee.shifted(span, by);
      if (!to) return { id, title, from: span, to, holidays: [], pfmps: [] };
      const before = annee.hits(span);
      const way = annee.hits({
        first: Math.min(span.first, to.first),
        last: Math.max(span.last, to.last),
      });
      const holidays = annee.hits(to).holidays.filter((holiday) => !before.holidays.includes(holiday));
      return { id, title, from: span, to, holidays, pfmps: way.pfmps };
    });
}

/** The one act that does it; empty when it may not be done. */
export function shiftCommands(annee: Annee, plan: readonly Shift[]): readonly Command[] {
  if (plan.length > MOST || plan.some(({ to }) => to === undefined)) return [];
  return plan.flatMap(({ id, to }) =>
    to ? [{ type: 'setField' as const, id, field: 'weeks', value: annee.period(to) }] : [],
  );
}
