import type { CommonCompetence } from '../../parcours/referentiel';
import { diplomes } from '../../parcours/communes';
import { communes } from '../fr/communes';
import { csvText } from '../matrix/export';
import { KEPT_FROM_RUNNING, tidied } from './read';

/**
 * A table as a French spreadsheet reads it, with nothing in it that is run as a formula. `read` gives the
 * same table again.
 *
 * @param names what each diploma is called
 */
export async function tableauCsv(
  table: readonly CommonCompetence[],
  names: readonly string[],
): Promise<string> {
  const heads = [communes.columns.label, ...names, communes.columns.repere];
  const lines = table.map(({ id, label, maps }) => [
    tidied(label),
    ...diplomes.map((diplome) => (maps[diplome] ?? []).join(' ')),
    id,
  ]);
  // What was kept from running before comes in again with the sign that did so.
  return csvText(
    [heads, ...lines].map((line) => line.map((cell) => (KEPT_FROM_RUNNING.test(cell) ? `'${cell}` : cell))),
  );
}
