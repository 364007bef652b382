// A team of seconde puts its own table of common competences in place (D-55): a file as Excel writes it, seen by
// the colleague in the table, in the coverage, and in that of the diploma; exported, and given up again.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import process from 'node:process';

import { eventually, saved, shows, teachers } from './teachers.mjs';

const [url, ...tokens] = process.argv.slice(2);
const { pages, problems, another, tell, close } = await teachers(url, tokens);
const [claire, mehdi] = pages;
const TITLE = 'Tableau des compétences communes';
try {
  await Promise.all(pages.map((page) => page.getByRole('link', { name: '2MRC' }).first().click()));
  await Promise.all(
    pages.map((page) => page.getByRole('heading', { level: 2, name: 'Situations' }).waitFor()),
  );
  const classe = new URL(claire.url()).pathname;
  const before = new URL(mehdi.url()).pathname;
  assert.equal(classe, before);
  await mehdi.goto(`${url}${classe}/parcours?vue=matrice`);
  const table = await another(mehdi, `${classe}/parcours?vue=tableau`);
  const diploma = await another(mehdi, `${classe}/parcours?specialite=ma&vue=matrice`);

  // There by the links of the page, from the coverage.
  await claire.goto(`${url}${classe}/parcours?vue=matrice`);
  await claire.getByRole('link', { name: TITLE }).click();
  await claire.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  assert.equal(await linesOf(claire).count(), 11);
  const cell = (page, id) => page.locator(`[data-cell="${id}/seconde"]`);
  await cell(mehdi, 'sec-suivre').waitFor();
  await cell(diploma, 'ma-b1-flux').waitFor();
  const flux = await cell(diploma, 'ma-b1-flux').innerText();

  // A file of Windows-1252, with a fault that is told, then without.
  await claire.getByRole('button', { name: 'Importer…' }).click();
  const dialog = claire.getByRole('dialog', { name: 'Importer un tableau' });
  await choose("Intitulé;MA;MCV A\r\nS'informer;ma-b9;\r\n");
  await dialog.getByText('Ligne 2').waitFor();
  assert.equal(await dialog.getByRole('button', { name: 'Remplacer le tableau' }).isDisabled(), true);
  await choose(
    'Intitulé;MA;MCV A;MCV B\r\nS\'informer sur l\'organisation, son public et son offre;ma-b2-information;mcv-b1-veille;\r\nConseiller à distance;"ma-b1-demande, ma-b3-reclamations";mcv-b1-vente-omnicanale;mcv-b1-vente-omnicanale\r\n',
  );
  await dialog.getByText('2 compétences à importer').waitFor();
  await dialog.getByText('ne seront plus dans le tableau').waitFor();
  const pressed = claire.evaluate(
    () =>
      new Promise((done) => addEventListener('click', () => done(Date.now()), { capture: true, once: true })),
  );
  const seen = [
    shows(table, 'textarea', 'Conseiller à distance'),
    shows(mehdi, '[data-cell]', 'manque', '[data-cell^="sec-propre-"]'),
    shows(diploma, '[data-cell="ma-b1-flux/seconde"]', 'hors compétences communes'),
  ];
  await dialog.getByRole('button', { name: 'Remplacer le tableau' }).click();
  const start = await pressed;
  const times = (await Promise.all(seen)).map((time) => time - start);
  console.log(`a table imported: seen in the table, the coverage, the diploma after ${times.join(', ')} ms`);
  assert.ok(
    times.every((time) => time < 1000),
    `seen within a second: ${times.join(', ')}`,
  );
  await saved(claire);
  assert.equal(await linesOf(claire).count(), 2);
  await claire.getByText('n’est plus dans le tableau').first().waitFor();
  // So it is said on the sheet that names it, with the words that it had.
  const sheet = await another(mehdi, classe);
  await sheet.getByRole('link', { name: 'Un samedi matin' }).first().click();
  const gone = sheet.getByRole('list', { name: 'Compétences de l’étape' }).getByRole('listitem');
  await gone.filter({ hasText: 'n’est plus dans le tableau' }).first().waitFor();
  assert.equal(await gone.filter({ hasText: 'Intitulé inconnu' }).count(), 0);
  await sheet.close();

  // The colleague writes in it at the same time, and gives a line what it prepares.
  await table.getByRole('textbox', { name: 'Intitulé de la ligne 2' }).press('End');
  await table.keyboard.type(' et en boutique');
  await table.getByRole('button', { name: /^Choisir pour MA ce que prépare «\sConseiller/ }).click();
  await table.getByRole('checkbox', { name: 'Gérer les flux' }).check();
  await table.keyboard.press('Escape');
  await eventually(async () => assert.match(await linesOf(claire).last().innerText(), /ma-b1-flux/));
  await eventually(async () =>
    assert.equal(
      await claire.getByRole('textbox', { name: 'Intitulé de la ligne 2' }).inputValue(),
      'Conseiller à distance et en boutique',
    ),
  );

  // What is exported comes in again as it was.
  const waits = claire.waitForEvent('download');
  await claire.getByRole('button', { name: 'Exporter en CSV' }).click();
  const csv = await readFile(await (await waits).path(), 'utf8');
  assert.match(csv, /^\uFEFFIntitulé;MA;/);
  await claire.getByRole('button', { name: 'Importer…' }).click();
  await dialog.getByRole('textbox', { name: 'Tableau' }).fill(csv);
  await dialog.getByText('2 compétences à importer, sans faute').waitFor();
  await dialog.getByRole('button', { name: 'Remplacer le tableau' }).click();
  await claire.getByText('Tableau remplacé').waitFor();
  await saved(claire);
  const again = claire.waitForEvent('download');
  await claire.getByRole('button', { name: 'Exporter en CSV' }).click();
  assert.equal(await readFile(await (await again).path(), 'utf8'), csv);

  // Given up in one act, which is taken back, then given up for good.
  await claire.getByRole('button', { name: 'Revenir au tableau fourni' }).click();
  await eventually(async () => assert.equal(await linesOf(table).count(), 11));
  await claire.getByRole('button', { name: 'Annuler Ctrl+Z' }).click();
  await claire.getByText('Annulé : Compétence commune').waitFor();
  await eventually(async () => assert.equal(await linesOf(table).count(), 2));

  // The class of the next year takes it over, with a situation that names what is only in it.
  const own = mehdi.locator('[data-cell^="sec-propre-"]').first();
  const repere = (await own.getAttribute('data-cell')).split('/')[0];
  await own.click();
  await mehdi.getByRole('dialog').getByRole('button', { name: 'Ajouter ici' }).click();
  await mehdi.getByRole('textbox', { name: 'Titre de la situation' }).fill('Le standard du samedi');
  await saved(mehdi);
  await claire.goto(url + classe);
  await claire.getByRole('button', { name: 'Partir de…' }).click();
  await claire.getByRole('menuitem', { name: 'Reconduire la classe' }).click();
  const carry = claire.getByRole('dialog', { name: 'Reconduire la classe' });
  await carry.getByLabel('Nom de la nouvelle classe').fill('2MRC suivante');
  await carry.getByRole('checkbox', { name: 'Le standard du samedi' }).check();
  await carry.getByRole('button', { name: 'Créer la classe' }).click();
  await claire.getByText(/situations? reprises? de 2MRC/).waitFor();
  await saved(claire);
  const next = new URL(claire.url()).pathname;
  assert.notEqual(next, classe);
  const [was, is] = [await snapshot(classe), await snapshot(next)];
  const lines = (of) =>
    of.filter(({ kind, removed }) => kind === 'communePropre' && !removed).map(({ fields }) => fields);
  assert.equal(lines(is).length, 2);
  const told = (of) =>
    lines(of)
      .map((fields) => JSON.stringify(fields))
      .sort();
  assert.deepEqual(told(is), told(was));
  const names = ({ kind, id }) => kind === 'competenceEnvisagee' && id.endsWith(`~${repere}`);
  assert.equal(is.filter(names).length, 1);
  await claire.goto(`${url}${classe}/parcours?vue=tableau`);
  await linesOf(claire).first().waitFor();
  await claire.getByRole('button', { name: 'Revenir au tableau fourni' }).click();
  await eventually(async () => assert.equal(await linesOf(table).count(), 11));
  await eventually(async () => assert.equal(await cell(diploma, 'ma-b1-flux').innerText(), flux));
  assert.deepEqual(problems, []);

  /** A file as Excel writes it in France. */
  function choose(text) {
    const buffer = Buffer.from(text, 'latin1');
    return dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'communes.csv', mimeType: 'text/csv', buffer });
  }
} catch (error) {
  await tell();
  throw error;
} finally {
  await close();
}

function linesOf(page) {
  return page.getByRole('list', { name: 'Lignes du tableau' }).locator('> li');
}

/** What the server has of a class. */
function snapshot(path) {
  return claire.evaluate(async (id) => {
    const { entities } = await (await fetch(`/api/boards/${id}/snapshot`)).json();
    return entities;
  }, path.split('/').at(-1));
}
