import { fr } from '../fr';
import type { Shown } from '../model/news.svelte';
import { type Ground, titleOf } from './told';

/** What the rules find of a situation, for who does not see the panel change. */
export function findingsShown(situation: string, ground: Ground): Shown {
  const { board } = ground;
  const key = `findings/${situation}` as const;
  const standing = (board.insight(key) ?? []).filter(({ setAside }) => setAside === undefined);
  return {
    about: key,
    value: JSON.stringify(standing.map(({ id }) => id)),
    glow: board.insightGlow(key),
    sentence: (name, before) => {
      const known = new Set(JSON.parse(before) as readonly string[]);
      const found = standing.filter(({ id }) => !known.has(id)).map((finding) => titleOf(finding, ground));
      return found.length > 0
        ? fr.constats.found(found.join(' ; '), name)
        : fr.constats.settled(standing.length, name);
    },
  };
}
