import { readFileSync } from 'node:fs';

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const wcag = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Whoever speaks to a machine says what is written: axe looks at that only when it is asked.
  rules: { 'label-content-name-mismatch': { enabled: true } },
};

/**
 * What axe finds in a part of a page against WCAG 2.2 AA: the rule and the elements.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} where a selector
 * @returns {Promise<string[]>}
 */
export async function audit(page, where) {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // Only to bring axe in; the policy still stands for what the page itself loaded.
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await page.evaluate(axe);
    await session.detach();
  }
  return page.evaluate(
    async ([at, options]) => {
      const found = await globalThis.axe.run(at, options);
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
    },
    [where, wcag],
  );
}

/**
 * How many pixels a page is wider than its window.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>}
 */
export function sideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
