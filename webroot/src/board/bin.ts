import type { Command, EntityState } from '../wire/protocol.gen';

/** Finds an entity as it is on the screen, in the bin or not. */
export type Find = (id: string) => EntityState | undefined;

const DAY = 24 * 3600 * 1000;

/** The bin keeps for thirty days (S-43). */
const KEEPS = 30 * DAY;

/**
 * How many days a thing will still be in the bin, begun ones included.
 *
 * @param since when it was removed, in ms since 1970
 * @param now likewise
 */
export function daysLeft(since: number, now: number): number {
  return Math.max(0, Math.ceil((since + KEEPS - now) / DAY));
}

/**
 * What must come out of the bin for an entity to be seen, the outermost first; nothing is known when it, or
 * one that it is in, is not there any more.
 */
export function hiddenBy(find: Find, id: string): EntityState[] | undefined {
  const binned: EntityState[] = [];
  for (let entity = find(id); entity; entity = find(entity.in)) {
    if (entity.removed) binned.unshift(entity);
    if (entity.in === entity.id) return binned;
  }
  return undefined;
}

/**
 * What takes out of the bin all that hides some entities; none when they are seen.
 *
 * @returns undefined when one of them cannot come back: it is purged
 */
export function comingBack(find: Find, ids: Iterable<string>): Command[] | undefined {
  const back = new Set<string>();
  for (const id of ids) {
    const hidden = hiddenBy(find, id);
    if (!hidden) return undefined;
    for (const entity of hidden) back.add(entity.id);
  }
  return [...back].map((id) => ({ type: 'restore', id }));
}
