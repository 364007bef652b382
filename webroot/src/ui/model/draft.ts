import { compose, EMPTY_DOCUMENT, plain, transform } from '../../text/delta';
import { diff } from '../../text/diff';
import type { Delta } from '../../text/op';
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
  return [...created, ...texts.map(ownText)]
    .map((text) => plain(text).trim())
    .filter((words) => words !== '')
    .join('\n');
}

/**
 * What asks again for what was put aside, on the board as it is now: texts merged into what they have
 * become; what was removed meanwhile is taken out of the bin first.
 *
 * @param text reads a text as it is now
 */
export function insertAgain(draft: Draft, text: (id: string, field: string) => Delta): Command[] {
  const { id } = draft.details;
  const back: Command[] = draft.reason === 'gone' && typeof id === 'string' ? [{ type: 'restore', id }] : [];
  const again = draft.commands.flatMap((command): Command[] => {
    if (command.type !== 'editText') return command.type === 'restore' && back.length > 0 ? [] : [command];
    const own = draft.texts.find((each) => each.id === command.id && each.field === command.field);
    if (!own) return [];
    const now = text(command.id, command.field);
    const base = own.base.length === 0 ? EMPTY_DOCUMENT : own.base;
    return [{ ...command, delta: transform(diff(base, now), own.delta, true) }];
  });
  return [...back, ...again];
}
