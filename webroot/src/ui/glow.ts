import type { Attachment } from 'svelte/attachments';

import type { BoardModel } from './model/BoardModel.svelte';

/** How long a foreign change is lit, in ms: held 1.2 s, then faded in 0.6 s by the style sheet. */
export const LIT = 1800;

/** Lets an element glow once, in the colour of whoever has just changed the field or the entity. */
export function glows(board: BoardModel, id: string, field?: string): Attachment<HTMLElement> {
  return (element) => {
    const glow = board.glow(id, field);
    // An element that comes later, on another screen, does not repeat what is over.
    if (glow === undefined || performance.now() - glow.at > LIT) return;
    delete element.dataset['glow'];
    // Reading a size makes the browser forget the animation that ran.
    element.getBoundingClientRect();
    element.dataset['glow'] = String(glow.hue);
    const timer = setTimeout(() => delete element.dataset['glow'], LIT);
    return () => {
      clearTimeout(timer);
      delete element.dataset['glow'];
    };
  };
}
