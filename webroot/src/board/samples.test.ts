import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { EMPTY_DOCUMENT, sameDelta } from '../text/delta';
import type { Change, Command, EntityState } from '../wire/protocol.gen';
import { type Entities, fold, isText } from './fold';
import { preview } from './preview';
import { Overlay, Store } from './store';

/** A line of the file that Java writes: a notebook begins, somebody acts, it ends. */
type Line =
  | { readonly board: string; readonly entities: readonly EntityState[] }
  | {
      readonly by: string;
      /** Absent where the server acts by itself. */
      readonly commands?: readonly Command[];
      readonly seq?: number;
      readonly at?: string;
      readonly changes?: readonly Change[];
      readonly refused?: string;
      readonly fault?: string;
    }
  | { readonly after: readonly EntityState[] };

const lines = readFileSync('../src/test/resources/samples/boards.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

const ROOT = 'carnet000001';

/** Refusals that can be seen without the schema: nothing of such a command is shown. */
const EVIDENT = ['gone', 'taken', 'root', 'notMovable', 'wrongParent'];

/** What a person sees: places as an order among siblings, ranks and times apart. */
function seen(entities: Entities, id = ROOT): object[] {
  const entity = entities.get(id);
  if (!entity) return [];
  const { kind, fields, removed } = entity;
  const written = Object.entries(fields).filter(
    ([, content]) => !isText(content) || !sameDelta(content, EMPTY_DOCUMENT),
  );
  const inside = [...entities.inside(id)].map((child) => entities.get(child)).filter((child) => !!child);
  inside.sort((one, other) => {
    if (one.kind !== other.kind) return one.kind < other.kind ? -1 : 1;
    if (one.rank !== other.rank && !one.id.includes('~')) return one.rank < other.rank ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });
  return [
    { kind, id, in: entity.in, fields: Object.fromEntries(written.sort()), removed: removed !== undefined },
    ...inside.flatMap((child) => seen(entities, child.id)),
  ];
}

function all(store: Store): (EntityState | undefined)[] {
  return [...store.ids()].sort().map((id) => store.get(id));
}

test('S-6, S-42, K-1, K-2 fold and preview come to what Java comes to, in every shared notebook', () => {
  let store = new Store();
  let name = '';
  let acts = 0;
  lines.forEach((line, at) => {
    const context = `line ${at + 1}, ${name}: ${JSON.stringify(line)}`;
    if ('board' in line) {
      name = line.board;
      store = new Store(line.entities);
    } else if ('after' in line) {
      // Ranks and last writes too: all of it comes from the changes.
      expect(all(store), context).toEqual(line.after);
    } else {
      acts++;
      const shown = new Overlay(store);
      preview(shown, line.commands ?? []);
      const before = seen(store);
      for (const change of line.changes ?? [])
        fold(store, change, { seq: line.seq ?? 0, by: line.by, at: line.at ?? '' });
      if (line.changes && line.commands) expect(seen(shown), context).toEqual(seen(store));
      else if (line.commands?.length === 1 && EVIDENT.includes(line.fault ?? line.refused ?? ''))
        expect(seen(shown), context).toEqual(before);
    }
  });
  expect(acts).toBeGreaterThan(500);
});
