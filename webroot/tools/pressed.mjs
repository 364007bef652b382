/**
 * How long a press takes, on the clock of the page, until something is there and has been painted.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} what
 * @param {string} selector of what is to be there
 * @returns {Promise<number>} in ms
 */
export async function pressed(page, what, selector) {
  await page.evaluate((there) => {
    addEventListener(
      'pointerup',
      () => {
        const from = performance.now();
        const look = () => {
          // The frame in which it is found is painted before the next one begins.
          if (document.querySelector(there) === null) requestAnimationFrame(look);
          else
            requestAnimationFrame(
              () => (document.documentElement.dataset['took'] = String(performance.now() - from)),
            );
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  }, selector);
  await what.click();
  const took = await page.waitForFunction(() => document.documentElement.dataset['took']);
  await page.evaluate(() => delete document.documentElement.dataset['took']);
  return Number(await took.jsonValue());
}
