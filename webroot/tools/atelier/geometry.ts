import type { Page } from 'playwright-core';

/**
 * What stands on something else: words on words, words on a control, a control on a control. Layers
 * (bars that stick, menus, dialogs, toasts) lie over the page on purpose and are looked at alone.
 */
export function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Rect {
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
    interface Box extends Rect {
      readonly what: string;
      readonly element: Element;
      readonly layer: Element;
    }
    /** What an element is to its neighbours: its layer, and the part of the window that may show it. */
    interface Around {
      readonly layer: Element;
      readonly clip: Rect;
    }
    const everything: Rect = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
    const nothing: Rect = { left: 0, top: 0, right: 0, bottom: 0 };
    const known = new Map<Element, Around>();
    const around = (element: Element): Around => {
      const found = known.get(element);
      if (found) return found;
      const { position, overflowY, clipPath } = getComputedStyle(element);
      const parent = element.parentElement;
      const apart = position === 'fixed' || position === 'sticky' || element.matches('dialog, [popover]');
      const outer = parent === null || apart ? { layer: element, clip: everything } : around(parent);
      const clips = overflowY !== 'visible' || clipPath !== 'none';
      const shown = clipPath === 'none' ? element.getBoundingClientRect() : nothing;
      const made = clips ? { ...outer, clip: common(outer.clip, shown) } : outer;
      known.set(element, made);
      return made;
    };
    const common = (one: Rect, other: Rect): Rect => ({
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    });
    const shows = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.skip, option') === null;

    const boxes: Box[] = [];
    const put = (what: string, element: Element, rect: Rect) => {
      const { layer, clip } = around(element);
      const box = common(rect, clip);
      if (box.left < box.right && box.top < box.bottom) boxes.push({ ...box, what, element, layer });
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const element = node.parentElement;
      const text = (node.nodeValue ?? '').trim();
      if (!element || !/[^\s\u200b–]/.test(text) || !shows(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        // Letters are less high than the box of their font.
        const inset = (bottom - top) * 0.28;
        const letters = { left: left + 1, top: top + inset, right: right - 1, bottom: bottom - inset };
        put(`« ${text.slice(0, 40)} »`, element, letters);
      }
    }
    for (const element of document.querySelectorAll(
      'button, input, select, textarea, a[href], [tabindex="0"]',
    )) {
      if (!shows(element)) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
      for (const { left, top, right, bottom } of element.getClientRects())
        put(`<${element.localName} ${name}>`, element, {
          left: left + 1,
          top: top + 1,
          right: right - 1,
          bottom: bottom - 1,
        });
    }
    boxes.sort((a, b) => a.top - b.top);
    const found = new Set<string>();
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        if (other.top >= one.bottom) break;
        if (one.layer !== other.layer || other.left >= one.right || other.right <= one.left) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        // The words of a line lie behind the field that types them.
        const line = one.element.closest('.line');
        if (line !== null && line === other.element.closest('.line')) continue;
        found.add(`${one.what} under ${other.what}`);
      }
    });
    return [...found];
  });
}

/** Words that a box cuts off, other than by an ellipsis. What is inert is a picture, and may be cropped. */
export function cut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        if (!element.checkVisibility() || element.matches('svg, svg *, input, [inert]')) return false;
        const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element);
        if (textOverflow === 'ellipsis' || clipPath !== 'none') return false;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map(
        (element) =>
          `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 60)}`,
      ),
  );
}

/** Goes through the page with Tab; tells each stop whose focus cannot be seen. */
export async function hiddenFocus(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const stops = new Set<Element>();
    const faults: string[] = [];
    const ringed = (element: Element | null, up = 0): boolean => {
      if (!element || up > 3) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return (
        (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || ringed(element.parentElement, up + 1)
      );
    };
    const look = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      if (stops.has(target)) {
        walk.over = true;
        return;
      }
      stops.add(target);
      const name = `<${target.localName} ${target.getAttribute('aria-label') ?? target.textContent.trim().slice(0, 40)}>`;
      if (!ringed(target)) faults.push(`no ring around ${name}`);
      const { left, top, width, height } = target.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
      const seen =
        at && (target.contains(at) || at.contains(target) || at.closest('.line')?.contains(target));
      if (!seen)
        faults.push(
          `${name} is behind ${at ? `<${at.localName} class="${at.className}">` : 'the edge of the window'}`,
        );
    };
    const walk = { over: false, faults, stop: () => document.removeEventListener('focusin', look) };
    document.addEventListener('focusin', look);
    Object.assign(window, { walk });
    getSelection()?.removeAllRanges();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const over = () => page.evaluate(() => window.walk.over || document.activeElement === document.body);
  do for (let stop = 0; stop < 8; stop++) await page.keyboard.press('Tab');
  while (!(await over()));
  return page.evaluate(() => {
    window.walk.stop();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
    return window.walk.faults;
  });
}

declare global {
  interface Window {
    walk: { readonly over: boolean; readonly faults: string[]; readonly stop: () => void };
  }
}
