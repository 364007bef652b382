import { fr } from '../fr';
import { toasts } from './toasts.svelte';

/** The whole address of a page of ours, to be handed to somebody. */
export function address(path: string): string {
  return new URL(path, location.origin).href;
}

/** Copies a link, and says so. */
export async function copyLink(link: string): Promise<void> {
  await navigator.clipboard.writeText(link);
  toasts.show({ text: fr.link.copied });
}
