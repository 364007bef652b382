import type { MatrixCell } from '../../parcours/matrix';
import { fr } from '../fr';
import type { InsightGlow } from '../model/BoardModel.svelte';
import type { Shown } from '../model/news.svelte';
import { cellWords } from './words';

/** The cells of a matrix, for who does not see one glow. */
export function cellsShown(
  cells: readonly MatrixCell[],
  glow: (competence: string) => InsightGlow | undefined,
): readonly Shown[] {
  return cells.map((cell) => ({
    about: `${cell.competence.id}/${cell.column.year}`,
    value: JSON.stringify([cell.count, cell.drafts, cell.complexite]),
    glow: glow(cell.competence.id),
    sentence: (name) =>
      fr.parcours.told(
        cell.competence.label,
        fr.parcours.inYear[cell.column.year],
        cell.state === 'worked' ? fr.parcours.situations(cell.count) : '',
        cellWords(cell),
        name,
      ),
  }));
}
