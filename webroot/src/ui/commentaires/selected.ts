import { type About, quoted, sections } from '../../parcours/commentaires';

/** What the person has chosen on the sheet: the words, and the section or étape in which they stand. */
export function selected(): About {
  const active = document.activeElement;
  const selection = getSelection();
  const inField = active instanceof HTMLTextAreaElement;
  const node = inField || selection === null || selection.isCollapsed ? active : selection.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  const part = element?.closest<HTMLElement>('[data-about]');
  if (!part) return {};
  const words = inField
    ? active.value.slice(active.selectionStart, active.selectionEnd)
    : (selection?.toString() ?? '');
  return {
    section: sections.find((one) => one === part.dataset['about']),
    etape: element?.closest<HTMLElement>('[data-etape]')?.dataset['etape'],
    citation: quoted(words),
  };
}
