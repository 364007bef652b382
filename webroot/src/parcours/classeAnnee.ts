import type { BoardView, Entity } from '../board/view';
import type { Week } from '../wire/protocol.gen';
import { Annee, plainWeeks } from './annee';
import type { Weeks } from './weeks';

/** A period in companies, as the calendar shows it. */
export interface PfmpPeriod {
  readonly id: string;
  /** Its place among those of the year, from 1. */
  readonly number: number;
  /** Undefined while its weeks are open. */
  readonly weeks: Weeks | undefined;
}

/** A register that holds a period. */
export function periodOf(entity: Entity, field: string): Weeks | undefined {
  const value = entity.fields[field];
  return typeof value === 'object' && 'start' in value ? value : undefined;
}

/** A register that holds a day, as `YYYY-MM-DD`. */
export function dayOf(entity: Entity, field: string): string | undefined {
  const value = entity.fields[field];
  return typeof value === 'object' && 'day' in value ? value.day : undefined;
}

/** The periods in companies of the class by their start; those without weeks are last. */
export function pfmpsOf(board: BoardView): readonly PfmpPeriod[] {
  const start = (entity: Entity) => periodOf(entity, 'weeks')?.start ?? '9';
  return board
    .children(board.id, 'pfmp')
    .toSorted((a, b) => start(a).localeCompare(start(b)))
    .map((entity, at) => ({ id: entity.id, number: at + 1, weeks: periodOf(entity, 'weeks') }));
}

/**
 * The school year of the class: the weeks that the server told, with the periods in companies as they
 * are on this screen now.
 */
export function anneeOf(board: BoardView, told: readonly Week[] | undefined): Annee {
  const rentree = board.entity(board.id)?.fields['rentree'];
  const weeks = told?.length ? told : plainWeeks(typeof rentree === 'number' ? rentree : 2026);
  const annee = new Annee(weeks);
  const pfmps = pfmpsOf(board).flatMap(({ id, weeks: period }) => {
    const span = period && annee.span(period);
    return span ? [{ id, span }] : [];
  });
  return new Annee(
    weeks.map(({ pfmp: _, ...week }, at): Week => {
      const pfmp = pfmps.find(({ span }) => span.first <= at && at <= span.last)?.id;
      if (pfmp !== undefined) return { ...week, state: 'pfmp', pfmp };
      const state = week.holiday === undefined ? 'cours' : 'vacances';
      return { ...week, state: week.state === 'finDAnnee' ? week.state : state };
    }),
  );
}
