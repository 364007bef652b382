// Claire invites a teacher of French into the class team of the demonstration: she reads, comments and cannot
// write; Claire and Mehdi see it within a second, and Claire answers. Run by BrowserTest.
import assert from 'node:assert/strict';
import process from 'node:process';

import { consigne, eventually, listen, saved, teachers, toSheet } from './teachers.mjs';

const [url, ...tokens] = process.argv.slice(2);
const { pages, problems, tell, close } = await teachers(url, tokens);
const [claire, mehdi] = pages;
const SECOND = { timeout: 1000 };
try {
  await claire.getByText('2MRC').first().click();
  await claire.getByRole('button', { name: 'Inviter un collègue de l’équipe' }).click();
  const dialog = claire.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Ce qu’il enseigne' }).selectOption('Français');
  const link = dialog.getByRole('textbox', { name: 'Lien d’invitation' });
  await eventually(async () => assert.match(await link.inputValue(), /invitation#/));
  await dialog.getByRole('img', { name: 'Code à lire avec un téléphone' }).waitFor();
  const invitation = await link.inputValue();
  await claire.keyboard.press('Escape');

  const context = await claire
    .context()
    .browser()
    .newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
  const ines = await context.newPage();
  listen(ines, problems);
  pages.push(ines);
  await ines.goto(invitation);
  await ines.getByRole('textbox', { name: /^Votre nom/ }).fill('Inès C.');
  await ines.getByRole('textbox', { name: 'Identifiant' }).fill('ines');
  await ines.getByLabel('Mot de passe').fill('une courte phrase');
  await ines.getByRole('button', { name: 'Créer mon compte et rejoindre' }).click();
  await ines.getByRole('heading', { level: 1, name: '2MRC' }).waitFor();
  await claire.getByText('Inès C., Français').waitFor();

  await Promise.all([claire, mehdi].map(toSheet));
  await ines.getByText('Un samedi matin').first().click();
  const panel = (page) => page.getByRole('complementary');
  await panel(ines).getByRole('button', { name: 'Commentaires', exact: true }).waitFor();
  // She reads the sheet: there is nothing in it to write in.
  await ines.locator('[data-about="consigne"]').waitFor();
  assert.equal(await ines.locator('main').getByRole('textbox').count(), 0);
  assert.equal(await consigne(ines).count(), 0);

  await ines
    .locator('[data-about="consigne"] p')
    .first()
    .evaluate((one) => getSelection().selectAllChildren(one));
  await ines.keyboard.press('Control+Alt+m');
  await panel(ines).getByRole('combobox', { name: 'Sorte' }).selectOption('Proposition');
  await panel(ines).getByRole('textbox').fill('On peut lire la consigne en français la veille.');
  await panel(claire).getByRole('button', { name: 'Commentaires', exact: true }).click();
  const asked = 'Proposition de Inès C., Consigne';
  const thread = (page) => panel(page).getByRole('article', { name: asked });
  await Promise.all([
    thread(claire).waitFor(SECOND),
    mehdi.getByRole('button', { name: '1 commentaire : Consigne' }).waitFor(SECOND),
    panel(ines).getByRole('button', { name: 'Commenter' }).click(),
  ]);
  await thread(claire).getByText('On peut lire la consigne').waitFor();
  await saved(ines);

  // Mehdi replies, Claire retains it; Inès sees both, and may take back neither.
  await mehdi.getByRole('button', { name: '1 commentaire : Consigne' }).click();
  await thread(mehdi)
    .getByRole('button', { name: /^Répondre/ })
    .click();
  await mehdi.keyboard.type('Merci !');
  await mehdi.keyboard.press('Control+Enter');
  await thread(ines).getByText('Merci !').waitFor(SECOND);
  await panel(ines).getByRole('button', { name: /^Tous/ }).click();
  await thread(claire)
    .getByRole('button', { name: /^Retenir/ })
    .click();
  await thread(ines)
    .getByText(/^Retenue par Claire/)
    .waitFor(SECOND);
  assert.equal(
    await thread(ines)
      .getByRole('button', { name: /^(Rouvrir|Écarter)/ })
      .count(),
    0,
  );
  // Her own words come back with Ctrl + Z.
  await thread(ines)
    .getByRole('button', { name: /^Retirer/ })
    .click();
  await thread(ines).waitFor({ state: 'detached' });
  await ines.keyboard.press('Control+z');
  await thread(ines).waitFor();
  await saved(ines);

  // What waits for an answer is told on the first page, to the binôme.
  await panel(ines).getByRole('button', { name: 'Commenter' }).click();
  await panel(ines).getByRole('textbox').fill('Et la classe entière ?');
  await ines.keyboard.press('Control+Enter');
  await saved(ines);
  await mehdi.goto(url);
  await mehdi
    .getByRole('region', { name: 'Ce qui vous attend' })
    .getByText('1 commentaire attend une réponse')
    .waitFor();
  assert.deepEqual(problems, []);
} catch (error) {
  await tell();
  console.log(problems);
  throw error;
} finally {
  await close();
}
