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
});
