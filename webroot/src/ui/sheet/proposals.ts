import type { Entity } from '../../board/view';
import { binomeOf } from '../../parcours/classe';
import { letterOf } from '../../parcours/signatures';
import { type Conduite, conduiteOf } from '../../parcours/situation';
import { fr } from '../fr';
import { propose } from '../model/acts';
import type { BoardModel } from '../model/BoardModel.svelte';
import type { Teachers } from '../model/teachers';

/** What this person may propose to the other of the binôme, who answers, as lines of a menu. */
export function proposals(board: BoardModel, etape: Entity, teachers: Teachers) {
  const binome = binomeOf(board);
  const mine = letterOf(binome, board.me);
  if (mine === undefined || binome.x === undefined || binome.y === undefined) return [];
  const other = mine === 'X' ? 'Y' : 'X';
  const item = (label: string, by: Conduite) => ({
    label,
    disabled: conduiteOf(etape) === by,
    run: () => propose(board, etape.id, by),
  });
  return [
    item(fr.proposition.take, mine),
    item(fr.proposition.leave(teachers[other].name), other),
    item(fr.proposition.together, 'XY'),
  ];
}
