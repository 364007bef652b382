import type { MatrixCell } from '../../parcours/matrix';
import { shortDay } from '../french';
import { fr } from '../fr';

/** What stands in a cell behind its number, or alone where it has none; the export has the same. */
export function cellWords(cell: MatrixCell): string {
  switch (cell.state) {
    case 'worked':
      return cell.complexite ? fr.parcours.levels[cell.complexite](cell.count) : fr.parcours.noLevel;
    case 'gap':
      return gapWords(cell);
    case 'drafts':
    case 'free':
    case 'absent':
      return fr.parcours.states[cell.state];
  }
}

function gapWords({ column: { last } }: MatrixCell): string {
  if (!last) return fr.parcours.states.gap;
  return last.late ? fr.parcours.gapLate : fr.parcours.gapBefore(shortDay(last.day));
}

/** The number that a cell shows; where only drafts work it, how many. */
export function cellCount({ state, count, drafts }: MatrixCell): number | undefined {
  if (state === 'worked') return count;
  return state === 'drafts' ? drafts : undefined;
}

/** The classes of a year by name. */
export function classesOf({ column: { classes } }: Pick<MatrixCell, 'column'>): string {
  return classes.map(({ label }) => label).join(', ');
}
