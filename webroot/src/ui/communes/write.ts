import type { CommonCompetence } from '../../parcours/referentiel';
import { diplomes } from '../../parcours/communes';
import { communes } from '../fr/communes';
import { tidied } from './read';

/** What a spreadsheet would run, or what was kept from that before. */
const RUNS = /^'*[=+\-@\t\r＝＋－＠]/;

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
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const heads = [communes.columns.label, ...names, communes.columns.repere];
  const lines = table.map(({ id, label, maps }) => [
    tidied(label),
    ...diplomes.map((diplome) => (maps[diplome] ?? []).join(' ')),
    id,
  ]);
  return stringify(
    [heads, ...lines].map((line) => line.map((cell) => (RUNS.test(cell) ? `'${cell}` : cell))),
    { delimiter: ';', bom: true, record_delimiter: 'windows' },
  );
}
