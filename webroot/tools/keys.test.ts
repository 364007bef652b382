import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Pages, violations } from './atelier/pages.ts';

const sheet = '/classe/b1/situation/s1';

describe('keyboard and calm', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('keys');
  }, 60_000);

  afterAll(() => pages.close());

  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at === document.body ? '' : (at?.getAttribute('aria-label') ?? at?.textContent.trim());
    });
  /** A colleague removes the étape of a title. */
  const takenAway = async (page: Page, title: Locator) => {
    const gone = await title.evaluate((field) => {
      const id = field.closest('[data-lift-item]')?.getAttribute('data-lift-item') ?? '';
      window.atelier.board.colleague('mehdi', { type: 'remove', id });
      return id;
    });
    await page.locator(`[data-lift-item="${gone}"]`).waitFor({ state: 'detached' });
  };
  const list = (page: Page) => page.getByRole('dialog', { name: 'Raccourcis clavier' });

  test('V-20 « ? » lists the shortcuts, writes in a text, and can be switched off with « # »', async () => {
    await using page = await pages.open(sheet);
    const title = page.getByRole('textbox', { name: 'Titre de l’étape 7' });
    await title.press('End');
    await page.keyboard.type('?');
    expect(await title.inputValue()).toMatch(/\?$/);
    await page.getByRole('banner').getByRole('button', { name: 'Contrôles' }).focus();
    await page.keyboard.press('?');
    await list(page).waitFor();
    await list(page).getByRole('checkbox', { name: 'seule touche' }).uncheck();
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await title.press('End');
    await page.keyboard.type('#');
    expect(await title.inputValue()).toMatch(/\?#$/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    // The menu still has it, and the choice stays on this device.
    await page.reload();
    await page.getByRole('button', { name: /Compte de Claire/ }).click();
    await page.getByRole('menuitem', { name: 'Raccourcis clavier' }).click();
    expect(await list(page).getByRole('checkbox', { name: 'seule touche' }).isChecked()).toBe(false);
  });

  test('V-150, V-151, V-152 the table of common competences by the keyboard: changed, imported, given up', async () => {
    await using page = await pages.open('/classe/b2/parcours');
    const press = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
      await page.getByRole(role, { name }).first().press('Enter');
    };
    const lines = page.getByRole('list', { name: 'Lignes du tableau' }).locator('> li');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await press('Tableau des compétences communes', 'link');
    await page.getByRole('heading', { level: 1, name: 'Tableau des compétences communes' }).waitFor();
    await press('Modifier ce tableau');
    await expect.poll(focused).toBe('Intitulé de la ligne 1');
    await page.keyboard.press('End');
    await page.keyboard.type(' et ses clients');
    await page.getByText('Le tableau de votre équipe').waitFor();

    // What a line prepares is ticked where the référentiel is chosen from; its code is shown and found.
    await press(/^Choisir pour MA ce que prépare « S’informer/);
    await page.getByRole('searchbox').fill('ma-b1-flux');
    await page.getByRole('checkbox', { name: 'Gérer les flux' }).press('Space');
    await page.keyboard.press('Escape');
    await lines.first().getByText('ma-b1-flux').waitFor();
    await expect.poll(focused).toMatch(/^Choisir pour MA ce que prépare «.S’informer/);

    await press('Importer…');
    const dialog = page.getByRole('dialog', { name: 'Importer un tableau' });
    await page.keyboard.insertText('Intitulé\tMA\nAccueillir\tma-b1-demande\nSuivre\tma-b9');
    await dialog.getByText('« ma-b9 » n’est pas un code de MA').waitFor();
    expect(await dialog.getByRole('button', { name: 'Remplacer le tableau' }).isDisabled()).toBe(true);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('1-flux');
    await dialog.getByText('2 compétences à importer, sans faute').waitFor();
    expect(await violations(page, 'dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Remplacer le tableau' }).press('Enter');
    await page.getByText('Tableau remplacé : 2 compétences').waitFor();
    expect(await lines.count()).toBe(2);

    await press('Ajouter une ligne');
    await expect.poll(focused).toBe('Intitulé de la ligne 3');
    await press('Retirer « Suivre »');
    await page.getByRole('status').getByRole('button', { name: 'Annuler Ctrl+Z' }).press('Enter');
    await expect.poll(() => lines.count()).toBe(3);
    await press(/^Soulever «.Suivre.»$/);
    for (const key of ['Home', 'Space']) await page.keyboard.press(key);
    await page
      .getByRole('status')
      .getByText(/^«.Suivre.».: place 1 sur 3$/)
      .waitFor();
    await expect.poll(focused).toMatch(/^Soulever «.Suivre.»$/);
    await page.keyboard.press('Space');
    for (const key of ['End', 'Escape']) await page.keyboard.press(key);
    const order = () =>
      lines.getByRole('textbox').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    expect(await order()).toEqual(['Suivre', 'Accueillir', '']);
    await press('Revenir au tableau fourni');
    await page.getByText('Le tableau fourni est revenu').waitFor();
    expect(await lines.count()).toBe(11);
    await page.getByRole('status').getByRole('button', { name: 'Annuler Ctrl+Z' }).press('Enter');
    await page.getByText('Annulé : Compétence commune').waitFor();
    expect(await lines.count()).toBe(3);
  });

  test('V-55, V-56 Ctrl + Z in a text brings back what was put in the bin; a dialog keeps its own', async () => {
    await using page = await pages.open(sheet);
    const title = page.getByRole('textbox', { name: 'Titre de l’étape 2' });
    const words = await title.inputValue();
    await page.getByRole('button', { name: 'Actions sur l’étape 2' }).click();
    await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click();
    const said = page.getByRole('status');
    await said.getByText('est dans la corbeille').waitFor();
    await said.getByRole('button', { name: 'Annuler Ctrl+Z' }).waitFor();
    expect(await title.inputValue()).not.toBe(words);

    await page.keyboard.press('Control+f');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await title.inputValue()).not.toBe(words);

    await title.press('Control+z');
    await said.getByText('Annulé : Étape').waitFor();
    await said.getByRole('button', { name: 'Rétablir Ctrl+Y' }).waitFor();
    const titles = page.getByRole('textbox', { name: /^Titre de l’étape/ });
    const all = await titles.evaluateAll((fields) =>
      fields.map((field) => (field as HTMLTextAreaElement).value),
    );
    expect(all).toContain(words);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+z');
    await said.getByText('Rien à annuler').waitFor({ state: 'attached' });
  });

  test('V-160 where what has the keyboard goes away, the keyboard goes to what stands beside it', async () => {
    await using page = await pages.open(sheet);
    const titles = page.getByRole('textbox', { name: /^Titre de l’étape/ });
    const etapes = await titles.count();
    await page.getByRole('button', { name: 'Actions sur l’étape 2' }).click();
    await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click();
    await expect.poll(() => titles.count()).toBe(etapes - 1);
    await expect.poll(() => focused(page)).toBe('Actions sur l’étape 2');

    // One after the other a list is emptied; then comes what fills it again.
    const chips = page.locator('.items').filter({ has: page.getByRole('button', { name: /^Retirer/ }) });
    const place = (await chips.first().getAttribute('data-place')) ?? '';
    const items = page.locator(`[data-place="${place}"]`);
    const remove = items.getByRole('button', { name: /^Retirer/ });
    for (let left = await remove.count(); left > 0; left--) {
      if (left === (await remove.count())) await remove.first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => remove.count()).toBe(left - 1);
      await expect.poll(() => focused(page)).toMatch(left > 1 ? /^Retirer/ : /^(Ajouter|Choisir)/);
    }

    // A colleague puts the étape in which one writes elsewhere: one writes on.
    await titles.nth(1).press('End');
    await page.evaluate(() => {
      const etapes = window.atelier.board.model.children('s1', 'etape').map(({ id }) => id);
      const [, second = ''] = etapes;
      const after = etapes.at(-1) ?? '';
      window.atelier.board.colleague('mehdi', { type: 'move', id: second, in: 's1', after });
    });
    await page.keyboard.type(' ici');
    await expect.poll(() => titles.last().inputValue()).toMatch(/ ici$/);

    // A colleague takes away the étape in which one writes: what is typed then goes nowhere else.
    await titles.nth(1).press('End');
    await takenAway(page, titles.nth(1));
    await expect.poll(() => focused(page)).not.toBe('');
    const words = () =>
      titles.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    const before = await words();
    await page.keyboard.type('xyz');
    expect(await words()).toEqual(before);

    // With a page goes the keyboard to the next, and not to the way past its head.
    await page.getByRole('link', { name: 'Calendrier', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Calendrier' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('contenu');
  });

  test('V-160 who signs in stands at the beginning of the first page, and not before its head', async () => {
    await using page = await pages.open('/connexion', { signedOut: true });
    await page.getByLabel('Identifiant').fill('claire');
    await page.getByLabel('Mot de passe').fill('Un bien long mot');
    await page.context().clearCookies();
    await page.route('**/api/session', (route) =>
      route.fulfill({ json: { person: 'claire', name: 'Claire K.' } }),
    );
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mes classes' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('contenu');
  });

  test('V-73 the first steps of a class by keyboard: a colleague, then a situation', async () => {
    await using page = await pages.open('/classe/b2');
    const steps = page.getByRole('list', { name: 'Premiers pas' }).getByRole('listitem');
    expect(await steps.getByText(': fait').count()).toBe(2);
    await steps.getByRole('button').first().press('Enter');
    await page.getByRole('dialog').getByRole('img', { name: 'Code à lire avec un téléphone' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Lien d’invitation' }).inputValue()).toContain(
      '/invitation#',
    );
    await page.keyboard.press('Escape');
    await page.evaluate(() =>
      window.atelier.fresh.colleague('mehdi', { type: 'setField', id: 'bi2', field: 'y', value: 'mehdi' }),
    );
    await steps.getByText('Mehdi R.').waitFor();
    expect(await steps.getByText(': fait').count()).toBe(3);
    expect(await steps.getByRole('button').count()).toBe(3);
    await steps.getByRole('button').first().press('Enter');
    await page.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
  });

  test('V-21 what others change is told, unless one does not want it; own answers at once', async () => {
    await using page = await pages.open(sheet);
    const change = (value: string) =>
      page.evaluate(
        (status) =>
          window.atelier.board.colleague('mehdi', {
            type: 'setField',
            id: 's1',
            field: 'status',
            value: status,
          }),
        value,
      );
    await change('bilan');
    await page.getByRole('status').getByText('Mehdi R. a modifié la page').waitFor({ state: 'attached' });
    await page.evaluate(() => window.atelier.refused('taken'));
    await page.getByRole('status').getByText('cela existe déjà').waitFor();
    await page.evaluate(() => localStorage.setItem('binome.announcing', 'off'));
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await change('pret');
    await page.locator('.status[data-glow]').waitFor();
    expect(await page.getByText('a modifié la page').count()).toBe(0);
  });

  test('V-22 under « réduire les animations » nothing moves or fades', async () => {
    await using page = await pages.open(sheet);
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.getByRole('banner').getByRole('button', { name: 'Contrôles' }).click();
    await page.evaluate(() => window.atelier.refused('taken'));
    await page.evaluate(() => (window.atelier.board.model.status = { state: 'reconnecting' }));
    await page.getByText('Reconnexion…').waitFor();
    const moving = () =>
      page.evaluate(() =>
        document.getAnimations().map((animation) => (animation as CSSAnimation).animationName),
      );
    expect(await moving()).toEqual([]);
    // The same page does move for whoever has not asked for less: the test can see it.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving()).not.toEqual([]);
  });

  test('V-50 Ctrl + F finds words in another situation and goes to them', async () => {
    await using page = await pages.open('/classe/b1/situation/s3');
    await page.keyboard.press('Control+f');
    const dialog = page.getByRole('dialog', { name: 'Chercher dans la classe' });
    await page.keyboard.type('SATISFACTION');
    await dialog.getByText('1 résultat').waitFor();
    expect(await violations(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/situation\/s1$/);
    await page.locator('textarea:focus').waitFor();
    const here = page.getByRole('textbox', { name: 'Titre de l’étape 6' });
    expect(await here.evaluate((area) => area === document.activeElement)).toBe(true);
  });

  test('V-138 V-139 V-141 V-142 V-143 V-144 V-145 V-147 a colleague of the team comments by keyboard, and does nothing else', async () => {
    await using page = await pages.open(sheet);
    const panel = page.getByRole('complementary');
    const asRole = (role: 'commentaire' | 'ecriture') =>
      page.evaluate((one) => void (window.atelier.board.model.role = one), role);
    const sent = () => page.evaluate(() => window.atelier.board.sent.map(({ type, id }) => `${type} ${id}`));
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await asRole('commentaire');
    // V-139: what they cannot do is not there, and nothing of the sheet takes letters.
    expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
    expect(await page.locator('main').getByRole('button').count()).toBe(0);

    // V-141: the words chosen are quoted, with their section.
    await page.getByText('La mairie réunit').evaluate((text) => getSelection()?.selectAllChildren(text));
    await page.keyboard.press('Control+Alt+m');
    await panel.getByRole('textbox', { name: 'Votre commentaire' }).waitFor();
    expect(await panel.getByText('« La mairie réunit l’état civil'.replace('’', "'")).count()).toBe(1);
    expect(await panel.getByRole('combobox', { name: 'À propos de' }).inputValue()).toBe('contexte');
    await page.keyboard.press('Control+Enter');
    await panel.getByRole('alert').getByText('Écrivez quelques mots.').waitFor();
    await panel.getByRole('combobox', { name: 'Sorte' }).selectOption('proposition');
    await panel.getByRole('textbox').fill('Deux phrases de moins.\nLe reste suit.');
    await panel.getByRole('textbox').press('Control+Enter');
    const thread = panel.getByRole('article', { name: 'Proposition de Claire K., Contexte professionnel' });
    await thread.getByText('Deux phrases de moins.').waitFor();
    expect(await focused()).toContain('Commenter');

    // V-142: the margin says it, and leads there.
    const bubble = page.getByRole('button', { name: '1 commentaire : Contexte professionnel' });
    await bubble.press('Enter');
    expect(await thread.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await thread.getByRole('button', { name: /^(Retenir|Écarter)/ }).count()).toBe(0);

    // V-143: a colleague's comment is told, replied to, and cannot be rewritten.
    await page.evaluate(() =>
      window.atelier.board.colleague('sophie', {
        type: 'create',
        kind: 'commentaire',
        id: 'co1',
        in: 's1',
        fields: {
          auteur: 'sophie',
          le: { day: '2026-11-24' },
          nature: 'remarque',
          section: 'deroule',
          etape: 'et2',
          texte: [{ insert: 'Et la langue des signes ?\n' }],
        },
      }),
    );
    await page
      .getByRole('status')
      .getByText('Sophie B. a commenté : Étape 2')
      .waitFor({ state: 'attached', timeout: 2000 });
    expect(await page.getByText('a modifié la page').count()).toBe(0);
    const other = panel.getByRole('article', { name: /^Remarque de Sophie B/ });
    expect(await other.getByRole('button', { name: /^(Modifier|Retirer|Marquer)/ }).count()).toBe(0);
    await other.getByRole('button', { name: /^Répondre/ }).press('Enter');
    await page.keyboard.type('Bonne idée.');
    await page.keyboard.press('Control+Enter');
    await other.getByRole('group', { name: 'Réponse de Claire K.' }).getByText('Bonne idée.').waitFor();

    // V-144: what one said is rewritten, removed, and back with Ctrl + Z.
    await thread.getByRole('button', { name: /^Modifier/ }).press('Enter');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Merci.');
    await page.keyboard.press('Control+Enter');
    await thread.getByText('Le reste suit. Merci.').waitFor();
    await thread.getByRole('button', { name: /^Retirer/ }).press('Enter');
    await page.getByRole('status').getByText('Commentaire retiré').waitFor();
    await page.keyboard.press('Control+z');
    await thread.waitFor();

    // V-145: whoever writes answers; an étape that goes leaves the comment.
    await asRole('ecriture');
    await thread.getByRole('button', { name: /^Retenir/ }).press('Enter');
    await thread.waitFor({ state: 'detached' });
    expect(await focused()).toContain('En cours 1');
    await panel.getByRole('button', { name: 'Tous 2' }).press('Enter');
    await thread.getByText(/^Retenue par Claire K. le/).waitFor();
    await page.evaluate(() => window.atelier.board.colleague('mehdi', { type: 'remove', id: 'et2' }));
    await other
      .or(panel.getByRole('article', { name: /Déroulé$/ }))
      .getByText('a été retirée')
      .waitFor();
    // V-141: without a selection it is about where the keyboard is, not where a caret was left.
    await page.getByRole('textbox', { name: 'Public' }).click();
    await page.getByRole('button', { name: 'Actions sur l’étape 3' }).focus();
    await page.keyboard.press('Control+Alt+m');
    expect(await panel.getByRole('combobox', { name: 'À propos de' }).inputValue()).toBe('etape/et4');
    await page.keyboard.press('Escape');
    // V-147: paper has none of it.
    const bubbles = page.locator('button[aria-label^="1 commentaire"]');
    expect(await bubbles.count()).toBe(1);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await bubbles.count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await panel.count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect((await sent()).filter((act) => !/^(create|remove|restore|editText) /.test(act))).toEqual([]);
    expect(await violations(page)).toEqual([]);

    // V-144: what was removed comes back by its author alone. V-146: the card says what waits.
    await other
      .getByRole('group')
      .getByRole('button', { name: /^Retirer/ })
      .press('Enter');
    await page.getByRole('link', { name: '1MA', exact: true }).click();
    await page.getByRole('listitem').getByText('1 commentaire', { exact: true }).waitFor();
    await page.evaluate(() => window.atelier.board.colleague('sophie', { type: 'remove', id: 'co1' }));
    await page
      .getByRole('listitem')
      .getByText('1 commentaire', { exact: true })
      .waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Corbeille (3)' }).click();
    await page.getByRole('button', { name: 'Restaurer : Réponse à un commentaire' }).waitFor();
    expect(await page.getByRole('button', { name: /^Restaurer : Commentaire/ }).count()).toBe(0);
  });

  test('V-48 V-146 the home page says which situations mention whoever looks at it, and what was said of them', async () => {
    await using page = await pages.open('/');
    const waits = page.getByRole('region', { name: 'Ce qui vous attend' }).getByRole('listitem');
    const mentioned = waits.filter({ hasText: 'on vous y mentionne' });
    await mentioned.waitFor();
    const untitled = waits.filter({ hasText: 'Sans titre' });
    expect(await untitled.getByText('mentionne').count()).toBe(0);
    await untitled.getByText('2 commentaires attendent une réponse').waitFor();
    expect(await mentioned.getByText(/commentaire/).count()).toBe(0);
    await mentioned.getByRole('link', { name: 'Le guichet unique' }).click();
    await page.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
  });
});
