import type { Attributes } from './op';

export function sameAttributes(one: Attributes | undefined, other: Attributes | undefined): boolean {
  const mine = Object.entries(one ?? {});
  const theirs = other ?? {};
  return (
    mine.length === Object.keys(theirs).length &&
    mine.every(([name, value]) => Object.hasOwn(theirs, name) && theirs[name] === value)
  );
}

/** Attributes with those of a later operation; its removals stay when `keepRemovals`. */
export function composeAttributes(
  first: Attributes | undefined,
  later: Attributes | undefined,
  keepRemovals: boolean,
): Attributes | undefined {
  return tidy(Object.entries({ ...first, ...later }).filter(([, value]) => keepRemovals || value !== null));
}

/** What remains of `other` once `mine`, which came at the same time, have been applied. */
export function transformAttributes(
  mine: Attributes | undefined,
  other: Attributes | undefined,
  priority: boolean,
): Attributes | undefined {
  if (!priority || mine === undefined) return other;
  return tidy(Object.entries(other ?? {}).filter(([name]) => !Object.hasOwn(mine, name)));
}

/** What takes attributes away again from text that had `before`. */
export function invertAttributes(
  attributes: Attributes | undefined,
  before: Attributes | undefined,
): Attributes | undefined {
  return tidy(
    Object.entries(attributes ?? {})
      .filter(([name, value]) => (before?.[name] ?? null) !== value)
      .map(([name]) => [name, before?.[name] ?? null]),
  );
}

/** In the order of their names, as they go over the wire; nothing where there are none. */
function tidy(
  entries: readonly (readonly [string, string | number | boolean | null])[],
): Attributes | undefined {
  if (entries.length === 0) return undefined;
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}
