import type { Catalogue, Group } from '../../parcours/catalogue';
import type { Item } from '../../parcours/referentiel';
import { parts } from '../../parcours/situation';
import { fr } from '../fr';
import type { BoardModel } from '../model/BoardModel.svelte';

/** A tool and, in words, whether the team uses it. */
type Tool = Item & { readonly details?: readonly string[] };

/** The digital tools to choose from: first those of the situation's blocs, and those that the team uses. */
export function toolsFor(board: BoardModel, situation: string, catalogue: Catalogue): readonly Group<Tool>[] {
  const blocs = new Set(parts(board, situation, catalogue).map(({ number }) => number));
  const used = board.insight('outils')?.situations ?? {};
  const first = (bloc: Group<Tool>['bloc']) => Number(bloc !== undefined && blocs.has(bloc));
  return catalogue.outils
    .toSorted((one, other) => first(other.bloc) - first(one.bloc))
    .map((group) => ({
      ...group,
      items: group.items
        .toSorted((one, other) => (used[other.id] ?? 0) - (used[one.id] ?? 0))
        .map((item) => {
          const count = used[item.id] ?? 0;
          return count === 0 ? item : { ...item, details: [fr.reperes.used(count)] };
        }),
    }));
}
