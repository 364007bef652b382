import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Pages } from './atelier/pages.ts';

const pictures = fileURLToPath(new URL('../../target/screens/', import.meta.url));
const sheet = '/classe/b1/situation/s1';

describe('paper', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    pages = await Pages.start('paper');
  }, 60_000);

  afterAll(() => pages.close());

  /** Words that only teachers read, one in each place where they stand. */
  const secret = {
    'al0/label': 'ALEA-SURPRISE',
    's1/evaluation': 'EVALUATION-ATTENDUE',
    's1/perimetre': 'PERIMETRE',
    's1/nature': 'NATURE',
    'et1/texte': 'TEXTE-REPONSE',
    'et1/modalite': 'MODALITE',
  };

  async function hide(page: Page): Promise<void> {
    await page.evaluate((words) => {
      for (const [place, word] of Object.entries(words)) {
        const [id = '', field = ''] = place.split('/');
        const edit = { type: 'editText', id, field, delta: [{ insert: word }] } as const;
        window.atelier.board.colleague('mehdi', edit);
      }
      // Somebody is mentioned in a text that students read.
      const delta = [{ insert: '\ufffc', attributes: { mention: 'sophie' } }, { insert: ' le dit. ' }];
      window.atelier.board.colleague('mehdi', { type: 'editText', id: 's1', field: 'consigne', delta });
    }, secret);
  }

  /** Chooses a line of « Imprimer » and stops where the browser would ask for a printer. */
  async function choose(page: Page, line: string): Promise<void> {
    await page.evaluate(() => (window.print = () => undefined));
    await page.getByRole('button', { name: 'Imprimer' }).click();
    await page.getByRole('menuitem', { name: line }).click();
  }

  async function print(page: Page, name: string): Promise<number> {
    const pdf = await page.pdf({ path: `${pictures}${name}.pdf`, preferCSSPageSize: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }

  /** Everything that paper shows, and everything that its sheet says to those who do not see it. */
  async function said(page: Page): Promise<string> {
    await page.emulateMedia({ media: 'print' });
    // The page hears of the medium a moment later; a browser that prints waits for it.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    return page.evaluate(() => {
      const main = document.querySelector('main');
      const attributes = [...(main?.querySelectorAll('*') ?? [])].flatMap((element) =>
        ['title', 'aria-label', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
      );
      return [document.body.innerText, main?.textContent ?? '', ...attributes].join('\n');
    });
  }

  test('V-30 a teacher’s sheet is one or two pages, with a link and a code to the live page', async () => {
    await using page = await pages.open(sheet);
    await hide(page);
    await choose(page, 'Fiche du professeur');
    expect(await print(page, 'fiche-professeur')).toBeLessThanOrEqual(2);
    await choose(page, 'Fiche du professeur');
    const words = await said(page);
    for (const word of [
      ...Object.values(secret),
      'Claire mène',
      'complexe',
      'Prêt',
      '@Sophie B.',
      pages.origin + sheet,
    ])
      expect(words).toContain(word);
    expect(await page.getByRole('img', { name: 'Code à photographier' }).isVisible()).toBe(true);
  });

  test('V-31 a student’s sheet says what is done and handed in, and nothing that is the teachers’', async () => {
    await using page = await pages.open(sheet);
    await hide(page);
    await choose(page, 'Fiche de l’élève');
    const words = await said(page);
    for (const word of [
      'Le guichet unique',
      'le dit. Tenez',
      'À rendre',
      'logigramme',
      'Nom et prénom',
      pages.origin + sheet,
    ])
      expect(words).toContain(word);
    const teachers = [
      'Claire',
      'Mehdi',
      'Sophie',
      '@',
      '\ufffc',
      'complexe',
      'Prêt',
      'formative',
      'vérifier',
      'sans étape',
      'Aléas',
      'mène',
    ];
    for (const word of [...Object.values(secret), ...teachers]) expect(words).not.toContain(word);
    expect(await print(page, 'fiche-eleve')).toBeLessThanOrEqual(2);
    // Once it is printed the page is there to write in again.
    await page.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
  });

  test.each(['', '?vue=liste'])('V-32 a class prints its situations, looked at with « %s »', async (view) => {
    await using page = await pages.open(`/classe/b1${view}`);
    expect(await print(page, 'liste')).toBe(1);
    const words = await said(page);
    for (const word of [
      'Le guichet unique',
      'forum des associations',
      'Claire 330',
      `${pages.origin}/classe/b1`,
    ])
      expect(words.replaceAll('\u00a0', ' ')).toContain(word);
  });

  test.each(['light', 'dark', 'projecteur'] as const)(
    'V-33 paper is dark on white in the theme %s',
    async (theme) => {
      await using page = await pages.open(sheet);
      await page.evaluate((chosen) => window.atelier.appearance.choose(chosen), theme);
      await page.emulateMedia({ media: 'print' });
      const [red] = await page
        .locator('.sheet')
        .evaluate((element) => (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number));
      expect(red).toBeLessThan(40);
    },
  );

  test('V-34 an étape that has no title yet is not on paper', async () => {
    await using page = await pages.open(sheet);
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', {
        type: 'create',
        kind: 'etape',
        id: 'et8',
        in: 's1',
        fields: {},
      }),
    );
    expect(await page.getByRole('listitem', { name: /^Étape/ }).count()).toBe(8);
    await choose(page, 'Fiche du professeur');
    expect(await page.getByRole('listitem', { name: /^Étape/ }).count()).toBe(7);
  });
});
