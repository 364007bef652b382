// Two teachers, two browsers, one paragraph; the server dies in between. Run by BrowserTest, which
// keeps the server: this script asks it on its output to kill and restart it.
import assert from 'node:assert/strict';
import process from 'node:process';
import { createInterface } from 'node:readline';

import { launch } from './browser.mjs';

const [url, ...tokens] = process.argv.slice(2);
const input = createInterface({ input: process.stdin });
const answers = input[Symbol.asyncIterator]();

const browser = await launch();
const problems = [];
try {
  const [claire, mehdi] = await Promise.all(tokens.map((token) => open(token)));
  await Promise.all([claire, mehdi].map(toSheet));

  // They see each other.
  await claire.getByRole('img', { name: /Mehdi/ }).or(claire.getByText('Mehdi R.')).first().waitFor();

  await edit(claire);
  await claire.keyboard.type('Bonjour à tous.');
  await edit(mehdi);
  // In one paragraph, not at one letter: there, who comes first in the server's order stands first.
  await mehdi.keyboard.press('Home');
  await claire.keyboard.press('End');

  const mine = words('c', 40);
  const theirs = words('m', 40);
  await Promise.all([
    type(claire, mine.slice(0, 20)),
    type(mehdi, theirs.slice(0, 20)),
    // Meanwhile the server dies, and comes back.
    (async () => {
      await claire.waitForTimeout(600);
      console.log('KILL');
      await answers.next();
    })(),
  ]);
  await Promise.all([type(claire, mine.slice(20)), type(mehdi, theirs.slice(20))]);
  await caretOf(claire, 'Mehdi');

  await Promise.all([claire, mehdi].map(saved));
  const text = await textOf(claire);
  assert.equal(await textOf(mehdi), text);
  for (const word of [...mine, ...theirs])
    assert.equal(text.split(word).length - 1, 1, `${word} in: ${text}`);

  // Étapes are added on one screen and reordered on the other.
  await claire.getByRole('button', { name: 'Ajouter une étape' }).click();
  await claire.keyboard.type('Une étape de plus');
  await saved(claire);
  await eventually(async () => assert((await etapes(mehdi)).includes('Une étape de plus')));
  await mehdi
    .getByRole('button', { name: /étape 6|Une étape de plus/ })
    .last()
    .click();
  await mehdi.getByRole('menuitem', { name: 'Monter' }).click();
  await saved(mehdi);
  await eventually(async () => {
    const order = await etapes(claire);
    assert.equal(order.indexOf('Une étape de plus'), 4);
    assert.deepEqual(await etapes(mehdi), order);
  });

  // The server says the same as both screens.
  const board = new URL(claire.url()).pathname.split('/')[2];
  const states = await Promise.all(
    [claire, mehdi].map((page) =>
      page.evaluate((id) => fetch(`/api/boards/${id}/snapshot`).then((answer) => answer.text()), board),
    ),
  );
  assert.equal(states[0], states[1]);
  assert(states[0].includes('Une étape de plus'));

  // Signing out in one tab ends the other within a second.
  const other = await claire.context().newPage();
  await other.goto(claire.url());
  await other.getByText('Enregistré').waitFor();
  const from = Date.now();
  await other.evaluate(() =>
    fetch('/api/session', { method: 'DELETE', headers: { 'x-binome': '1' } }).then(() => undefined),
  );
  await claire.getByRole('textbox', { name: /Identifiant/ }).waitFor();
  console.log(`signed out after ${Date.now() - from} ms`);

  assert.deepEqual(problems, []);
} finally {
  input.close();
  await browser.close();
}

async function open(token) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(String(error.stack)));
  page.on('console', (message) => {
    // Asking who one is before one has signed in, and a server that is away, are told there as well.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text()))
      problems.push(message.text());
  });
  await page.goto(`${url}/demonstration#${token}`);
  return page;
}

async function toSheet(page) {
  await page.getByText('2MRC').first().click();
  await page.getByText('Un samedi matin').first().click();
  await consigne(page).waitFor();
}

function consigne(page) {
  return page.getByRole('textbox', { name: 'Consigne' });
}

async function edit(page) {
  await consigne(page).click();
  await page.locator('.ProseMirror').waitFor();
}

function words(who, count) {
  return Array.from({ length: count }, (_, at) => `${who}${String(at).padStart(2, '0')};`);
}

async function type(page, all) {
  for (const word of all) await page.keyboard.type(word, { delay: 12 });
}

/** The words of the paragraph, without the names at the carets. */
function textOf(page) {
  return page.locator('.ProseMirror').evaluate((root) => {
    const copy = root.cloneNode(true);
    copy.querySelectorAll('.caret').forEach((caret) => caret.remove());
    return [...copy.children].map((line) => line.textContent).join('\n');
  });
}

async function caretOf(page, name) {
  await page.locator('.ProseMirror .caret', { hasText: name }).waitFor();
}

async function saved(page) {
  await page.getByText('Enregistré', { exact: true }).waitFor();
}

function etapes(page) {
  // The first field of each étape is its title.
  return page
    .locator('ol > li:has(textarea)')
    .evaluateAll((items) => items.map((item) => item.querySelector('textarea').value));
}

async function eventually(check) {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}
