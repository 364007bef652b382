import assert from 'node:assert/strict';

import { launch } from '../tools/browser.mjs';

/**
 * Claire and Mehdi, each in a browser of their own, signed in by the links that the start printed. What
 * their pages complain of is in `problems`.
 *
 * @param {{ proxy: { server: string } }[]} [networks] one for each, where they have one of their own
 * @param {(context: import('playwright-core').BrowserContext) => Promise<void>} [prepare] before the first page
 */
export async function teachers(url, tokens, networks = [], prepare = () => Promise.resolve()) {
  const browser = await launch();
  const problems = [];
  const pages = await Promise.all(
    tokens.map(async (token, at) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'fr-FR',
        proxy: networks[at]?.proxy,
      });
      await prepare(context);
      const page = await context.newPage();
      listen(page, problems);
      await page.goto(`${url}/demonstration#${token}`);
      await page.getByRole('heading', { name: 'Mes classes' }).waitFor();
      return page;
    }),
  );
  return {
    pages,
    problems,
    /** Another tab of somebody, on a page. */
    another: async (page, path) => {
      const tab = await page.context().newPage();
      listen(tab, problems);
      await tab.goto(url + path);
      await tab.getByRole('heading', { level: 1 }).waitFor();
      return tab;
    },
    /** Writes down what was on the screens when something went wrong. */
    tell: async () => {
      for (const page of pages) console.log(page.url(), await page.locator('body').innerText());
    },
    close: () => browser.close(),
  };
}

/** Takes down what a page complains of. */
export function listen(page, problems) {
  page.on('pageerror', (error) => problems.push(String(error.stack)));
  page.on('console', (message) => {
    // Asking who one is before one has signed in, and a server that is away, are told there as well.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text()))
      problems.push(message.text());
  });
}

/** What pages complain of, but for a network that breaks, which the console tells as well. */
export function besidesCuts(problems) {
  return problems.filter((problem) => !problem.includes('net::ERR_'));
}

/** Opens the first situation of the demonstration. */
export async function toSheet(page) {
  await page.getByText('2MRC').first().click();
  await page.getByText('Un samedi matin').first().click();
  await consigne(page).waitFor();
}

export function consigne(page) {
  return page.getByRole('textbox', { name: 'Consigne' });
}

/** Opens the editor of the consigne. */
export async function edit(page) {
  await consigne(page).click();
  await page.locator('.ProseMirror').waitFor();
}

/** The words of the open editor, without the names at the carets. */
export function textOf(page) {
  return page.locator('.ProseMirror').evaluate((root) => {
    const copy = root.cloneNode(true);
    copy.querySelectorAll('.caret').forEach((caret) => caret.remove());
    return [...copy.children].map((line) => line.textContent).join('\n');
  });
}

export async function saved(page) {
  await page.getByText('Enregistré', { exact: true }).waitFor();
}

/** What the server has of the board that a page shows. */
export function snapshot(page) {
  const board = new URL(page.url()).pathname.split('/')[2];
  return page.evaluate((id) => fetch(`/api/boards/${id}/snapshot`).then((answer) => answer.text()), board);
}

/** Looks again until it holds, as a person would: for ten seconds. */
export async function eventually(check) {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof assert.AssertionError) || Date.now() > until) throw error;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}

/** So many words that are found again, each by itself. */
export function words(who, count) {
  return Array.from({ length: count }, (_, at) => `${who}${String(at).padStart(2, '0')};`);
}

/** When something is on a screen, in ms since 1970; `also` must be there too. */
export function shows(page, selector, words, also = 'body') {
  return page.evaluate(
    ([where, what, too]) =>
      new Promise((done) => {
        const says = (one) => `${one.value ?? ''}${one.textContent}`.includes(what);
        const look = () => {
          if (document.querySelector(too) && [...document.querySelectorAll(where)].some(says))
            done(Date.now());
          else setTimeout(look, 5);
        };
        look();
      }),
    [selector, words, also],
  );
}
