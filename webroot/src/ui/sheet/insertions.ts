import { tick } from 'svelte';

import { fr } from '../fr';
import { append } from '../model/acts';
import type { BoardModel } from '../model/BoardModel.svelte';
import type { BoardInsertion } from '../text/editor';

/** What a situation can be given while one of its texts is written; the keyboard goes to it. */
export function insertionsOf(board: BoardModel, situation: string): readonly BoardInsertion[] {
  const add = (label: string, kind: string, field: string): BoardInsertion => ({
    label,
    run: async (...alongside) => {
      const id = append(board, kind, situation, () => alongside);
      await tick();
      document.querySelector<HTMLElement>(`[data-place="${CSS.escape(`${id}/${field}`)}"] textarea`)?.focus();
    },
  });
  return [
    add(fr.completion.etape, 'etape', 'titre'),
    add(fr.completion.canal, 'canal', 'label'),
    add(fr.completion.alea, 'alea', 'label'),
  ];
}
