import { type Entities, textOf } from '../board/fold';
import { EMPTY_DOCUMENT } from '../text/delta';
import type { Delta } from '../text/op';
import type { Act, OwnText } from './kept';

/** Why an act did not come true: a reason of S-33, or one of the client's own. */
export interface Refusal {
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * The texts of an act as the person had them.
 *
 * @param own those that are remembered from before others edited them
 * @param state that the act is made on
 */
export function ownTexts({ commands }: Act, own: readonly OwnText[], state: Entities): OwnText[] {
  return commands.flatMap((command) => {
    if (command.type !== 'editText') return [];
    const { id, field, delta } = command;
    const remembered = own.find((text) => text.id === id && text.field === field);
    if (remembered) return [remembered];
    const owner = state.get(id);
    // Of what is not there any more only the new words are left.
    return owner
      ? [{ id, field, base: textOf(owner, field), delta }]
      : [{ id, field, base: EMPTY_DOCUMENT, delta: inserted(delta) }];
  });
}

function inserted(delta: Delta): Delta {
  return delta.filter((op) => 'insert' in op);
}
