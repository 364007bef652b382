import type { Annee } from '../../parcours/annee';
import { pfmpsOf } from '../../parcours/classeAnnee';
import type { Weeks } from '../../parcours/weeks';
import { list } from '../french';
import { fr } from '../fr';
import type { BoardModel } from '../model/BoardModel.svelte';
import { holidayName, named } from './items';

/** Why a period in companies may not have these weeks: what the server would refuse, as far as it is known here. */
export function pfmpRefusal(
  board: BoardModel,
  annee: Annee,
  id: string | undefined,
  weeks: Weeks,
): string | undefined {
  const meets = (other: Weeks) => other.start <= weeks.end && weeks.start <= other.end;
  const holidays = annee
    .holidays()
    .filter((holiday) => meets(annee.period(holiday)))
    .map((holiday) => holidayName(holiday.id));
  if (holidays.length > 0) return fr.annee.periods.inHolidays(list(holidays));
  const other = pfmpsOf(board).find((pfmp) => pfmp.id !== id && pfmp.weeks && meets(pfmp.weeks));
  if (other) return fr.annee.periods.overlaps(fr.annee.pfmp(other.number));
  const situations = board.children(board.id, 'situation').filter(({ fields: { weeks: own } }) => {
    return typeof own === 'object' && 'start' in own && meets(own);
  });
  return situations.length === 0
    ? undefined
    : fr.annee.periods.overSituations(list(situations.map((one) => `« ${named(board, one.id, 'titre')} »`)));
}

/** How many whole weeks. */
export function weekCount({ start, end }: Weeks): number {
  return Math.round((Date.parse(end) - Date.parse(start) + 3 * 86_400_000) / 604_800_000);
}

/** Gives a period of the class its weeks, or makes one of that kind which has them. */
export function setWeeks(
  board: BoardModel,
  kind: 'pfmp' | 'fenetre',
  id: string | undefined,
  weeks: Weeks | undefined,
  fields: Readonly<Record<string, string>> = {},
): void {
  if (id !== undefined) {
    board.send({ type: 'setField', id, field: 'weeks', ...(weeks ? { value: weeks } : {}) });
  } else if (weeks) {
    const after = board.children(board.id, kind).at(-1)?.id;
    board.send({
      type: 'create',
      kind,
      id: board.newId(),
      in: board.id,
      ...(after === undefined ? {} : { after }),
      fields: { weeks, ...fields },
    });
  }
}

/** « 4 + 4 » weeks, on one line. */
export function splitOf(weeks: readonly number[]): string {
  return weeks.join('\u00a0+\u00a0');
}
