import { diff } from '../text/diff';
import type { Change, EntityState, Value } from '../wire/protocol.gen';
import { type Entities, isText, PLACE, textOf } from './fold';

/**
 * The changes that lead from one state of a board to a later one, of those entities. Who made them, in
 * which order, and where in a text exactly, cannot be seen from two states.
 */
export function difference(from: Entities, to: Entities, ids: Iterable<string>): Change[] {
  const changes: Change[] = [];
  for (const id of new Set(ids)) {
    const before = from.get(id);
    const now = to.get(id);
    if (before && now) changes.push(...between(before, now));
    else if (now) changes.push(...put(now));
    else if (before) changes.push(...edits(before, undefined), { type: 'purge', id });
  }
  return changes;
}

function put(now: EntityState): Change[] {
  const { kind, id, rank, removed } = now;
  const registers = Object.entries(now.fields).filter(([, content]) => !isText(content));
  return [
    { type: 'put', kind, id, in: now.in, rank, fields: Object.fromEntries(registers) },
    ...edits(undefined, now),
    ...(removed ? [{ type: 'remove', id } as const] : []),
  ];
}

function between(before: EntityState, now: EntityState): Change[] {
  const { id } = now;
  const changes: Change[] = edits(before, now);
  for (const field of namesOf(before, now)) {
    const [old, value] = [before.fields[field], now.fields[field]];
    if (isText(old) || isText(value) || sameValue(old, value)) continue;
    changes.push({ type: 'set', id, field, ...(value === undefined ? {} : { value }) });
  }
  // A rank that this tab has made up was never that of the server.
  const ranked = before.written[PLACE] !== 0 && before.rank !== now.rank;
  if (before.in !== now.in || ranked) changes.push({ type: 'move', id, in: now.in, rank: now.rank });
  if (before.removed && !now.removed) changes.push({ type: 'restore', id });
  if (!before.removed && now.removed) changes.push({ type: 'remove', id });
  return changes;
}

function edits(before: EntityState | undefined, now: EntityState | undefined): Change[] {
  const id = (now ?? before)?.id ?? '';
  return namesOf(before, now).flatMap((field): Change[] => {
    if (!isText(before?.fields[field]) && !isText(now?.fields[field])) return [];
    const delta = diff(textOf(before, field), textOf(now, field));
    return delta.length === 0 ? [] : [{ type: 'edit', id, field, delta }];
  });
}

function namesOf(before: EntityState | undefined, now: EntityState | undefined): string[] {
  return [...new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(now?.fields ?? {})])];
}

/** Whether two registers hold the same: a day and a period are objects. */
export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  const [mine, theirs] = [one, other].map((value) => Object.entries(value).sort().join());
  return mine === theirs;
}
