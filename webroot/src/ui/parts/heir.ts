import { marks } from '../lift/grip';

/** What the keyboard can go to without being in a text: whoever types on must not write elsewhere. */
const REACHED = 'a[href], button:enabled, summary, select, [tabindex="0"]:not([role="textbox"])';

/** What there is one of in each page that the shell surrounds. */
const CONTENT = 'contenu';

/**
 * Where what had the keyboard is taken away, whoever did it, the keyboard goes to what stands beside it, best
 * to what is like it; where it is put elsewhere, it goes along. Browsers would have it start again at the top
 * of the page.
 *
 * @returns ends it
 */
export function keepKeyboard(): () => void {
  let last: HTMLElement | undefined;
  const remember = ({ target }: FocusEvent) => {
    last = target instanceof HTMLElement ? target : undefined;
  };
  const watch = new MutationObserver((records) => {
    if (last === undefined || document.activeElement !== document.body) return;
    const lost = last;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)));
    if (record) (lost.isConnected ? lost : heir(lost, record, records))?.focus({ preventScroll: true });
  });
  document.addEventListener('focusin', remember);
  watch.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    watch.disconnect();
  };
}

function heir(
  lost: Element,
  record: MutationRecord,
  records: readonly MutationRecord[],
): HTMLElement | undefined {
  const { target } = record;
  // With its page the keyboard goes to the next one, as for whoever follows a link.
  if (records.some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(isPage)))
    return document.getElementById(CONTENT) ?? undefined;
  const like = (all: readonly HTMLElement[]) => all.find((one) => one.className === lost.className) ?? all[0];
  const moved = elsewhere(lost);
  if (moved) return like(reached(moved));
  for (const way of ['nextSibling', 'previousSibling'] as const)
    for (let node: Node | null | undefined = record[way]; node; node = beyond(node, way, records)) {
      const found = like(reached(node));
      if (found) return found;
    }
  for (let around = target.isConnected ? target : null; around; around = around.parentNode) {
    if (around instanceof HTMLElement && around.id === CONTENT) return around;
    const all = reached(around);
    const behind = all.find((one) => target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const found = behind ?? all.at(-1);
    if (found) return found;
  }
  return undefined;
}

function isPage(node: Node): boolean {
  return node instanceof Element && (node.id === CONTENT || node.querySelector(`#${CONTENT}`) !== null);
}

/** What can be lifted and is in another list now, as whatever had the keyboard was in it. */
function elsewhere(lost: Element): Element | null {
  const id = lost.closest(`[${marks.item}]`)?.getAttribute(marks.item) ?? '';
  return id === '' ? null : document.querySelector(`[${marks.item}="${CSS.escape(id)}"]`);
}

/** The node that stands, or stood, beside another: what makes up a row is taken away piece by piece. */
function beyond(
  node: Node,
  way: 'nextSibling' | 'previousSibling',
  records: readonly MutationRecord[],
): Node | null | undefined {
  if (node.isConnected) return node[way];
  return records.find(({ removedNodes }) => [...removedNodes].includes(node as ChildNode))?.[way];
}

function reached(node: Node): readonly HTMLElement[] {
  if (!(node instanceof Element) || !node.isConnected) return [];
  const all = [...node.querySelectorAll<HTMLElement>(REACHED)];
  if (node instanceof HTMLElement && node.matches(REACHED)) all.unshift(node);
  return all.filter((one) => one.checkVisibility());
}
