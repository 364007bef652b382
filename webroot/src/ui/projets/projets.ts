import type { Catalogue } from '../../parcours/catalogue';
import { yearOf } from '../../parcours/classe';
import { binomePeople, colleagues, type Colleague } from '../../parcours/equipe';
import type { Discipline } from '../../parcours/referentiel';
import { fr } from '../fr';
import type { BoardModel } from '../model/BoardModel.svelte';

export type Pair = readonly [key: string, name: string, colleague: Colleague];

/** Whether the class follows the rules of the reform. */
export function reformed(board: BoardModel): boolean {
  return board.entity(board.id)?.fields['ruleset'] === 'reforme-2024';
}

/** The disciplines that may co-intervene in this class. */
export function disciplinesOf(board: BoardModel, catalogue: Catalogue): readonly Discipline[] {
  return catalogue.coIntervening(yearOf(board) === 'terminale' && reformed(board));
}

/** The activities that one may start from. */
export function activities(catalogue: Catalogue): readonly (readonly [string, string])[] {
  return catalogue.activites.flatMap(({ items }) => items.map(({ id, label }) => [id, label] as const));
}

/** The professional side: who is or was of the binôme. */
export function professionals(board: BoardModel): readonly (readonly [string, string])[] {
  return binomePeople(board).map((id) => [id, nameOf(board, id)] as const);
}

/** The general side: a colleague with the discipline, chosen as one, since each needs the other. */
export function pairsOf(
  board: BoardModel,
  catalogue: Catalogue,
  disciplines: readonly Discipline[],
): readonly Pair[] {
  return colleagues(
    board,
    disciplines.map(({ id }) => id),
  ).map((one) => {
    const name = fr.projets.coIntervention.pair(
      nameOf(board, one.person),
      catalogue.discipline(one.discipline),
    );
    return [keyOf(one), name, one];
  });
}

export function keyOf({ person, discipline }: Colleague): string {
  return `${person} ${discipline}`;
}

export function nameOf(board: BoardModel, person: string): string {
  return board.person(person)?.name ?? fr.formerMember;
}

/** What the long project is called: the reform of 2024 says « projet ». */
export function chefName(board: BoardModel): string {
  return reformed(board) ? fr.projets.chefDOeuvre.reformed : fr.projets.chefDOeuvre.title;
}
