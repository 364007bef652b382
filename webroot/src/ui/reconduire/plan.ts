import { type Copied, copyOf, type Source } from '../../board/copy';
import { derivedId } from '../../board/id';
import type { Catalogue } from '../../parcours/catalogue';
import { yearOf } from '../../parcours/classe';
import type { Command, CreateCommand } from '../../wire/protocol.gen';
import type { BoardModel } from '../model/BoardModel.svelte';
import { draftFrom, MOST } from '../model/situations';

/** What a class takes over from the one of which it is the next. */
export interface Plan {
  /** The class that is carried on. */
  readonly source: string;
  readonly label: string;
  /** The new one. */
  readonly target: string;
  readonly situations: readonly string[];
  /** Whether it is a later year of the cycle: the same students then build on what they have done. */
  readonly later: boolean;
  /** What the calendar of the new class is reckoned with, as in the old one. */
  readonly settings: Readonly<Record<string, string | boolean>>;
}

/**
 * What is still to be sent for one situation, act by act. Ids come from those of the source, so that what
 * was made before, by this tab or another, is not made twice; what was put in the bin since stays there.
 */
export function actsFor(
  board: BoardModel,
  catalogue: Catalogue,
  source: Source,
  plan: Plan,
  situation: string,
): readonly (readonly CreateCommand[])[] {
  const idOf = idsIn(board, plan);
  const origin = `${plan.source}/${situation}`;
  const last = board.children(board.id, 'situation').at(-1)?.id;
  const into = { in: board.id, after: last };
  const copied = copyOf(source, situation, into, draftFrom(catalogue, origin), idOf);
  const made = copied[0]?.id;
  if (made === undefined || isBinned(board, made)) return [];
  const link: CreateCommand = {
    type: 'create',
    kind: 'reinvestit',
    id: idOf(`${situation} reinvestit`),
    in: made,
    fields: { situation: origin },
  };
  return chunks([...copied, ...(plan.later ? [link] : [])].filter(({ id }) => !board.find(id)));
}

/** What is still to be sent for the places that may take students in, act by act. */
export function lieuxOf(
  board: BoardModel,
  source: Source,
  plan: Plan,
): readonly (readonly CreateCommand[])[] {
  return chunks(takenOver(board, source, plan, 'organisation', { organisation: ['organisationUnivers'] }));
}

/** Things of the old class as they are; what was made before, in the bin since or not, is not made again. */
function takenOver(
  board: BoardModel,
  source: Source,
  plan: Plan,
  kind: string,
  kinds: Copied['kinds'] = {},
): readonly CreateCommand[] {
  let after = board.children(board.id, kind).at(-1)?.id;
  return source.children(plan.source, kind).flatMap(({ id }) => {
    const into = { in: board.id, after };
    const copied = copyOf(source, id, into, { kinds, fields: ({ fields }) => fields }, idsIn(board, plan));
    if (copied.some((one) => board.find(one.id))) return [];
    after = copied[0]?.id;
    return copied;
  });
}

/** What a thing of the old class is called in the new one. */
function idsIn(board: BoardModel, plan: Plan): (original: string) => string {
  return (original) => derivedId(`${board.id}/${plan.source}/${original}`);
}

/** What the new class itself takes over, once: its calendar, and where its students were. */
export function frameOf(board: BoardModel, source: Source, plan: Plan): readonly Command[] {
  const now = board.entity(board.id)?.fields ?? {};
  const settings = Object.entries(plan.settings)
    .filter(([field]) => now[field] === undefined)
    .map(([field, value]): Command => ({ type: 'setField', id: board.id, field, value }));
  const tableau = tableauFrom(board, source, plan);
  const lien = derivedId(`${board.id}/${plan.source} lien`);
  if (!plan.later || board.find(lien)) return [...settings, ...tableau];
  const fields = { classe: plan.source, nature: 'promotion' };
  return [...settings, ...tableau, { type: 'create', kind: 'lien', id: lien, in: board.id, fields }];
}

/** The team's own table of common competences goes on into another seconde that has none (D-55). */
function tableauFrom(board: BoardModel, source: Source, plan: Plan): readonly CreateCommand[] {
  if (yearOf(board) !== 'seconde' || board.children(board.id, 'communePropre').length > 0) return [];
  const lines = takenOver(board, source, plan, 'communePropre');
  // Whole, or not at all.
  return lines.length === source.children(plan.source, 'communePropre').length ? lines : [];
}

function isBinned(board: BoardModel, id: string): boolean {
  return board.find(id)?.removed !== undefined;
}

function chunks(commands: readonly CreateCommand[]): readonly (readonly CreateCommand[])[] {
  return Array.from({ length: Math.ceil(commands.length / MOST) }, (_, at) =>
    commands.slice(at * MOST, (at + 1) * MOST),
  );
}

const NAME = 'binome.reconduction';

/** Where the browser keeps nothing, a page that is loaded again has forgotten it. */
let held: Plan | undefined;

/** Remembers what is to be taken over, for as long as this tab lives. */
export function remember(plan: Plan): void {
  held = plan;
  try {
    sessionStorage.setItem(NAME, JSON.stringify(plan));
  } catch {
    // Then it is held for as long as the page lives.
  }
}

/** What a class has still to take over. */
export function remembered(target: string): Plan | undefined {
  held ??= kept();
  return held?.target === target ? held : undefined;
}

function kept(): Plan | undefined {
  try {
    const plan = sessionStorage.getItem(NAME);
    return plan === null ? undefined : (JSON.parse(plan) as Plan);
  } catch {
    return undefined;
  }
}

export function forget(): void {
  held = undefined;
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // Nothing was kept.
  }
}
