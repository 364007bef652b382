import type { BoardView, Entity } from '../../board/view';
import { awaited, leaders } from '../../parcours/avancement';
import type { Catalogue } from '../../parcours/catalogue';
import type { Binome } from '../../parcours/classe';
import type { BlocNumber } from '../../parcours/referentiel';
import { letterOf } from '../../parcours/signatures';
import { type Complexite, complexiteOf, members, parts } from '../../parcours/situation';
import { folded } from '../french';
import { lineOf } from '../text/line';

export const blocNumbers: readonly BlocNumber[] = ['1', '2', '3', '4A', '4B'];
export const complexites: readonly Complexite[] = ['courante', 'complexe', 'critique'];

/** Who leads: the person who looks, or the other of the binôme. */
export const qui = ['moi', 'binome'] as const;
export type Qui = (typeof qui)[number];

/** Which situations of a class are looked at; it stands in the address of the page. */
export interface Filtre {
  readonly texte: string;
  readonly bloc: BlocNumber | undefined;
  readonly complexite: Complexite | undefined;
  readonly qui: Qui | undefined;
  /** Only those that wait for the agreement of the person who looks. */
  readonly accord: boolean;
}

/** Takes every filter out of the address. */
export const everything = {
  texte: undefined,
  bloc: undefined,
  complexite: undefined,
  qui: undefined,
  accord: undefined,
} as const;

/** Reads an address; what it does not know in it filters nothing. */
export function filtreOf(query: Pick<URLSearchParams, 'get' | 'has'>): Filtre {
  const word = <T extends string>(name: string, words: readonly T[]) =>
    words.find((known) => known === query.get(name));
  return {
    texte: query.get('texte') ?? '',
    bloc: word('bloc', blocNumbers),
    complexite: word('complexite', complexites),
    qui: word('qui', qui),
    accord: query.has('accord'),
  };
}

export function isOpen({ texte, bloc, complexite, qui: by, accord }: Filtre): boolean {
  return texte.trim() === '' && (bloc ?? complexite ?? by) === undefined && !accord;
}

/** Whether a situation answers all of a filter; cheap questions first. */
export function answers(
  board: BoardView,
  catalogue: Catalogue,
  binome: Binome,
  me: string,
  filtre: Filtre,
): (situation: Entity) => boolean {
  const wanted = folded(filtre.texte.trim());
  const mine = letterOf(binome, me);
  const letter = filtre.qui === 'moi' ? mine : mine === 'X' ? 'Y' : 'X';
  const meant = new Set(
    catalogue.mutations.flatMap(({ id, label }) => (folded(label).includes(wanted) ? [id] : [])),
  );
  const says = ({ id }: Entity) =>
    ['titre', 'organisation', 'public'].some((field) =>
      folded(lineOf(board.text(id, field))).includes(wanted),
    ) || members(board, id, 'mutation').some((mutation) => meant.has(mutation));
  return (situation) =>
    (filtre.complexite === undefined || complexiteOf(situation) === filtre.complexite) &&
    (!filtre.accord || awaited(board, situation, binome).includes(me)) &&
    (wanted === '' || says(situation)) &&
    (filtre.qui === undefined || (letter !== undefined && leaders(board, situation.id).has(letter))) &&
    (filtre.bloc === undefined ||
      parts(board, situation.id, catalogue).some(({ number }) => number === filtre.bloc));
}
