import { copyOf } from '../../board/copy';
import { columnOf, wantsAccord } from '../../parcours/avancement';
import { schoolYearOf } from '../../parcours/classe';
import type { Catalogue } from '../../parcours/catalogue';
import type { CreateCommand, EntityState } from '../../wire/protocol.gen';
import { fr } from '../fr';
import type { BoardModel } from './BoardModel.svelte';
import type { Boards } from './boards';
import { draftFrom, KINDS, MOST, titleOf } from './situations';
import { toasts } from './toasts.svelte';

/** A situation in a class, as it is called. */
interface Standing {
  readonly board: string;
  readonly id: string;
}

/**
 * Moves a situation to another class of this person, and says what came of it. It goes into the bin here only
 * once the server has it there, and when nobody has changed it meanwhile: what breaks off leaves it twice.
 *
 * @param to the other class and what it is called
 */
export async function moveElsewhere(
  boards: Boards,
  board: BoardModel,
  catalogue: Catalogue,
  id: string,
  to: { readonly board: string; readonly label: string },
): Promise<void> {
  const title = titleOf(board, id);
  const refuse = (text: string) => toasts.show({ text, tone: 'refusal' });
  toasts.show({ text: fr.elsewhere.moving(title, to.label) });
  const there = boards.beside(to.board);
  const here = boards.beside(board.id);
  try {
    if (!(await there.settled())) {
      refuse(fr.elsewhere.unreachable(title, to.label));
      return;
    }
    if (!there.board.writable) {
      refuse(fr.elsewhere.readOnly(to.label));
      return;
    }
    const before = written(board, id);
    const commands = movedInto(there.board, board, catalogue, id);
    const [made] = commands;
    if (!made) return;
    if (commands.length > MOST) {
      refuse(fr.elsewhere.tooBig(commands.length, MOST));
      return;
    }
    there.board.send(...commands);
    const isThere = await there.settled();
    // What the server refuses comes to the drafts, and is told from there.
    if (!there.board.entity(made.id)) return;
    if (!isThere) refuse(fr.elsewhere.unsure(title, to.label));
    else if (written(board, id) !== before) refuse(fr.elsewhere.changed(title, to.label));
    else {
      board.send({ type: 'remove', id });
      const back = () => bringBack(boards, { board: board.id, id }, { board: to.board, id: made.id }, title);
      toasts.show({
        text: fr.elsewhere.moved(title, to.label),
        action: { label: fr.undo.undo, run: () => void back() },
      });
    }
  } finally {
    there.release();
    here.release();
  }
}

/** Takes it out of the bin where it was, then puts what was made of it into the bin where it went. */
async function bringBack(boards: Boards, from: Standing, to: Standing, title: string): Promise<void> {
  const here = boards.beside(from.board);
  const there = boards.beside(to.board);
  try {
    const settled = await Promise.all([here.settled(), there.settled()]);
    if (settled.includes(false)) {
      toasts.show({ text: fr.elsewhere.notBack(title), tone: 'refusal' });
      return;
    }
    here.board.send({ type: 'restore', id: from.id });
    there.board.send({ type: 'remove', id: to.id });
    toasts.show({ text: fr.elsewhere.back(title) });
    await Promise.all([here.settled(), there.settled()]);
  } finally {
    here.release();
    there.release();
  }
}

/** What another class makes of it: as `draftFrom`, but with where it comes from, how far it is and when. */
function movedInto(there: BoardModel, board: BoardModel, catalogue: Catalogue, id: string): CreateCommand[] {
  const situation = board.entity(id);
  const column = situation && columnOf(situation);
  const drafted = draftFrom(catalogue.of(there), undefined);
  const sameYear = schoolYearOf(there) === schoolYearOf(board);
  const last = there.children(there.id, 'situation').at(-1);
  return copyOf(
    board,
    id,
    { in: there.id, after: last?.id },
    {
      ...drafted,
      fields: (entity) => {
        const fields = drafted.fields(entity);
        if (!fields || entity.kind !== 'situation') return fields;
        const { origine, weeks } = entity.fields;
        return {
          ...fields,
          ...(origine === undefined ? {} : { origine }),
          ...(weeks === undefined || !sameYear ? {} : { weeks }),
          ...(column === undefined || wantsAccord(column) ? {} : { status: column }),
        };
      },
    },
    () => there.newId(),
  );
}

/** All that is written in it, to see whether it is still the same. */
function written(board: BoardModel, id: string): string {
  const as = { kinds: KINDS, fields: ({ fields }: EntityState) => fields };
  return JSON.stringify(copyOf(board, id, { in: '', after: undefined }, as, (original) => original));
}
