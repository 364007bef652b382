/**
 * Where the caret of the page stands inside a text that is shown as a page, in the positions of the
 * text: one for each character, one for the end of each line.
 */
export function indexAt(root: HTMLElement): number | undefined {
  const { anchorNode, anchorOffset } = getSelection() ?? {};
  if (!(anchorNode instanceof Node) || anchorOffset === undefined || !root.contains(anchorNode))
    return undefined;
  let index = 0;
  for (const line of root.querySelectorAll('p, h4, li')) {
    if (!line.contains(anchorNode)) {
      if (line.compareDocumentPosition(anchorNode) & Node.DOCUMENT_POSITION_PRECEDING) return index;
      index += lengthOf(line) + 1;
      continue;
    }
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(anchorNode, anchorOffset);
    return index + lengthOf(before.cloneContents());
  }
  return undefined;
}

/** How many positions of the text are shown there: a mention is one, however long the name. */
function lengthOf(shown: ParentNode & Node): number {
  const words = shown.textContent?.length ?? 0;
  const names = [...shown.querySelectorAll('[data-mention]')];
  return names.reduce((length, { textContent }) => length + 1 - textContent.length, words);
}
