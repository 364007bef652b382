import { compose, EMPTY_DOCUMENT, transform } from '../../text/delta';
import { diff } from '../../text/diff';
import { worded } from '../../text/mention';
import type { Delta } from '../../text/op';
import { comingBack, type Find } from '../../board/bin';
import { textOf } from '../../board/fold';
import type { Draft, OwnText } from '../../room/kept';
import type { Command } from './board';

/** A text of a draft as the person had it. */
export function ownText({ base, delta }: OwnText): Delta {
  return compose(base, delta);
}

/** All words of a draft, one text after the other. */
export function wordsOf({ commands, texts }: Draft): string {
  const created = commands.flatMap((command) =>
    command.type === 'create' ? Object.values(command.fields).filter((field) => Array.isArray(field)) : [],
  );
  return (
    [...created, ...texts.map(ownText)]
      // Outside its board nobody has a name.
      .map((text) => worded(text, () => '…').trim())
      .filter((words) => words !== '')
      .join('\n')
  );
}

/**
 * What asks again for what was put aside, on the board as it is now: texts merged into what they have
 * become; what was removed meanwhile comes out of the bin first, with all that it is in.
 *
 * @returns undefined when what it was about is purged: only its words are left
 */
export function insertAgain(draft: Draft, find: Find): Command[] | undefined {
  const back = comingBack(find, draft.reason === 'gone' ? aboutOf(draft) : []);
  const again = draft.commands.flatMap((command): Command[] => {
    if (command.type !== 'editText')
      return command.type === 'restore' && back?.some(({ id }) => id === command.id) ? [] : [command];
    const own = draft.texts.find((each) => each.id === command.id && each.field === command.field);
    if (!own) return [];
    const now = textOf(find(command.id), command.field);
    const base = own.base.length === 0 ? EMPTY_DOCUMENT : own.base;
    return [{ ...command, delta: transform(diff(base, now), own.delta, true) }];
  });
  return back && [...back, ...again];
}

/** The entities that must be there for a draft to be asked again. */
function aboutOf({ commands }: Draft): string[] {
  const made = new Set(commands.flatMap((command) => (command.type === 'create' ? [command.id] : [])));
  return commands
    .flatMap((command) => {
      if (command.type === 'create') return [command.in];
      return command.type === 'move' ? [command.id, command.in] : [command.id];
    })
    .filter((id) => !made.has(id));
}
