import type { BoardView } from '../../board/view';
import { fr } from '../fr';
import type { Place } from '../model/board';

const names: Readonly<Record<string, string>> = {
  titre: fr.situation.title,
  organisation: fr.situation.contexte,
  type: fr.situation.contexte,
  public: fr.situation.contexte,
  description: fr.situation.contexte,
  perimetre: fr.situation.perimetre,
  nature: fr.situation.nature,
  consigne: fr.situation.consigne,
  evaluation: fr.situation.evaluation,
};

/** A board to read that also knows what is in its bin. */
interface Readable extends BoardView {
  find?(id: string): { readonly kind: string } | undefined;
}

/** What a colleague calls the place where somebody is: a section, an étape, or another thing of the class. */
export function placeName(board: Readable, { id, field }: Place): string {
  const entity = board.entity(id);
  if (entity?.kind === 'etape') {
    const etapes = entity.in === undefined ? [] : board.children(entity.in, 'etape');
    return fr.etape.label(etapes.indexOf(entity) + 1);
  }
  if (entity?.kind === 'commentaire' || entity?.kind === 'reponse') return fr.bin.kinds[entity.kind] ?? '';
  if (entity?.kind === 'canal') return fr.situation.canaux;
  if (entity?.kind === 'alea') return fr.situation.aleas;
  const kind = entity?.kind ?? board.find?.(id)?.kind;
  if (kind === 'communePropre') return fr.bin.kinds[kind] ?? fr.bin.thing;
  return (field === undefined ? undefined : names[field]) ?? fr.situation.kind;
}
