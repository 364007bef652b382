import { marks } from '../lift/grip';

/** Keeps in place what is seen of lists that stand beside each other, as rows come and go above the window. */
export class Steady {
  /** The rows that are seen, and where. */
  #before: readonly (readonly [Element, number])[] = [];

  /** Before a list changes: of several that change at once, the first. */
  remember(list: Element | undefined): void {
    const frame = list?.closest(`[${marks.frame}]`);
    // From the top of the page one sees what comes there.
    if (this.#before.length > 0 || !frame || frame.getBoundingClientRect().top >= 0) return;
    this.#before = [...frame.querySelectorAll(`[${marks.item}]`)].flatMap((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight ? [[element, top]] : [];
    });
  }

  /** After all have changed: where all that is seen has moved, the page moves along. */
  hold(): void {
    const moved = this.#before.flatMap(([element, top]) =>
      element.isConnected ? [element.getBoundingClientRect().top - top] : [],
    );
    this.#before = [];
    const least = moved.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0] ?? 0;
    if (Math.abs(least) >= 1) scrollBy({ top: least, behavior: 'instant' });
  }
}
