import type { Draft } from '../../room/kept';
import { fr } from '../fr';
import { paths, router } from '../route.svelte';
import { toasts } from './toasts.svelte';

/** Refusals that come one after the other within so long, in ms, are told as one. */
const TOGETHER = 800;

let together: Draft[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says once of all that was put aside just now what it was, why, and where it is. */
export function tellRefused(draft: Draft): void {
  together.push(draft);
  clearTimeout(timer);
  timer = setTimeout(() => {
    const told = together;
    together = [];
    const [first] = told;
    if (!first) return;
    toasts.show({
      text: fr.drafts.refused(told.length, first.reason),
      tone: 'refusal',
      action: { label: fr.drafts.see, run: () => router.go(paths.drafts) },
    });
  }, TOGETHER);
}

/** Says that something may be there twice. */
export function tellDoubled(): void {
  toasts.show({ text: fr.drafts.doubled, tone: 'refusal' });
}
