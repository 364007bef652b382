import { type About, commentairesOf } from '../../parcours/commentaires';
import { commentaires as words } from '../fr/commentaires';
import type { BoardModel } from '../model/BoardModel.svelte';
import type { Shown } from '../model/news.svelte';
import { placeOf } from './places';

interface One {
  readonly id: string;
  readonly by: string;
  readonly kind: keyof typeof words.tells;
  readonly about: About;
}

/** What is said of a situation, for who does not see the panel change. */
export function commentsShown(board: BoardModel, situation: string): Shown {
  const all = commentairesOf(board, situation).flatMap((about): One[] => [
    { id: about.id, by: about.auteur, kind: 'commentaire', about },
    ...about.reponses.map(({ id, auteur: by }): One => ({ id, by, kind: 'reponse', about })),
    ...(about.suite ? [{ id: about.suite.id, by: about.suite.par, kind: 'suite' as const, about }] : []),
  ]);
  const newest = all
    .flatMap((one) => ({ one, glow: board.glow(one.id) }))
    .reduce<{ readonly one: One; readonly at: number; readonly hue: number } | undefined>(
      (last, { one, glow }) => (glow && glow.at > (last?.at ?? 0) ? { one, ...glow } : last),
      undefined,
    );
  return {
    about: `commentaires/${situation}`,
    value: JSON.stringify(all.map(({ id }) => id)),
    glow: newest && { hue: newest.hue, at: newest.at, by: newest.one.by },
    sentence: (name, before) => {
      if (!newest || (JSON.parse(before) as readonly string[]).includes(newest.one.id)) return undefined;
      return words.tells[newest.one.kind](name, placeOf(board, situation, newest.one.about));
    },
  };
}
