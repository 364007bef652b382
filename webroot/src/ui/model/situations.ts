import { copyOf, type Copied, type Source } from '../../board/copy';
import { isText } from '../../board/fold';
import { memberId } from '../../board/id';
import type { Entity } from '../../board/view';
import { columnOf } from '../../parcours/avancement';
import type { Catalogue } from '../../parcours/catalogue';
import type { Status } from '../../parcours/situation';
import { LONGEST, type EntityState } from '../../wire/protocol.gen';
import { fr } from '../fr';
import { lineOf } from '../text/line';
import { offerBack } from './acts';
import type { Command } from './board';
import type { BoardModel } from './BoardModel.svelte';
import { toasts } from './toasts.svelte';

/** The most that one act may hold (S-30). */
export const MOST = 100;

/** The longest title, in characters. */
export const LONGEST_TITLE = LONGEST.situation.titre - 1;

export function titleOf(board: BoardModel, situation: string): string {
  const written = lineOf(board.text(situation, 'titre'));
  return written === '' ? fr.untitled : written;
}

/** Begins a situation behind the others of its class. */
export function begin(board: BoardModel, title: string, status: Status): string {
  const id = board.newId();
  const last = board.children(board.id, 'situation').at(-1);
  board.send({
    type: 'create',
    kind: 'situation',
    id,
    in: board.id,
    ...(last ? { after: last.id } : {}),
    fields: { titre: [{ insert: `${title}\n` }], status },
  });
  return id;
}

/**
 * Puts a situation in a column at a place among those that are shown there: its status and its place in the
 * class, in one act. In the order of the class it moves only as far as it must.
 *
 * @param others those of the column, in order, without it
 */
export function putIn(
  board: BoardModel,
  id: string,
  column: Status,
  others: readonly string[],
  place: number,
): void {
  const situation = board.entity(id);
  if (!situation) return;
  const title = titleOf(board, id);
  const commands = [...toColumn(situation, column), ...among(board, id, others, place)];
  offerBack(board, board.send(...commands), fr.tableau.moved(title, fr.situation.statuses[column]));
}

/** Puts a situation at a place among those that a list shows; in the class it moves only as far as it must. */
export function placeAmong(board: BoardModel, id: string, others: readonly string[], place: number): void {
  const commands = among(board, id, others, place);
  if (commands.length === 0) return;
  offerBack(board, board.send(...commands), fr.move.moved(titleOf(board, id), place + 1, others.length + 1));
}

/** Puts several in a column, each in the order of the class, in one act. */
export function allTo(board: BoardModel, situations: readonly Entity[], column: Status): void {
  const commands = situations.flatMap((situation) => toColumn(situation, column));
  const text = fr.tableau.allMoved(situations.length, fr.situation.statuses[column]);
  offerBack(board, board.send(...commands), text);
}

/** Puts several in the bin, in one act. */
export function binAll(board: BoardModel, situations: readonly Entity[]): void {
  const commands = situations.map(({ id }): Command => ({ type: 'remove', id }));
  offerBack(board, board.send(...commands), fr.tableau.allBinned(situations.length));
}

function toColumn(situation: Entity, column: Status): Command[] {
  if (columnOf(situation) === column) return [];
  return [{ type: 'setField', id: situation.id, field: 'status', value: column }];
}

function among(board: BoardModel, id: string, others: readonly string[], place: number): Command[] {
  const all = board.children(board.id, 'situation').map((one) => one.id);
  const rest = all.filter((one) => one !== id);
  const [before, behind] = [others[place - 1], others[place]];
  const at = all.indexOf(id);
  const stands =
    (before === undefined || all.indexOf(before) < at) && (behind === undefined || all.indexOf(behind) > at);
  if (stands) return [];
  const after = before ?? rest[rest.indexOf(behind ?? '') - 1];
  return [{ type: 'move', id, in: board.id, ...(after === undefined ? {} : { after }) }];
}

/** What a copy of a situation holds; agreements, proposals and what it builds on are not copied with it. */
export const KINDS: Copied['kinds'] = {
  situation: [
    'canal',
    'alea',
    'activiteRap',
    'savoir',
    'outil',
    'competenceEnvisagee',
    'visee',
    'dimension',
    'mutation',
    'etape',
  ],
  etape: ['competence', 'savoirEtape', 'outilEtape'],
};

/** What a copy says anew: when it is taught, how far it is, with whom it is shared, what it comes from. */
const ANEW = ['weeks', 'status', 'partagee', 'origine'];

/**
 * Copies a situation behind the one it comes from, in one act, as a draft that names its origin (D-32).
 * What it builds on is copied too: the class and what came before are the same.
 */
export function duplicate(board: BoardModel, id: string): string | undefined {
  const kinds = { ...KINDS, situation: [...(KINDS['situation'] ?? []), 'reinvestit'] };
  return paste(board, board, id, id, {
    kinds,
    fields: (entity) =>
      entity.kind === 'situation'
        ? { ...drafted(entity, `${board.id}/${id}`), titre: copiedTitle(entity) }
        : entity.fields,
  });
}

/**
 * Begins a situation from one of elsewhere, in one act, as a draft.
 *
 * @param origin the situation it comes from, as `board/entity`; a model has none
 */
export function beginFrom(
  board: BoardModel,
  catalogue: Catalogue,
  source: Source,
  id: string,
  origin: string | undefined,
): string | undefined {
  const last = board.children(board.id, 'situation').at(-1);
  return paste(board, source, id, last?.id, draftFrom(catalogue, origin));
}

/**
 * The draft that a class makes of a situation of elsewhere: of what is chosen from the référentiel comes what
 * this class may choose too.
 */
export function draftFrom(catalogue: Catalogue, origin: string | undefined): Copied {
  const univers = new Set(catalogue.specialites.map((one) => one.id));
  return {
    kinds: KINDS,
    fields: (entity) => {
      if (!catalogue.offers(entity.kind, entity.id.slice(memberId(entity.in, entity.kind, '').length)))
        return undefined;
      if (entity.kind !== 'situation') return entity.fields;
      const { univers: of, ...fields } = drafted(entity, origin);
      return typeof of === 'string' && univers.has(of) ? { ...fields, univers: of } : fields;
    },
  };
}

function drafted(entity: EntityState, origin: string | undefined): EntityState['fields'] {
  const kept = Object.fromEntries(Object.entries(entity.fields).filter(([name]) => !ANEW.includes(name)));
  return { ...kept, status: 'brouillon', ...(origin === undefined ? {} : { origine: origin }) };
}

function copiedTitle({ fields: { titre } }: EntityState) {
  const title = isText(titre) ? lineOf(titre) : '';
  const room = LONGEST_TITLE - fr.tableau.copyOf('').length;
  const kept = title === '' ? fr.untitled : title.slice(0, room).toWellFormed();
  return [{ insert: `${fr.tableau.copyOf(kept)}\n` }];
}

function paste(
  board: BoardModel,
  source: Source,
  id: string,
  after: string | undefined,
  copied: Copied,
): string | undefined {
  const commands = copyOf(source, id, { in: board.id, after }, copied, () => board.newId());
  if (commands.length > MOST) {
    toasts.show({ text: fr.tableau.tooBig(commands.length, MOST), tone: 'refusal' });
    return undefined;
  }
  const act = board.send(...commands);
  const made = commands[0]?.id;
  if (made !== undefined) offerBack(board, act, fr.tableau.duplicated(titleOf(board, made)));
  return made;
}
