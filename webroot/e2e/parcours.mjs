// What two teachers see of the parcours while one of them writes: findings and coverage on all their
// screens (UX §7, 14), taking back what a colleague has changed since (12), by the keyboard alone and
// as it is heard (10), and the questions that a teacher asks the board. Run by BrowserTest.
import assert from 'node:assert/strict';
import process from 'node:process';

import { eventually, saved, shows, teachers } from './teachers.mjs';

const [url, ...tokens] = process.argv.slice(2);
const { pages, problems, another, tell, close } = await teachers(url, tokens);
const [claire, mehdi] = pages;
const SHEET = 'Le guichet unique de la mairie';
try {
  await Promise.all(pages.map((page) => page.getByRole('link', { name: '1MA' }).first().click()));
  const classe = new URL(claire.url()).pathname;
  await Promise.all(pages.map((page) => page.getByRole('link', { name: SHEET }).first().click()));
  const matrices = await Promise.all(pages.map((page) => another(page, `${classe}/parcours`)));

  await scenario14(matrices);
  await scenario12();
  await scenario10(classe);
  await questions();
  assert.deepEqual(problems, []);
} catch (error) {
  await tell();
  throw error;
} finally {
  await close();
}

/** The last competence of bloc 2 leaves a situation: both see it beside the sheet and in the matrix. */
async function scenario14(matrices) {
  const etape = claire.getByRole('listitem', { name: /^Étape 1 :/ });
  const leaving = etape.getByRole('button', { name: 'Retirer Gérer l’information' });
  const others = claire.getByRole('button', {
    name: /^Retirer (Contribuer à la mise|Gérer des prestations|Gérer les récl|Contribuer au dév|Satisfaire)/,
  });
  const list = claire.getByRole('list', { name: 'Compétences de l’étape' });
  await list.first().waitFor();
  while ((await others.count()) > 0) {
    const left = await others.count();
    await others.first().click();
    await eventually(async () => assert.equal(await others.count(), left - 1));
  }
  await saved(claire);
  const flagged = (page) => page.getByText('Un seul bloc :').first();
  for (const page of pages) assert.equal(await flagged(page).count(), 0);
  const cells = matrices.map((page) => page.locator('[data-cell="ma-b2-information/premiere"]'));
  for (const cell of cells) await eventually(async () => assert.match(await cell.innerText(), /^1/));

  const pressed = claire.evaluate(
    () =>
      new Promise((done) => addEventListener('click', () => done(Date.now()), { capture: true, once: true })),
  );
  const seen = [
    ...pages.map((page) => shows(page, '.finding .title', 'Un seul bloc')),
    ...matrices.map((page) => shows(page, '[data-cell="ma-b2-information/premiere"]', 'manque')),
    // Whose act it was is said in the cell.
    shows(matrices[1], '[data-cell="ma-b2-information/premiere"]', 'Claire K. vient de changer'),
  ];
  await leaving.click();
  const start = await pressed;
  const times = (await Promise.all(seen)).map((time) => time - start);
  console.log(`a competence removed: seen on both sheets and both matrices after ${times.join(', ')} ms`);

  await claire.keyboard.press('Control+z');
  for (const page of pages) await flagged(page).waitFor({ state: 'detached' });
  for (const cell of cells) await eventually(async () => assert.match(await cell.innerText(), /^1/));
  for (const page of matrices) await page.close();
}

/** What a colleague has changed since is not taken back without a word. */
async function scenario12() {
  const status = (page) => page.getByRole('combobox', { name: 'Avancement' });
  await status(claire).selectOption('en-classe');
  await saved(claire);
  await eventually(async () => assert.equal(await status(mehdi).inputValue(), 'en-classe'));
  await status(mehdi).selectOption('bilan');
  await eventually(async () => assert.equal(await status(claire).inputValue(), 'bilan'));
  await status(claire).press('Control+z');
  await claire.getByText('a été laissé tel quel').filter({ hasText: 'Mehdi' }).first().waitFor();
  for (const page of pages) assert.equal(await status(page).inputValue(), 'bilan');
  await status(mehdi).press('Control+z');
  await eventually(async () => assert.equal(await status(claire).inputValue(), 'en-classe'));
}

/** Without a pointer, and as whoever does not see the page hears it. */
async function scenario10(classe) {
  await claire.goto(`${url}${classe}?vue=tableau`);
  await mehdi.goto(`${url}${classe}?vue=tableau`);
  for (const page of pages) await page.getByRole('heading', { level: 2, name: 'Situations' }).waitFor();
  // A situation is made, and given an étape and a competence.
  await tabTo(claire, 'Ajouter une situation');
  await claire.keyboard.press('Enter');
  const sheet = claire.getByRole('menuitem', { name: 'Feuille vide' });
  await sheet
    .or(claire.getByRole('textbox', { name: 'Titre de la situation' }))
    .first()
    .waitFor();
  if (await sheet.isVisible()) await sheet.press('Enter');
  await claire.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
  await tabTo(claire, 'Titre de la situation');
  await claire.keyboard.type('Le standard du samedi');
  await tabTo(claire, 'Ajouter une étape');
  await claire.keyboard.press('Enter');
  await claire.keyboard.type('Répondre');
  await claire.keyboard.press('#');
  await claire.getByRole('dialog').waitFor();
  await claire.keyboard.type('flux');
  await claire.keyboard.press('Tab');
  await claire.keyboard.press('Space');
  await claire.keyboard.press('Escape');
  await claire.getByText('Gérer les flux').first().waitFor();
  await saved(claire);

  // A card is moved to another column, and that is said.
  await claire.goto(`${url}${classe}?vue=tableau`);
  const again = await listenTo(claire);
  await claire.getByRole('link', { name: 'Le standard du samedi' }).waitFor();
  await tabTo(claire, 'Le standard du samedi');
  await claire.keyboard.press('Space');
  await claire.keyboard.press('ArrowRight');
  await claire.keyboard.press('Space');
  await eventually(async () => assert.match((await again()).join('\n'), /Le standard du samedi/));
  await saved(claire);

  // What the colleague does is heard.
  await mehdi.getByRole('link', { name: 'Le standard du samedi' }).click();
  await mehdi.getByRole('textbox', { name: 'Titre de la situation' }).click();
  await mehdi.keyboard.type(' matin');
  await eventually(async () => assert.match((await again()).join('\n'), /Mehdi R\. a modifié la page/));
}

/** Goes on with Tab until something of that name has the keyboard. */
async function tabTo(page, name) {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement: element } = document;
      return (
        element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? ''
      );
    });
    if (at.replaceAll(/\s+/g, ' ').trim() === name) return;
  }
  assert.fail(`Tab does not lead to ${name}`);
}

/** All that a reader that speaks is told from now on. */
async function listenTo(page) {
  await page.evaluate(() => {
    window.heard = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const node = target instanceof Element ? target : target.parentElement;
        const region = node?.closest('[role="status"], [aria-live]');
        if (region?.textContent) window.heard.push(region.textContent.trim());
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => window.heard);
}

/** DOMAIN §10, as far as it is about the parcours: from the page of a class, two clicks at most. */
async function questions() {
  const page = claire;
  await page.goto(url);
  const [premiere, seconde] = await Promise.all(
    ['1MA', '2MRC'].map((label) => page.getByRole('link', { name: label }).first().getAttribute('href')),
  );
  const ask = async (question, classe, clicks, answer) => {
    await page.goto(url + classe);
    await page.getByRole('heading', { level: 2, name: 'Situations' }).waitFor();
    assert.ok(clicks.length <= 2, question);
    for (const click of clicks) await click.first().click();
    await answer.first().waitFor();
  };
  const rail = (name) => page.getByRole('navigation').getByRole('link', { name });
  const button = (name) => page.getByRole('button', { name });
  const sheet = page.getByRole('link', { name: SHEET });
  const text = (words) => page.getByText(words);

  await ask('1 ce que mon binôme a changé', premiere, [], text('Ce qui a changé depuis'));
  await ask(
    '2 quels manques, jusqu’à quand',
    premiere,
    [rail('Parcours'), button('Liste des manques')],
    text('À couvrir avant le').or(text('Aucun manque')),
  );
  await ask('3 décloisonne-t-elle', premiere, [sheet], text('contrôles sans remarque'));
  await ask('4 qui mène quelle étape', premiere, [sheet], text('Claire mène'));
  await ask('5 au-dessus de mon service', premiere, [], text('par semaine, sur'));
  await ask('6 les trois univers', seconde, [rail('Parcours')], text('Univers rencontrés'));
  await ask(
    '7 ce qui était déjà fait',
    premiere,
    [rail('Parcours'), page.locator('[data-cell="ma-b1-flux/premiere"]')],
    page.getByRole('dialog').getByText('Déjà travaillé par cette promotion'),
  );
  await ask('7 sa filiation', premiere, [sheet], page.getByRole('heading', { name: 'Réinvestit' }));
  await ask('8 quand la classe est absente', premiere, [rail('Calendrier')], text('PFMP 1'));
  await ask('16 ce qui tombe pendant une PFMP', premiere, [rail('Calendrier')], text('PFMP 1'));
  await ask(
    '19 sur quoi s’appuie la co-intervention',
    seconde,
    [rail('Calendrier')],
    text('Du message écrit à la voix'),
  );
  await ask(
    '20 deux pages pour l’inspectrice',
    premiere,
    [rail('Parcours'), button('Exporter')],
    page.getByRole('menuitem', { name: 'Imprimer en A3' }),
  );
  await ask(
    '20 et la fiche',
    premiere,
    [sheet, button('Imprimer')],
    page.getByRole('menuitem', { name: 'Fiche du professeur' }),
  );
}
