import type { Catalogue } from '../../parcours/catalogue';
import { diplomes, REGISTERS } from '../../parcours/communes';
import type { CommonCompetence } from '../../parcours/referentiel';
import { newRepere, outsideOf } from '../../parcours/tableau';
import type { CreateCommand } from '../../wire/protocol.gen';
import { behind, offerBack } from '../model/acts';
import type { Command } from '../model/board';
import type { BoardModel } from '../model/BoardModel.svelte';
import { communes } from '../fr/communes';
import { labelKey, type Ligne } from './read';

export const KIND = 'communePropre';

/**
 * The lines with the ids by which étapes name them: as the table says, else that of the line that reads alike
 * in the table in force or the given one, else one that nothing in the class has.
 */
export function named(
  lignes: readonly Ligne[],
  board: BoardModel,
  catalogue: Catalogue,
): readonly CommonCompetence[] {
  const used = new Set(lignes.flatMap(({ repere }) => repere ?? []));
  const known = new Map(
    [...catalogue.givenTableau, ...catalogue.tableau].map(({ id, label }) => [labelKey(label), id]),
  );
  const taken = takenIn(board);
  const take = (id: string) => {
    used.add(id);
    return id;
  };
  return lignes.map(({ label, maps, repere }) => {
    const alike = known.get(labelKey(label));
    const id =
      repere ??
      (alike !== undefined && !used.has(alike)
        ? take(alike)
        : take(newRepere((one) => used.has(one) || taken(one))));
    return { id, label, verified: true, maps };
  });
}

/** Ids that mean something here: of lines, in the bin too, and of what situations name. */
function takenIn(board: BoardModel): (id: string) => boolean {
  const lines = [...board.children(board.id, KIND), ...board.binned.filter(({ kind }) => kind === KIND)];
  const taken = new Set([...lines.map(({ fields }) => fields['repere']), ...outsideOf(board, []).keys()]);
  return (id) => taken.has(id);
}

/** Puts a table in the place of the team's own, whole, in one act. */
export function replace(board: BoardModel, table: readonly CommonCompetence[], text: string): void {
  const removed = board.children(board.id, KIND).map(({ id }): Command => ({ type: 'remove', id }));
  offerBack(board, board.send(...removed, ...creating(board, table)), text);
}

/** Makes the given table the team's own, to be changed. */
export function adopt(board: BoardModel, catalogue: Catalogue): void {
  replace(board, catalogue.givenTableau, communes.adopted);
}

/** Takes the team's own table away: the given one holds again. */
export function restore(board: BoardModel): void {
  replace(board, [], communes.restored);
}

/** Adds an empty line behind the others. */
export function addLine(board: BoardModel): string {
  const made = behind(board, KIND, board.id, { repere: newRepere(takenIn(board)) });
  board.send(made);
  return made.id;
}

function creating(board: BoardModel, table: readonly CommonCompetence[]): readonly CreateCommand[] {
  const ids = table.map(() => board.newId());
  // Behind those that are removed by the same act, which keep their places.
  const last = board.children(board.id, KIND).at(-1)?.id;
  return table.map(({ id: repere, label, maps }, at) => {
    const after = ids[at - 1] ?? last;
    const registers = diplomes.flatMap((diplome) => {
      const prepared = maps[diplome] ?? [];
      return prepared.length === 0 ? [] : [[REGISTERS[diplome], { words: prepared }] as const];
    });
    return {
      type: 'create',
      kind: KIND,
      id: ids[at] ?? '',
      in: board.id,
      ...(after === undefined ? {} : { after }),
      fields: { repere, label: [{ insert: `${label}\n` }], ...Object.fromEntries(registers) },
    };
  });
}
