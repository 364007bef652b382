// Two teachers, two browsers, one paragraph; the server dies in between. Run by BrowserTest, which
// keeps the server: this script asks it on its output to kill and restart it.
import assert from 'node:assert/strict';
import process from 'node:process';
import { createInterface } from 'node:readline';

import { edit, eventually, saved, snapshot, teachers, textOf, toSheet, words } from './teachers.mjs';

const [url, ...tokens] = process.argv.slice(2);
const ADDED = ['Une étape de plus', 'Encore une étape'];
const input = createInterface({ input: process.stdin });
const answers = input[Symbol.asyncIterator]();

const { pages, problems, tell, close } = await teachers(url, tokens);
const [claire, mehdi] = pages;
try {
  await Promise.all(pages.map(toSheet));

  // They see each other.
  await claire.getByRole('img', { name: /Mehdi/ }).or(claire.getByText('Mehdi R.')).first().waitFor();

  await edit(claire);
  await claire.keyboard.type('Bonjour à tous.');
  await mehdi.getByText('Bonjour à tous.').waitFor();
  await edit(mehdi);
  // In one paragraph, not at one letter: there, who comes first in the server's order stands first.
  await mehdi.keyboard.press('Home');
  await mehdi.keyboard.type('M:');
  await claire.keyboard.press('End');
  await claire.keyboard.type(' C:');
  for (const page of pages)
    await eventually(async () => assert.equal(await textOf(page), 'M:Bonjour à tous. C:'));

  // They write; in another tab Mehdi adds étapes and puts them in order; the server dies and comes back.
  const tab = await mehdi.context().newPage();
  await tab.goto(mehdi.url());
  const mine = words('c', 40);
  const theirs = words('m', 40);
  const order = await etapes(claire);
  await Promise.all([
    type(claire, mine),
    type(mehdi, theirs),
    arrange(tab, order),
    (async () => {
      await tab.getByText('c05;').waitFor();
      console.log('KILL');
      await answers.next();
    })(),
  ]);
  await claire.locator('.ProseMirror .caret [data-name="Mehdi"]').waitFor();

  await Promise.all([...pages, tab].map(saved));
  const text = `M:${theirs.join('')}Bonjour à tous. C:${mine.join('')}`;
  for (const page of pages) await eventually(async () => assert.equal(await textOf(page), text));
  for (const page of pages)
    await eventually(async () => assert.deepEqual(await etapes(page), [ADDED[1], ...order, ADDED[0]]));

  // The server says the same as both screens.
  const states = await Promise.all(pages.map(snapshot));
  assert.equal(states[0], states[1]);
  for (const word of [...mine, ...theirs, ...ADDED]) assert.equal(states[0].split(word).length - 1, 1, word);

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
} catch (error) {
  await tell();
  throw error;
} finally {
  input.close();
  await close();
}

async function type(page, all) {
  for (const word of all) await page.keyboard.type(word, { delay: 12 });
}

/** Adds two étapes behind the others and brings the second to the front, one line at a time. */
async function arrange(page, before) {
  for (const title of ADDED) {
    await page.getByRole('button', { name: 'Ajouter une étape' }).click();
    await page.keyboard.type(title);
  }
  for (let place = before.length + 1; place > 0; place--) {
    await page.keyboard.press('Alt+ArrowUp');
    await page
      .getByRole('textbox', { name: `Titre de l’étape ${place}`, exact: true })
      .and(page.locator(':focus'))
      .waitFor();
  }
}

function etapes(page) {
  // The first field of each étape is its title.
  return page
    .locator('ol > li:has(textarea)')
    .evaluateAll((items) => items.map((item) => item.querySelector('textarea').value));
}
