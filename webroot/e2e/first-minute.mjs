// A newcomer: from the first page to a printed sheet, led by nothing but the words on the screen. Run by
// BrowserTest.
import assert from 'node:assert/strict';
import process from 'node:process';

import { launch } from '../tools/browser.mjs';
import { eventually, listen, saved, snapshot } from './teachers.mjs';

const TITLE = 'Le guichet du samedi';
const MINE = 'Accueillir la personne, puis noter sa demande.';
const began = Date.now();
const browser = await launch();
const problems = [];
const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'fr-FR' });
const page = await context.newPage();
listen(page, problems);
await page.addInitScript(() => {
  // There is no printer, nor a dialog that somebody would close: the page is told both.
  window.print = () => dispatchEvent(new Event('beforeprint'));
});

try {
  await page.goto(process.argv[2]);
  await page.getByRole('heading', { name: 'Préparez vos situations à deux, sur la même page.' }).waitFor();
  await page.getByRole('button', { name: 'Se connecter' }).waitFor();
  await page.getByText('Votre copie est effacée après un jour.').waitFor();
  // The sheet beside it is the real one, and somebody writes in it.
  await page.getByText('un interprète est attendu à 10').waitFor();

  // On that sheet, in the place of Claire, and told what becomes of it.
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.getByText(/^Copie d’essai, effacée le/).waitFor();
  const title = page.getByRole('textbox', { name: 'Titre de la situation' });
  await title.waitFor();
  assert.match(await title.inputValue(), /guichet unique/);

  // A situation of one's own.
  await page.getByRole('link', { name: 'Classe', exact: true }).click();
  await page.getByRole('button', { name: 'Ajouter une situation' }).click();
  await title.fill(TITLE);

  // The colleague comes, is seen where he writes, and his words grow under one's eyes.
  await page.getByText(/^Mehdi R\. écrit dans/).waitFor();
  const description = page.getByRole('textbox', { name: 'Description' });
  const seen = new Set();
  await eventually(async () => {
    seen.add((await description.innerText()).length);
    assert(seen.size >= 6, `only ${seen.size} states of the text were seen`);
  });

  // Meanwhile the newcomer types.
  await page.getByRole('textbox', { name: 'Consigne' }).click();
  await page.locator('.ProseMirror').waitFor();
  await page.keyboard.type(MINE, { delay: 20 });
  await saved(page);
  await eventually(async () => assert((await snapshot(page)).includes(MINE)));

  // He goes on until he is asked to stop.
  await page.getByRole('button', { name: 'Faire une pause' }).click();
  await page.getByText('il est en pause').waitFor();
  await page.getByRole('button', { name: 'Reprendre' }).waitFor();
  // Without the caret that still stands in it.
  const written = (await description.locator('p').first().textContent()).trim();
  assert.notEqual(written, '');

  // Paper: what both have written, and nothing that is only for the screen.
  await page.getByRole('button', { name: 'Imprimer' }).click();
  await page.getByRole('menuitem', { name: 'Fiche du professeur' }).click();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: TITLE }).waitFor();
  for (const words of [MINE, written]) await page.getByText(words).first().waitFor();
  assert.equal(await page.getByRole('navigation').isVisible(), false);
  assert.equal(await page.getByText(/^Copie d’essai/).isVisible(), false);
  assert.equal(await page.getByRole('button', { name: 'Faire une pause' }).isVisible(), false);
  assert((await page.pdf({ format: 'A4' })).length > 10_000);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  console.log(`from the first page to paper in ${Date.now() - began} ms`);

  // Leaving deletes the copy, keeps nothing of it, and one is where one came in.
  await page.getByRole('button', { name: 'Quitter l’essai' }).click();
  await page.getByRole('button', { name: 'Essayer' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal(await page.evaluate(() => fetch('/api/me').then(({ status }) => status)), 401);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);

  // A copy that ends while one is in it says so.
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.getByText('Enregistré', { exact: true }).waitFor();
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE', headers: { 'x-binome': '1' } }));
  await page.getByText('Votre copie d’essai est effacée.').waitFor();

  assert.deepEqual(problems, []);
} catch (error) {
  console.log(page.url(), await page.locator('body').innerText());
  throw error;
} finally {
  await browser.close();
}
