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

  // What is put in the bin comes back where it was, by the toast.
  const order = await etapes(claire);
  await claire.getByRole('button', { name: 'Actions sur l’étape 1' }).click();
  await claire.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click();
  await eventually(async () => assert.deepEqual(await etapes(mehdi), order.slice(1)));
  await claire.getByRole('button', { name: /^Annuler/ }).click();
  for (const page of pages) await eventually(async () => assert.deepEqual(await etapes(page), order));

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

  // Ctrl + Z takes Claire's words out from around Mehdi's, and nothing else.
  const shows = (text) =>
    Promise.all(pages.map((page) => eventually(async () => assert.equal(await textOf(page), text))));
  await claire.keyboard.press('Home');
  // At once: on a slow machine two keys may be more than a second apart, and two acts.
  await claire.keyboard.insertText('Très cher, ');
  await mehdi.keyboard.type('oui ');
  await shows('Très cher, M:oui Bonjour à tous. C:');
  await claire.keyboard.press('Control+z');
  await shows('M:oui Bonjour à tous. C:');
  await claire.keyboard.press('Control+Shift+z');
  await shows('Très cher, M:oui Bonjour à tous. C:');
  await claire.keyboard.press('Control+z');
  await claire.keyboard.press('End');

  // They write; in another tab Mehdi adds étapes and puts them in order; the server dies and comes back.
  const tab = await mehdi.context().newPage();
  await tab.goto(mehdi.url());
  const mine = words('c', 40);
  const theirs = words('m', 40);
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
  const text = `M:oui ${theirs.join('')}Bonjour à tous. C:${mine.join('')}`;
  await shows(text);
  // After the server has died, too.
  await claire.keyboard.press('Control+z');
  for (const page of pages)
    await eventually(async () => {
      const left = await textOf(page);
      assert.ok(!left.includes(mine.at(-1)) && left.includes(theirs.join('')));
    });
  await claire.keyboard.press('Control+y');
  await shows(text);
  await Promise.all([...pages, tab].map(saved));
  for (const page of pages)
    await eventually(async () => assert.deepEqual(await etapes(page), [ADDED[1], ...order, ADDED[0]]));

  // The server says the same as both screens.
  const states = await Promise.all(pages.map(snapshot));
  assert.equal(states[0], states[1]);
  for (const word of [...mine, ...theirs, ...ADDED]) assert.equal(states[0].split(word).length - 1, 1, word);

  // A situation goes to another class, where the colleague has it, and comes back by « Annuler ».
  await movesClasse();

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

async function movesClasse() {
  await claire.getByRole('link', { name: '2MRC' }).click();
  const classe = claire.url();
  await claire.getByRole('button', { name: /^Actions sur « Un samedi matin/ }).click();
  await claire.getByRole('menuitem', { name: 'Changer de classe…' }).click();
  await claire
    .getByRole('combobox', { name: 'Classe', exact: true })
    .selectOption({ label: '1MA, 2026-2027' });
  await claire.getByRole('button', { name: 'Déplacer', exact: true }).click();
  await claire.getByText(/est maintenant dans 1MA/).waitFor();
  await card(claire).waitFor({ state: 'detached' });
  await mehdi.goto(`${url}/`);
  await mehdi.getByRole('link', { name: '1MA' }).first().click();
  await card(mehdi).waitFor();
  await claire.getByRole('button', { name: /^Annuler/ }).click();
  await card(claire).waitFor();
  await card(mehdi).waitFor({ state: 'detached' });
  await claire.goto(classe);
  await card(claire).click();
  await saved(claire);
}

function card(page) {
  return page.locator('[data-card]').filter({ hasText: 'Un samedi matin' });
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
