import { textOf } from '../../board/fold';
import type { Catalogue } from '../../parcours/catalogue';
import { isOwnRepere } from '../../parcours/communes';
import { fr } from '../fr';
import { lineOf } from '../text/line';
import type { BoardModel } from './BoardModel.svelte';

/**
 * What a common competence was called that the table of the class has not any more: as it was given, or as
 * its line in the bin says. Undefined for what is no common competence, or is in the table.
 */
export function formerCommune(board: BoardModel, catalogue: Catalogue, id: string): string | undefined {
  if (!catalogue.communes || catalogue.competence(id)) return undefined;
  const given = catalogue.givenTableau.find((line) => line.id === id)?.label;
  if (given !== undefined) return given;
  if (!isOwnRepere(id)) return undefined;
  const line = board.binned.find(({ kind, fields }) => kind === 'communePropre' && fields['repere'] === id);
  const label = lineOf(textOf(line, 'label'));
  return label === '' ? fr.picker.ofFormer : label;
}
