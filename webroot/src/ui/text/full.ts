import { fr } from '../fr';
import { toasts } from '../model/toasts.svelte';

/** Says that nothing was added to a text, which would have become too long. */
export function tellFull(longest: number): void {
  toasts.show({ text: fr.full(longest), tone: 'refusal' });
}
