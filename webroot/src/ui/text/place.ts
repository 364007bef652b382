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
      index += line.textContent.length + 1;
      continue;
    }
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(anchorNode, anchorOffset);
    return index + before.toString().length;
  }
  return undefined;
}
