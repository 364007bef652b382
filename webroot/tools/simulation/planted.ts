import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Core } from './SimulatedTab.ts';

/** A fault put into a copy of the client, for the simulation to find. */
export interface Planted {
  readonly fault: string;
  readonly file: string;
  readonly code: string;
  readonly instead: string;
}

export const planted: readonly Planted[] = [
  {
    fault: 'sends before it is written',
    file: 'room/Keeper.ts',
    code: 'return this.#lost || this.#kept >= write;',
    instead: 'return write >= 0;',
  },
  {
    fault: 'says that it is kept while it is being written',
    file: 'room/Keeper.ts',
    code: 'return !this.#lost && this.#kept >= this.#needed;',
    instead: 'return !this.#lost;',
  },
  {
    fault: 'says that it is saved while it is on its way',
    file: 'room/Pending.ts',
    code: 'return this.#waiting.length + (this.#inFlight ? 1 : 0);',
    instead: 'return this.#waiting.length;',
  },
  {
    fault: 'forgets its numbers',
    file: 'room/Queue.ts',
    code: 'this.#number = found?.number ?? 0;',
    instead: 'this.#number = 0;',
  },
  {
    fault: 'drops what waits when it begins again from a snapshot',
    file: 'room/BoardClient.ts',
    code: 'const base = before.with(included);',
    instead: 'const base = before.with(included); this.#queue.pending.clear();',
  },
  {
    fault: 'does not know that a snapshot has what was on its way',
    file: 'room/BoardClient.ts',
    code: 'accepted ? [inFlight] : []',
    instead: 'accepted ? [] : []',
  },
  {
    fault: 'takes the acts of others for its own',
    file: 'room/BoardClient.ts',
    code: 'return pen !== undefined && pen === this.#pen && number',
    instead: 'return pen !== undefined && number',
  },
  {
    fault: 'lets its own words stand first where the others came first',
    file: 'room/Pending.ts',
    code: 'const mine = transform(moved, command.delta, true);',
    instead: 'const mine = transform(moved, command.delta, false);',
  },
  {
    fault: 'leaves what waits behind where it was when others write',
    file: 'room/Pending.ts',
    code: 'at < (from ?? 0) ? act : { ...act, commands: pass(act) }',
    instead: 'act',
  },
  {
    fault: 'freezes anew what was already sent',
    file: 'room/Queue.ts',
    code: '  lost(): void {',
    instead: '  lost(): void {\n    this.pending.again();',
  },
  {
    fault: 'throws away what is refused',
    file: 'room/Queue.ts',
    code: 'this.#drafts.push(draft);',
    instead: '',
  },
  {
    fault: 'throws away what is stale',
    file: 'room/BoardClient.ts',
    code: 'this.#queue.again();',
    instead: 'this.#queue.answered();',
  },
  {
    fault: 'forgets to write some of what has changed',
    file: 'room/BoardCopy.ts',
    code: 'for (const id of changed) this.#changed.add(id);',
    instead: "if (change.type !== 'edit') for (const id of changed) this.#changed.add(id);",
  },
];

/** What is wrong only with taking back. */
export const plantedInUndo: readonly Planted[] = [
  {
    fault: 'takes letters back where they stood, whatever others have written since',
    file: 'room/History.ts',
    code: 'const mine = transform(moved, step.back.delta, true);',
    instead: 'const mine = step.back.delta;',
  },
  {
    fault: 'takes back what a colleague has changed since',
    file: 'room/History.ts',
    code: 'if (!waits(entry.mark)) return leftAlone(step, by);',
    instead: '',
  },
  {
    fault: 'forgets what others did before its own act came true',
    file: 'room/History.ts',
    code: "return later ? step : { back: { ...change, type: 'setField' } };",
    instead: 'return step;',
  },
];

const folder = fileURLToPath(new URL('../../../target/planted', import.meta.url));

/** The client with a fault in it. */
export async function withFault({ fault, file, code, instead }: Planted): Promise<Core> {
  const copy = `${folder}/${fault.replaceAll(' ', '-')}`;
  rmSync(copy, { recursive: true, force: true });
  for (const directory of ['wire', 'text', 'board', 'room'])
    cpSync(fileURLToPath(new URL(`../../src/${directory}`, import.meta.url)), `${copy}/${directory}`, {
      recursive: true,
      filter: (path) => !path.endsWith('.test.ts'),
    });
  const source = readFileSync(`${copy}/${file}`, 'utf8');
  if (source.split(code).length !== 2) throw new Error(`${file} has not once: ${code}`);
  writeFileSync(`${copy}/${file}`, source.replace(code, instead));
  const module = (await import(/* @vite-ignore */ `${copy}/room/BoardClient.ts`)) as { BoardClient: Core };
  return module.BoardClient;
}
