import type { CDPSession, Page } from 'playwright-core';

/** So many, a hundred in the long profile (UX §7, 9). */
export const SWIPES = process.env['BINOME_LONG'] === undefined ? 24 : 100;

/**
 * Swipes over a page with a finger, up and down in turn; half of the swipes begin on handles.
 *
 * @param handles where handles stand, in px from the left
 * @returns how many have scrolled the page
 */
export async function swipes(page: Page, finger: CDPSession, handles: number): Promise<number> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  let scrolled = 0;
  for (let swipe = 0; swipe < SWIPES; swipe++) {
    const up = swipe % 4 < 2;
    const start = await page.evaluate(() => scrollY);
    const x = swipe % 2 === 0 ? handles : 200;
    const y = up ? 520 : 260;
    // Sent together they arrive in their order.
    await touch('touchStart', x, y);
    await Promise.all([
      ...[1, 2, 3].map((step) => touch('touchMove', x, y + (up ? -80 : 80) * step)),
      touch('touchEnd', x, y),
    ]);
    if ((await page.evaluate(() => scrollY)) !== start) scrolled++;
  }
  return scrolled;
}
