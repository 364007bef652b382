import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Pages } from './atelier/pages.ts';

describe('the real editor, under the real policy', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('editor');
  }, 60_000);

  afterAll(() => pages.close());

  /** Opens the description of an empty situation to write in it. */
  async function write(): Promise<Page & AsyncDisposable> {
    const page = await pages.open('/classe/b1/situation/s3?editeur');
    await page.getByRole('textbox', { name: 'Description' }).click();
    await page.locator('.ProseMirror').waitFor();
    return page;
  }

  /** What the board has. */
  const text = (page: Page) => page.evaluate(() => window.atelier.board.model.text('s3', 'description'));

  function paste(page: Page, html: string, plain: string): Promise<void> {
    return page.locator('.ProseMirror').evaluate(
      (editor, [html, plain]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', html);
        clipboardData.setData('text/plain', plain);
        editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [html, plain] as const,
    );
  }

  test('V-40, V-41 a hostile page is pasted as its words, and the policy has nothing to refuse', async () => {
    await using page = await write();
    await page.keyboard.type('Avant ');
    await paste(
      page,
      '<h1 onclick="alert(1)">Titre</h1><p><b>fort</b> <a href="javascript:alert(1)">lien</a><img src=x onerror=alert(1)></p><ul><li>un</li></ul>',
      'sans forme',
    );
    await page.keyboard.type(' après');
    expect(await text(page)).toEqual([
      { insert: 'Avant Titre\n' },
      { insert: 'fort', attributes: { bold: true } },
      { insert: ' lien\nun après' },
      { insert: '\n', attributes: { list: 'bullet' } },
    ]);
  });

  test('V-42 a text stays as it is when a paste would make it too long, and that is said', async () => {
    await using page = await write();
    await page.keyboard.type('ici');
    await paste(page, '', 'a'.repeat(20_000));
    await page.getByRole('status').getByText('Rien n’a été collé').waitFor();
    expect(await text(page)).toEqual([{ insert: 'ici\n' }]);
  });

  test('V-43 signs at the start of a line give it a form, and Backspace takes it back', async () => {
    await using page = await write();
    for (const line of ['# Titre', '## Sous-titre', '- un', 'deux']) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Enter');
    await page.keyboard.type('1. premier');
    expect(await text(page)).toEqual([
      { insert: 'Titre' },
      { insert: '\n', attributes: { header: 1 } },
      { insert: 'Sous-titre' },
      { insert: '\n', attributes: { header: 2 } },
      { insert: 'un' },
      { insert: '\n', attributes: { list: 'bullet' } },
      { insert: 'deux' },
      { insert: '\n', attributes: { list: 'bullet' } },
      { insert: 'premier' },
      { insert: '\n', attributes: { list: 'ordered' } },
    ]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- ');
    await page.keyboard.press('Backspace');
    expect((await text(page)).at(-1)).toEqual({ insert: '- \n' });
  });

  test('V-44 the tools are one stop of Tab, arrows go through them, Échap goes back to the text', async () => {
    await using page = await write();
    await page.keyboard.type('ici');
    await page.keyboard.press('Alt+F10');
    const stop = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await stop()).toBe('Gras');
    await page.keyboard.press('ArrowLeft');
    expect(await stop()).toBe('Lien');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await stop()).toBe('Italique');
    expect(await page.locator('.tools button[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.type(' et là');
    expect(await text(page)).toEqual([{ insert: 'ici et là\n' }]);
  });

  test('V-45 a link is set, changed and taken away by a dialog, while somebody else writes', async () => {
    await using page = await write();
    await page.keyboard.type('Voir la page');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Lien' });
    await page.keyboard.type('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await dialog.getByText('Il faut l’adresse').waitFor();
    await dialog.getByRole('textbox', { name: 'Adresse' }).fill('eduscol.education.fr');
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', {
        type: 'editText',
        id: 's3',
        field: 'description',
        delta: [{ insert: 'Ici. ' }],
      }),
    );
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const attributes = { link: 'https://eduscol.education.fr' };
    expect(await text(page)).toEqual([
      { insert: 'Ici. Voir la ' },
      { insert: 'page', attributes },
      { insert: '\n' },
    ]);
    // The keyboard is in the text again, and the link is known at its words.
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+k');
    await dialog.getByRole('button', { name: 'Retirer le lien' }).click();
    expect(await text(page)).toEqual([{ insert: 'Ici. Voir la page\n' }]);
    await page.keyboard.press('End');
    await page.keyboard.press('Control+k');
    await dialog.getByRole('textbox', { name: 'Adresse' }).fill('accueil@exemple.fr');
    await dialog.getByRole('textbox', { name: 'Mots' }).fill('nous');
    await page.keyboard.press('Enter');
    expect((await text(page)).at(-2)).toEqual({
      insert: 'nous',
      attributes: { link: 'mailto:accueil@exemple.fr' },
    });
  });
});
