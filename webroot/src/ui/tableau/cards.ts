/** The link of a card on the page: where the keyboard is when a card has moved. */
export function cardLink(situation: string): HTMLElement | null {
  return document.querySelector(`[data-card="${CSS.escape(situation)}"]`);
}
