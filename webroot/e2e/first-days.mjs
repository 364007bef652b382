// The first days of a school, on the real server: the first account, a class, a colleague by invitation,
// situations and étapes in order, a lost password. Each screen is looked at on the way, wide and light, narrow
// and dark, in the long profile in all four and with axe too. Run by BrowserTest, which hands
// over the set-up link; BINOME_PICTURES names a folder for pictures.
import assert from 'node:assert/strict';
import process from 'node:process';

import { audit, sideways } from '../tools/axe.mjs';
import { launch } from '../tools/browser.mjs';
import { eventually, listen, saved } from './teachers.mjs';

const wide = { width: 1440, height: 900 };
const narrow = { width: 320, height: 720 };
const long = process.env.BINOME_LONG !== undefined;
/** Every day the two that are least alike. */
const looks = [wide, narrow]
  .flatMap((size) => [false, true].map((dark) => ({ size, dark })))
  .filter(({ size, dark }) => long || dark === (size === narrow));

const [url, setUp] = process.argv.slice(2);
const PASSWORD = 'une courte phrase facile';
const problems = [];
const browser = await launch();
const pages = [];
try {
  const anne = await visitor();
  await anne.goto(`${url}/installation#${setUp}`);
  await look(anne, 'installation');
  await account(anne, 'Anne B.', 'anne', 'Créer mon compte');
  await anne.getByText('Aucune classe pour l’instant').waitFor();
  await look(anne, 'accueil-vide');

  // A class of its own, without the mouse.
  await anne.getByRole('button', { name: 'Créer une classe' }).press('Enter');
  await anne.getByRole('textbox', { name: 'Nom de la classe' }).and(anne.locator(':focus')).waitFor();
  await look(anne, 'nouvelle-classe');
  await anne.keyboard.type('2MRC');
  await anne.getByRole('combobox', { name: 'Année du cycle' }).selectOption('Seconde');
  await anne.getByRole('button', { name: 'Créer la classe' }).press('Enter');
  await anne.getByRole('heading', { level: 1, name: '2MRC' }).waitFor();
  await look(anne, 'classe-vide');
  const classe = `${anne.url()}?vue=liste`;

  // The colleague comes by a link that serves once.
  await anne.getByRole('button', { name: 'Inviter votre binôme' }).press('Enter');
  const link = anne.getByRole('textbox', { name: 'Lien d’invitation' });
  await eventually(async () => assert.match(await link.inputValue(), /invitation#/));
  await look(anne, 'inviter');
  const invitation = await link.inputValue();
  await anne.keyboard.press('Escape');
  const bilal = await visitor();
  await bilal.goto(invitation);
  await bilal.getByRole('heading', { level: 1 }).waitFor();
  await look(bilal, 'invitation');
  await account(bilal, 'Bilal T.', 'anne', 'Créer mon compte et rejoindre');
  await bilal.getByText('Cet identifiant est déjà pris').waitFor();
  await account(bilal, 'Bilal T.', 'bilal', 'Créer mon compte et rejoindre', 'aaaaaaaaaaaa');
  await bilal.getByText('Ce mot de passe est trop facile à deviner').waitFor();
  await look(bilal, 'invitation-refusee');
  await account(bilal, 'Bilal T.', 'bilal', 'Créer mon compte et rejoindre');
  await bilal.getByRole('heading', { level: 1, name: '2MRC' }).waitFor();
  await anne.getByRole('definition').filter({ hasText: 'Bilal' }).waitFor();
  const late = await visitor();
  await late.goto(invitation);
  await account(late, 'Chloé D.', 'chloe', 'Créer mon compte et rejoindre');
  await late.getByText('Ce lien a déjà servi').waitFor();
  await look(late, 'lien-perime');

  // Situations in order, by keys and by the menu; the colleague sees it.
  await bilal.goto(classe);
  for (const title of ['Accueillir', 'Vendre', 'Fidéliser']) {
    await anne.getByRole('button', { name: 'Ajouter une situation' }).press('Enter');
    await anne.getByRole('textbox', { name: 'Titre de la situation' }).click();
    await anne.keyboard.type(title);
    await saved(anne);
    await anne.goto(classe);
  }
  await anne.getByRole('link', { name: 'Fidéliser' }).press('Alt+ArrowUp');
  await order(bilal, ['Accueillir', 'Fidéliser', 'Vendre']);
  await anne.getByRole('button', { name: /Actions sur « Accueillir/ }).press('Enter');
  await anne
    .getByRole('menuitem', { name: 'Descendre' })
    .and(anne.locator(':focus'))
    .or(anne.locator('[role=menuitem]:focus'))
    .waitFor();
  await look(anne, 'menu');
  await anne.getByRole('menuitem', { name: 'Descendre' }).press('Enter');
  await order(bilal, ['Fidéliser', 'Accueillir', 'Vendre']);
  await anne.getByRole('button', { name: /Actions sur « Vendre/ }).press('Enter');
  await anne.getByRole('menuitem', { name: 'Déplacer vers…' }).press('Enter');
  await look(anne, 'deplacer');
  await anne.getByRole('combobox', { name: 'Place' }).selectOption('en tête');
  await anne.getByRole('button', { name: 'Déplacer', exact: true }).press('Enter');
  await order(bilal, ['Vendre', 'Fidéliser', 'Accueillir']);
  await look(anne, 'classe');

  // In one sheet: who is here, whose caret, what has just changed.
  await anne.getByRole('link', { name: 'Vendre' }).press('Enter');
  await anne.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
  await look(anne, 'situation-vide');
  await bilal.goto(anne.url());
  await anne.getByRole('list', { name: 'Ici maintenant' }).getByText('Bilal T.').waitFor();
  await bilal.getByRole('textbox', { name: 'Consigne' }).click();
  await bilal.keyboard.type('Présentez le produit au client.');
  await anne.getByText('Présentez le produit au client.').waitFor();
  await anne.locator('.caret [data-name="Bilal"]').waitFor();
  await bilal.getByRole('combobox', { name: 'Complexité' }).selectOption('complexe');
  await anne.locator('.level[data-glow]').waitFor();

  // Étapes by the keyboard: named, given a competence by searching, led, timed, put in order.
  await anne.getByRole('button', { name: 'Ajouter une étape' }).press('Enter');
  await anne.keyboard.type('Préparer');
  await anne.keyboard.press('Enter');
  await anne.keyboard.type('Accueillir');
  await anne.keyboard.press('Alt+ArrowUp');
  await etapes(bilal, ['Accueillir', 'Préparer']);
  await anne.keyboard.press('#');
  await anne.getByRole('dialog').waitFor();
  await look(anne, 'competences');
  for (const [word, found] of [
    ['AGEC', /MCV-A|Animation/],
    ['PVOC', /MCV-B|Prospection/],
  ]) {
    await anne.getByRole('searchbox', { name: 'Chercher' }).fill(word);
    await eventually(async () =>
      assert.match(await anne.getByRole('dialog').innerText(), found, `${word} finds MCV`),
    );
  }
  await anne.getByRole('searchbox', { name: 'Chercher' }).fill('');
  await anne.getByRole('dialog').getByText('à vérifier').first().waitFor();
  await anne.getByRole('checkbox').first().press('Space');
  await anne.keyboard.press('Escape');
  await bilal.getByRole('listitem', { name: 'Étape 1' }).getByRole('listitem').first().waitFor();
  await anne
    .getByRole('button', { name: /^Professeur Y/ })
    .first()
    .press('Space');
  await anne.getByRole('textbox', { name: 'Minutes de l’étape 1' }).fill('55');
  await bilal.getByText('Bilal mène 55 min').waitFor();
  await saved(anne);
  await look(anne, 'situation');

  // Who leads, proposed and accepted; what is ready waits for the word of both.
  await bilal.getByRole('button', { name: 'Actions sur l’étape 1' }).press('Enter');
  await bilal.getByRole('menuitem', { name: 'Je laisse à Anne' }).press('Enter');
  await anne.getByText('Bilal vous laisse cette étape.').waitFor();
  await anne.getByRole('combobox', { name: 'Avancement' }).selectOption('Prêt');
  await anne.getByText('En attente de l’accord de Bilal.').waitFor();
  await anne.getByRole('button', { name: 'Donner mon accord' }).press('Enter');
  await look(anne, 'propositions');
  await anne.getByRole('button', { name: 'Accepter' }).press('Enter');
  await bilal.getByText('Anne mène 55 min').waitFor();
  await bilal.getByText('Anne est d’accord. Votre accord est attendu.').waitFor();
  await bilal.getByRole('button', { name: 'Donner mon accord' }).press('Enter');
  await anne.getByText('Le binôme est d’accord.').waitFor();

  // A lost password: the one who answers for the school hands over a link.
  await anne.getByRole('button', { name: 'Compte de Anne B.' }).press('Enter');
  await look(anne, 'compte');
  await anne.getByRole('menuitem', { name: 'Lien pour un mot de passe perdu' }).press('Enter');
  const login = anne.getByRole('textbox', { name: 'Identifiant de cette personne' });
  await login.fill('personne');
  await login.press('Enter');
  await anne.getByText('Personne n’a cet identifiant').waitFor();
  await login.fill('bilal');
  await login.press('Enter');
  const reset = await anne.getByRole('textbox', { name: 'Lien à lui transmettre' }).inputValue();
  await look(anne, 'lien-mot-de-passe');
  await anne.keyboard.press('Escape');
  await late.goto(reset);
  await late.getByRole('heading', { level: 1 }).waitFor();
  await look(late, 'mot-de-passe');
  await late.getByLabel('Mot de passe').fill(`${PASSWORD} autre`);
  await late.keyboard.press('Enter');
  await bilal.getByRole('textbox', { name: 'Identifiant' }).waitFor();
  await look(bilal, 'connexion');
  await bilal.getByRole('textbox', { name: 'Identifiant' }).fill('bilal');
  await bilal.getByLabel('Mot de passe').fill(PASSWORD);
  await bilal.keyboard.press('Enter');
  await bilal.getByText('Identifiant ou mot de passe inconnu').waitFor();
  await bilal.getByLabel('Mot de passe').fill(`${PASSWORD} autre`);
  await bilal.keyboard.press('Enter');
  await bilal.getByText('Présentez le produit au client.').waitFor();

  assert.deepEqual(problems, []);
} catch (error) {
  for (const page of pages) console.log(page.url(), await page.locator('body').innerText());
  throw error;
} finally {
  await browser.close();
}

async function visitor() {
  const context = await browser.newContext({
    viewport: looks[0].size,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'fr-FR',
  });
  const page = await context.newPage();
  listen(page, problems);
  pages.push(page);
  return page;
}

async function account(page, name, login, submit, password = PASSWORD) {
  await page.getByRole('textbox', { name: /^Votre nom/ }).fill(name);
  await page.getByRole('textbox', { name: 'Identifiant' }).fill(login);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: submit }).press('Enter');
}

function order(page, titles) {
  return eventually(async () =>
    assert.deepEqual(await page.locator('ol .title a').allTextContents(), titles),
  );
}

function etapes(page, titles) {
  return eventually(async () =>
    assert.deepEqual(
      await page
        .locator('ol > li:has(textarea)')
        .evaluateAll((items) => items.map((item) => item.querySelector('textarea').value)),
      titles,
    ),
  );
}

/** What a screen is like in every look; it is left as it was. */
async function look(page, name) {
  for (const { size, dark } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    const seen = `${name}-${size.width}-${dark ? 'sombre' : 'clair'}`;
    if (process.env.BINOME_PICTURES)
      await page.screenshot({ path: `${process.env.BINOME_PICTURES}/${seen}.png`, fullPage: true });
    if (long) assert.deepEqual(await audit(page, 'html'), [], seen);
    const beyond = await sideways(page);
    assert(beyond <= 0, `${seen} is ${beyond} px too wide`);
  }
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
}
