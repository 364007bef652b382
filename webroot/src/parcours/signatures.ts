import type { BoardView } from '../board/view';
import type { Binome } from './classe';
import { type Conduite, conduiteOf, members } from './situation';

/** One of the binôme: X or Y. */
export type Letter = 'X' | 'Y';

/** A colleague's « je prends » or « je te laisse », to be answered (DOMAIN D-08). */
export interface Proposition {
  readonly id: string;
  /** Who proposes. */
  readonly by: string;
  /** Who would lead the étape. */
  readonly conduite: Conduite;
}

/** Which place of the binôme a person has. */
export function letterOf({ x, y }: Binome, person: string): Letter | undefined {
  if (person === x) return 'X';
  return person === y ? 'Y' : undefined;
}

/** Who of the binôme has agreed with a situation, and who has not yet (D-30). */
export function accordsOf(
  board: BoardView,
  situation: string,
  { x, y }: Binome,
): { readonly given: readonly string[]; readonly missing: readonly string[] } {
  const given = new Set(members(board, situation, 'accord'));
  const both = [x, y].filter((person) => person !== undefined);
  return {
    given: both.filter((person) => given.has(person)),
    missing: both.filter((person) => !given.has(person)),
  };
}

/** What is proposed of who leads an étape, and not yet answered. */
export function propositionsOf(board: BoardView, etape: string): readonly Proposition[] {
  const prefix = `${etape}~proposition~`;
  return board.children(etape, 'proposition').flatMap((entity) => {
    const conduite = conduiteOf(entity);
    return conduite ? [{ id: entity.id, by: entity.id.slice(prefix.length), conduite }] : [];
  });
}
