import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { narrow, type How, Pages, sideways, violations } from './atelier/pages.ts';

const sheet = '/classe/b1/situation/s1';

describe('the screens in a browser, under the real policy', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('atelier');
  }, 60_000);

  afterAll(() => pages.close());

  const open = (path: string, how?: How) => pages.open(path, how);

  test('on a phone a situation is read first, then typed in, with targets a thumb can hit', async () => {
    await using page = await open(sheet, { size: narrow });
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByRole('button', { name: 'Modifier' }).click();
    await page.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });

  test('an étape is added, named, timed, shared and given a competence by the keyboard alone', async () => {
    await using page = await open('/classe/b1/situation/s3');
    await page.getByRole('button', { name: 'Ajouter une étape' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Accueillir');
    expect(await focused(page)).toBe('Titre de l’étape 1');
    await page.keyboard.press('#');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('CONFLIT');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Titre de l’étape 1');
    await page.getByRole('button', { name: 'Professeur Y, Mehdi R.' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('55');
    const etape = page.getByRole('listitem', { name: 'Étape 1 : Accueillir' });
    expect(await etape.getByText('Gérer les conflits').isVisible()).toBe(true);
    expect(await page.getByText('Mehdi mène 55 min').isVisible()).toBe(true);
    expect(await page.getByRole('img', { name: /bloc 1, 55/ }).count()).toBe(1);
  });

  test('V-113 one follows a colleague from sheet to sheet, until the first key of one’s own', async () => {
    await using page = await open(sheet);
    const isAt = (place: string | undefined, field?: string) =>
      page.evaluate(
        ([looksAt, name]) => {
          const at = looksAt !== undefined && name !== undefined ? { at: { id: looksAt, field: name } } : {};
          window.atelier.board.model.presences =
            looksAt === undefined ? [] : [{ session: 1, person: 'mehdi', looksAt, ...at }];
        },
        [place, field] as const,
      );
    await isAt('s1');
    await page.getByRole('button', { name: 'Suivre Mehdi R.' }).click();
    await page.getByText('Vous suivez Mehdi.').waitFor();
    expect(await violations(page)).toEqual([]);
    await isAt('s2', 'titre');
    await page.waitForURL('**/situation/s2');
    await isAt('et7', 'titre');
    await page.waitForURL('**/situation/s1');
    await page.waitForFunction(() => {
      const { top = -1 } = document.querySelector('[data-place="et7/titre"]')?.getBoundingClientRect() ?? {};
      return top > 0 && top < innerHeight;
    });
    await page.keyboard.press('Shift');
    await page.getByText('Vous suivez Mehdi.').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByText('Vous suivez Mehdi.').waitFor({ state: 'detached' });
    await isAt('s2', 'titre');
    expect(page.url()).toContain('/situation/s1');

    await isAt('s1');
    await page.getByRole('button', { name: 'Suivre Mehdi R.' }).click();
    await isAt(undefined);
    await page.getByText('Mehdi n’est plus ici.').waitFor();
    await page.getByText('Vous suivez Mehdi.').waitFor({ state: 'detached' });
  });

  test('V-114 where the school does not show who is here, that is said instead', async () => {
    await using page = await open(sheet);
    expect(await page.getByText('Personne d’autre ici.').isVisible()).toBe(true);
    await page.evaluate(() => (window.atelier.board.model.unseen = true));
    await page.getByText('L’établissement ne montre pas qui est là.').waitFor();
    expect(await page.getByText('Personne d’autre ici.').count()).toBe(0);
  });

  test('V-75 what a colleague proposes of an étape is accepted, and what one proposes waits', async () => {
    await using page = await open(sheet);
    const etape = page.getByRole('listitem', { name: /^Étape 2/ });
    const leads = (letter: string) =>
      etape.getByRole('button', { name: new RegExp(`^Professeur ${letter}`) });
    expect(await leads('Y').getAttribute('aria-pressed')).toBe('true');
    await page.evaluate(() => {
      const { board } = window.atelier;
      const second = board.model.children('s1', 'etape')[1]?.id ?? '';
      board.colleague('mehdi', {
        type: 'create',
        kind: 'proposition',
        id: `${second}~proposition~mehdi`,
        in: second,
        fields: { conduitePar: 'X' },
      });
    });
    const proposal = page.getByRole('group', { name: 'Proposition pour l’étape 2' });
    await proposal.getByText('Mehdi vous laisse cette étape.').waitFor();
    expect(await violations(page)).toEqual([]);
    await proposal.getByRole('button', { name: 'Accepter' }).press('Enter');
    await proposal.waitFor({ state: 'detached' });
    expect(await leads('X').getAttribute('aria-pressed')).toBe('true');
    expect(await leads('Y').getAttribute('aria-pressed')).toBe('false');

    await page.getByRole('button', { name: 'Actions sur l’étape 2' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Je laisse à Mehdi' }).press('Enter');
    await proposal.getByText('Vous laissez cette étape à votre collègue.').waitFor();
    expect(await leads('X').getAttribute('aria-pressed')).toBe('true');
    expect(await proposal.getByRole('button', { name: 'Accepter' }).count()).toBe(0);
    await proposal.getByRole('button', { name: 'Retirer ma proposition' }).press('Enter');
    await proposal.waitFor({ state: 'detached' });
  });

  test('V-74 a situation that is ready says whose agreement it waits for', async () => {
    await using page = await open(sheet);
    await page.getByRole('combobox', { name: 'Avancement' }).selectOption('Prêt');
    await page.getByText('En attente de l’accord de Mehdi.').waitFor();
    await page.getByRole('button', { name: 'Donner mon accord' }).press('Enter');
    await page.getByRole('button', { name: 'Retirer mon accord' }).waitFor();
    await page.getByText('En attente de l’accord de Mehdi.').waitFor();
    await page.evaluate(() => {
      window.atelier.board.colleague('mehdi', {
        type: 'create',
        kind: 'accord',
        id: 's1~accord~mehdi',
        in: 's1',
        fields: {},
      });
    });
    await page.getByText('Le binôme est d’accord.').waitFor();
    await page.getByRole('button', { name: 'Retirer mon accord' }).press('Enter');
    await page.getByText('Mehdi est d’accord. Votre accord est attendu.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('situations are put in order by keys, by the menu and by a dialog', async () => {
    await using page = await open('/classe/b1?vue=liste');
    const titles = () => page.locator('ol .title a').allTextContents();
    await page.getByRole('link', { name: /guichet unique/ }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await titles()).toEqual([
      expect.stringContaining('forum'),
      expect.stringContaining('guichet'),
      'Sans titre',
    ]);
    await page.getByText('place 2 sur 3').waitFor();
    await page.getByRole('button', { name: /Actions sur « Sans titre/ }).press('Enter');
    await page.locator('[role="menuitem"]:focus').getByText('Monter').waitFor();
    await page.keyboard.press('Enter');
    expect((await titles())[1]).toBe('Sans titre');
    await page.getByRole('button', { name: /Actions sur « Sans titre/ }).click();
    await page.getByRole('menuitem', { name: 'Déplacer vers…' }).click();
    await page.getByRole('combobox', { name: 'Place' }).selectOption('en tête');
    await page.getByRole('button', { name: 'Déplacer', exact: true }).click();
    expect((await titles())[0]).toBe('Sans titre');
  });

  test('what goes to the bin comes back by the toast', async () => {
    await using page = await open('/classe/b1');
    await page.getByRole('button', { name: /Actions sur « Le guichet/ }).click();
    await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click();
    await page.getByRole('link', { name: /guichet unique/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('link', { name: /guichet unique/ }).waitFor();
  });

  test('the bin says what, in what and who; Enter brings it back, with what it is in', async () => {
    await using page = await open('/classe/b1');
    await page.evaluate(() => {
      const { board } = window.atelier;
      const etape = board.model.children('s1', 'etape')[0]?.id ?? '';
      board.colleague('mehdi', { type: 'remove', id: etape }, { type: 'remove', id: 's1' });
    });
    await page.getByRole('link', { name: 'Corbeille (2)' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Corbeille' }).waitFor();
    await page.getByText(/^Étape .*, dans Situation «\s*Le guichet/).waitFor();
    await page.getByText('Retiré par Mehdi R. le 25 novembre 2026').first().waitFor();

    await page.getByRole('button', { name: /^Restaurer : Étape/ }).press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/qui est aussi à la corbeille/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/^Restaurer\s: Étape/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tout restaurer' }).press('Enter');
    await page.getByRole('status').getByText('De retour : Étape').waitFor();
    await page.getByText('La corbeille est vide').waitFor();
    await page.getByRole('button', { name: 'Ouvrir' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /guichet/ }).waitFor();
  });

  test('a refusal says the reason and the way out, aloud', async () => {
    await using page = await open(sheet);
    await page.evaluate(() => window.atelier.refused('certificativeInSeconde'));
    await page.getByRole('status').getByText('Choisissez « formative »').waitFor();
    // It stays as long as one points at it.
    await page.locator('.toast').hover();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fermer' }).click();
    await page.getByText('Choisissez « formative »').waitFor({ state: 'detached' });
  });

  test('a draft says why; it is compared, inserted again, copied, thrown away and kept after all', async () => {
    await using page = await open(sheet);
    await page.evaluate(() => {
      window.atelier.refused('denied');
      window.atelier.refused('denied');
    });
    await page.getByRole('status').getByText('2 modifications').waitFor();
    await page.getByRole('button', { name: 'Voir les brouillons' }).press('Enter');
    const drafts = page.getByRole('main').getByRole('listitem');
    expect(await drafts.count()).toBe(2);
    await drafts.first().getByText('Souriez. Tenez le guichet.').waitFor();
    await drafts.first().getByRole('button', { name: 'Copier le texte' }).press('Enter');
    await page.getByRole('status').getByText('Texte copié').waitFor();
    await drafts
      .first()
      .getByRole('button', { name: /^Supprimer/ })
      .press('Enter');
    await page.getByRole('status').getByText('Brouillon supprimé').waitFor();
    expect(await drafts.count()).toBe(1);
    await page.getByRole('status').getByRole('button', { name: 'Annuler' }).press('Enter');
    await drafts.nth(1).waitFor();
    await drafts
      .first()
      .getByRole('link', { name: /^Comparer/ })
      .press('Enter');
    await page.getByRole('region', { name: 'Votre version' }).getByText('Souriez.').waitFor();
    await page.getByRole('region', { name: 'Version actuelle' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Insérer à nouveau' }).press('Enter');
    await page.getByRole('status').getByText('Inséré à nouveau').waitFor();
    expect(await drafts.count()).toBe(1);
    expect(
      await page.evaluate(() => JSON.stringify(window.atelier.board.model.text('s1', 'consigne'))),
    ).toContain('Souriez. ');
  });

  test('what was written into something removed comes back with it', async () => {
    await using page = await open(sheet);
    await page.evaluate(() => {
      window.atelier.board.colleague('mehdi', { type: 'remove', id: 's1' });
      window.atelier.refused('gone');
    });
    await page.getByRole('button', { name: 'Voir les brouillons' }).press('Enter');
    await page.getByRole('link', { name: /^Comparer/ }).press('Enter');
    await page.getByText('Ce texte n’existe plus').waitFor();
    await page.getByRole('button', { name: 'Restaurer avec mon texte' }).press('Enter');
    await page.getByText('Aucun brouillon').waitFor();
    const { model } = await page.evaluate(() => ({
      model: JSON.stringify(window.atelier.board.model.text('s1', 'consigne')),
    }));
    expect(model).toContain('Souriez. ');
  });

  test('an étape moves with Alt and an arrow, and the keyboard stays in it', async () => {
    await using page = await open(sheet);
    await page.getByRole('textbox', { name: 'Titre de l’étape 1' }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await focused(page)).toBe('Titre de l’étape 2');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await focused(page)).toBe('Titre de l’étape 1');
  });

  test('prose is read as a page until it is pressed, then written where it was pressed', async () => {
    await using page = await open(sheet);
    const prose = page.getByRole('textbox', { name: 'Description' });
    expect(await prose.evaluate(({ tagName }) => tagName)).toBe('DIV');
    await prose.press('!');
    const editor = page.getByRole('textbox', { name: 'Description' });
    await editor.press('End');
    await page.keyboard.type(' Fin');
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', {
        type: 'editText',
        id: 's1',
        field: 'description',
        delta: [{ insert: 'Hier. ' }],
      }),
    );
    await page.getByRole('textbox', { name: 'Titre de la situation' }).focus();
    const text = await page.getByRole('textbox', { name: 'Description' }).innerText();
    expect(text).toMatch(/^Hier\. La mairie réunit .* Fin$/);
    const places = await page.evaluate(() => window.atelier.board.places.map((place) => place?.field));
    expect(places.slice(-3)).toContain(undefined);
    expect(places.at(-1)).toBe('titre');
  });

  test('a press in the middle of prose puts the caret there', async () => {
    await using page = await open(sheet);
    const word = page.getByText('orientez', { exact: true });
    await word.click({ position: { x: 1, y: 8 } });
    await page.locator('textarea[aria-label="Consigne"]').waitFor();
    const last = await page.evaluate(() => window.atelier.board.places.at(-1));
    // Tenez le guichet pendant une matinée :⏎accueillez⏎|orientez
    expect(last).toEqual({ id: 's1', field: 'consigne', index: 50, length: 0 });
  });

  test('paper shows no field, no button, no menu', async () => {
    await using page = await open(sheet);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    for (const role of ['textbox', 'combobox', 'button', 'navigation'] as const)
      expect(await page.getByRole(role).count(), role).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
  });

  test('leaving with words that are not saved asks first', async () => {
    await using page = await open(sheet);
    await page.evaluate(() => (window.atelier.board.model.status = { state: 'waiting', count: 1 }));
    await page.getByRole('textbox', { name: 'Titre de la situation' }).click();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });

  test('two people write in one line: both keep their words and the caret its place', async () => {
    await using page = await open(sheet);
    const title = page.getByRole('textbox', { name: 'Titre de la situation' });
    await title.click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('Ici, ');
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', {
        type: 'editText',
        id: 's1',
        field: 'titre',
        delta: [{ insert: 'Lundi. ' }],
      }),
    );
    await page.keyboard.type('le');
    expect(await title.inputValue()).toBe('Lundi. Ici, leLe guichet unique de la mairie ouvre au public');
  });

  test('a colleague may write while a keyboard composes', async () => {
    await using page = await open(sheet);
    const title = page.getByRole('textbox', { name: 'Titre de la situation' });
    await title.click();
    await page.keyboard.press('ControlOrMeta+End');
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['b', 'bo', 'bon']) {
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await page.evaluate(() =>
        window.atelier.board.colleague('mehdi', {
          type: 'editText',
          id: 's1',
          field: 'titre',
          delta: [{ insert: '!' }],
        }),
      );
    }
    await keyboard.send('Input.insertText', { text: 'bon' });
    await expect.poll(() => title.inputValue()).toBe('!!!Le guichet unique de la mairie ouvre au publicbon');
  });

  test('a pasted line break becomes a space: a line stays a line', async () => {
    await using page = await open(sheet);
    const title = page.getByRole('textbox', { name: 'Titre de la situation' });
    await title.fill('un\ndeux');
    expect(await title.inputValue()).toBe('un deux');
  });

  test('a remote change glows once in the hue of its author, and the others are seen', async () => {
    await using page = await open(sheet);
    await page.evaluate(() => {
      window.atelier.board.model.presences = [
        { session: 1, person: 'mehdi', at: { id: 's1', field: 'public', index: 3 } },
        { session: 2, person: 'sophie' },
      ];
      window.atelier.board.colleague('mehdi', {
        type: 'setField',
        id: 's1',
        field: 'status',
        value: 'bilan',
      });
    });
    await page.locator('.status[data-glow="3"]').waitFor();
    await page.locator('[data-glow]').waitFor({ state: 'detached' });
    expect(await page.getByText('Mehdi R. écrit dans « Contexte professionnel »').isVisible()).toBe(true);
    expect(await page.locator('.caret[data-hue="3"]').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  test('what cannot be minutes is said and not sent', async () => {
    await using page = await open(sheet);
    const minutes = page.getByRole('textbox', { name: 'Minutes de l’étape 1' });
    await minutes.fill('1h30');
    await page.getByRole('alert').getByText('Un nombre entier de minutes').waitFor();
    const sent = await page.evaluate(() => window.atelier.board.sent.length);
    expect(sent).toBe(0);
  });

  test.each([
    ['lecture', 0],
    ['commentaire', 0],
    ['ecriture', 1],
  ] as const)('with the role %s, %i title to type in', async (role, count) => {
    await using page = await open(sheet);
    await page.evaluate((given) => (window.atelier.board.model.role = given), role);
    expect(await page.getByRole('textbox', { name: 'Titre de la situation' }).count()).toBe(count);
  });

  test('the pill says each state in words, also on a phone', async () => {
    await using page = await open(sheet, { size: narrow });
    for (const [status, words] of [
      [{ state: 'saved' }, 'Enregistré'],
      [{ state: 'saving', count: 1 }, 'Enregistrement…'],
      [{ state: 'waiting', count: 3 }, '3 modifications en attente'],
      [
        { state: 'waiting', count: 3, keeps: false },
        '3 modifications en attente, non gardées sur cet appareil',
      ],
      [{ state: 'reconnecting' }, 'Reconnexion…'],
      [{ state: 'offline', count: 2, kept: 'soon' }, 'Hors connexion – 2 modifications en attente'],
      [{ state: 'offline', count: 2, kept: 'yes' }, 'vos modifications sont gardées sur cet appareil'],
      [{ state: 'offline', count: 2, kept: 'never' }, 'laissez cette page ouverte'],
    ] as const) {
      await page.evaluate((given) => (window.atelier.board.model.status = given), status);
      await page.getByRole('status').getByText(words).waitFor();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    }
  });

  const focused = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
});
