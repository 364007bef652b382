import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Op } from '../src/text/op.ts';
import { long, Pages, violations } from './atelier/pages.ts';

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
    await page.getByRole('status').getByText('Rien n’a été ajouté : ce texte a au plus 19 999').waitFor();
    expect(await text(page)).toEqual([{ insert: 'ici\n' }]);
  });

  test('V-42 a full text takes no letter more, wherever it is typed, and still what makes it no longer', async () => {
    await using page = await write();
    const fill = (field: string, length: number) =>
      page.evaluate(
        ([field, words]) =>
          window.atelier.board.colleague('mehdi', {
            type: 'editText',
            id: 's3',
            field,
            delta: [{ insert: words }],
          }),
        [field, 'a'.repeat(length)] as const,
      );
    const acts = () => page.evaluate(() => window.atelier.board.acts.length);
    await fill('description', 19_998);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('bcd');
    await page.getByRole('status').getByText('19 999 caractères').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.type('e');
    expect(await text(page)).toEqual([{ insert: `be${'a'.repeat(19_997)}\n` }]);
    expect(await page.locator('.ProseMirror').innerText()).toBe(`be${'a'.repeat(19_997)}`);
    expect(await acts()).toBe(2);

    await fill('titre', 198);
    const title = page.getByRole('textbox', { name: 'Titre de la situation' });
    await title.press('Control+Home');
    await page.keyboard.type('bcd');
    await page.getByRole('status').getByText('199 caractères').waitFor();
    expect(await title.inputValue()).toBe(`b${'a'.repeat(198)}`);
    await page.keyboard.press('Delete');
    await page.keyboard.type('e');
    expect(await title.inputValue()).toBe(`be${'a'.repeat(197)}`);
    expect(await acts()).toBe(5);
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
    expect(await violations(page, '.editor')).toEqual([]);
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

  test('V-49 keys act where the caret is, also where the browser has not told yet that it moved', async () => {
    await using page = await write();
    await page.evaluate(() =>
      document.addEventListener(
        'selectionchange',
        (told) => {
          if (told.isTrusted) told.stopImmediatePropagation();
        },
        { capture: true },
      ),
    );
    await page.keyboard.type('un deux');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('Titre');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(' et ');
    expect(await text(page)).toEqual([{ insert: 'Titre\nun et deux\n' }]);
  });

  const list = (page: Page) => page.getByRole('listbox');
  const options = (page: Page) => page.locator('[role="option"]').allInnerTexts();

  /** What the screen sends, act by act. */
  function acts(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const { model } = window.atelier.board;
      const send = model.send.bind(model);
      const sent: string[] = [];
      model.send = (...commands) => {
        sent.push(commands.map(({ type }) => type).join(' '));
        return send(...commands);
      };
      Object.assign(window, { sent });
      return sent;
    });
  }
  const sent = (page: Page) => page.evaluate(() => (window as unknown as { sent: string[] }).sent);

  test('V-46 « / » on an empty line offers forms; arrows, Entrée and letters choose', async () => {
    await using page = await write();
    await acts(page);
    await page.keyboard.type('/');
    expect(await options(page)).toEqual([
      'Titre',
      'Sous-titre',
      'Liste à puces',
      'Liste numérotée',
      'Lien',
      'Étape',
      'Canal',
      'Aléa',
    ]);
    for (const where of ['.ProseMirror', '[role="listbox"]'])
      expect(await violations(page, where)).toEqual([]);
    const chosen = () =>
      page.evaluate(() => {
        const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
        const line = document.getElementById(id);
        return line?.getAttribute('aria-selected') === 'true' ? line.textContent.trim() : '';
      });
    expect(await chosen()).toBe('Titre');
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toBe('Aléa');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe('Sous-titre');
    await page.keyboard.type('LI');
    expect(await options(page)).toEqual(['Liste à puces', 'Liste numérotée', 'Lien']);
    expect(await chosen()).toBe('Liste à puces');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('num');
    await page.keyboard.press('Enter');
    expect(await list(page).count()).toBe(0);
    await page.keyboard.type('un');
    expect(await text(page)).toEqual([{ insert: 'un' }, { insert: '\n', attributes: { list: 'ordered' } }]);
    expect((await sent(page)).every((act) => act === 'editText')).toBe(true);
    expect(await page.locator('.ProseMirror').getAttribute('aria-activedescendant')).toBe(null);
  });

  test('V-46 Échap, a space, a caret that goes elsewhere and a foreign change leave what was typed', async () => {
    await using page = await write();
    await page.keyboard.type('/ti');
    await list(page).waitFor();
    await page.keyboard.press('Escape');
    expect(await list(page).count()).toBe(0);
    await page.keyboard.type('t');
    expect(await list(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    // A quick hand: both letters come at once.
    await page.keyboard.insertText('/li');
    await list(page).waitFor();
    await page.keyboard.type(' a');
    expect(await list(page).count()).toBe(0);
    // Elsewhere than on an empty line it only writes.
    await page.keyboard.type(' /li');
    expect(await list(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await list(page).waitFor();
    await page.keyboard.press('ArrowLeft');
    await list(page).waitFor({ state: 'detached' });
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await list(page).waitFor();
    await page.keyboard.type('ca');
    // Somewhere above, it is carried along.
    await colleague(page, [{ insert: 'Ici : ' }]);
    expect(await options(page)).toEqual(['Canal']);
    const whole = await text(page);
    expect(whole).toEqual([{ insert: 'Ici : /tit\n/li a /li\n/\n/ca\n' }]);
    await colleague(page, [{ retain: 23 }, { insert: 'ou' }]);
    expect(await list(page).count()).toBe(0);
    expect(await text(page)).toEqual([{ insert: 'Ici : /tit\n/li a /li\n/\nou/ca\n' }]);
  });

  test('V-46 an étape is added in the act that takes the letters away, and the keyboard goes to its title', async () => {
    await using page = await write();
    await acts(page);
    await page.keyboard.type('Voir');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/et');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Titre de l’étape 1' }).waitFor();
    await page.keyboard.type('Accueillir');
    expect(await page.getByRole('textbox', { name: 'Titre de l’étape 1' }).inputValue()).toBe('Accueillir');
    expect(await text(page)).toEqual([{ insert: 'Voir\n\n' }]);
    expect((await sent(page)).filter((act) => act.includes('create'))).toEqual(['create editText']);

    await page.getByRole('button', { name: /^Actions sur l’étape 1/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Écrire un texte' }).press('Enter');
    await page.locator('.ProseMirror').waitFor();
    await page.keyboard.type('/comp');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Compétences' }).waitFor();
    const last = await page.evaluate(() => window.atelier.board.acts.at(-1));
    expect(last).toEqual([
      expect.objectContaining({ type: 'editText', field: 'texte', delta: [{ delete: 5 }] }),
    ]);
  });

  test.runIf(long)('V-46 a click chooses too; a link asks for its address', async () => {
    await using page = await write();
    await page.keyboard.type('/');
    await page.getByRole('option', { name: 'Lien' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lien' });
    await dialog.getByRole('textbox', { name: 'Adresse' }).fill('exemple.fr');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await text(page)).toEqual([
      { insert: 'https://exemple.fr', attributes: { link: 'https://exemple.fr' } },
      { insert: '\n' },
    ]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/ale');
    await page.getByRole('option', { name: 'Aléa' }).click();
    await page.getByRole('textbox', { name: 'Aléa 1' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Aléa 1');
  });

  test('V-46 a sign that is composed, and one without keys of one stroke, only writes', async () => {
    await using page = await write();
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: '/', selectionStart: 1, selectionEnd: 1 });
    expect(await list(page).count()).toBe(0);
    await keyboard.send('Input.insertText', { text: '/' });
    expect(await list(page).count()).toBe(0);
    expect(await text(page)).toEqual([{ insert: '/\n' }]);
    // While a word is composed the keys are for it.
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await list(page).waitFor();
    await keyboard.send('Input.imeSetComposition', { text: 'l', selectionStart: 1, selectionEnd: 1 });
    expect(await options(page)).toEqual(['Liste à puces', 'Liste numérotée', 'Lien']);
    await keyboard.send('Input.insertText', { text: 'li' });
    await page.keyboard.press('Enter');
    expect((await text(page)).at(-1)).toEqual({ insert: '\n', attributes: { list: 'bullet' } });

    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Titre de la situation' }).focus();
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Raccourcis clavier' });
    await dialog.getByText('Sur une ligne vide').waitFor();
    await dialog.getByRole('checkbox', { name: 'Raccourcis d’une seule touche' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Description' }).focus();
    await page.locator('.ProseMirror').waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    expect(await list(page).count()).toBe(0);
    expect(await text(page)).toEqual([{ insert: '/\n\n/\n' }]);
  });

  const mention = (person: string) => ({ insert: '\ufffc', attributes: { mention: person } });

  /** Somebody else writes in the same text. */
  function colleague(page: Page, delta: readonly Op[]): Promise<void> {
    return page.evaluate(
      (delta) =>
        window.atelier.board.colleague('mehdi', { type: 'editText', id: 's3', field: 'description', delta }),
      delta,
    );
  }

  test('V-47 « @ » offers the people of the class; a mention is one place of the text', async () => {
    await using page = await write();
    await page.keyboard.type('a@');
    expect(await list(page).count()).toBe(0);
    await page.keyboard.type('b Voir @');
    expect(await options(page)).toEqual(['Claire K.', 'Mehdi R.']);
    for (const where of ['.ProseMirror', '[role="listbox"]'])
      expect(await violations(page, where)).toEqual([]);
    await page.keyboard.type('mé');
    expect(await options(page)).toEqual(['Mehdi R.']);
    await colleague(page, [{ insert: 'Ici : ' }]);
    expect(await options(page)).toEqual(['Mehdi R.']);
    await page.keyboard.press('Enter');
    await page.keyboard.type('ici');
    expect(await text(page)).toEqual([{ insert: 'Ici : a@b Voir ' }, mention('mehdi'), { insert: ' ici\n' }]);
    const shown = page.locator('.ProseMirror [data-mention]');
    expect(await shown.innerText()).toBe('@Mehdi R.');
    const copied = await page.locator('.ProseMirror').evaluate((editor) => {
      getSelection()?.selectAllChildren(editor);
      document.dispatchEvent(new Event('selectionchange'));
      const clipboardData = new DataTransfer();
      editor.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return [clipboardData.getData('text/plain'), clipboardData.getData('text/html')];
    });
    expect(copied[0]).toBe('Ici : a@b Voir @Mehdi R. ici');
    expect(copied[1]).toContain('>@Mehdi R.</span>');

    await page.keyboard.press('End');
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('ArrowLeft');
    }
    await page.keyboard.type('donc ');
    expect((await text(page))[0]).toEqual({ insert: 'Ici : a@b Voir donc ' });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Backspace');
    expect(await text(page)).toEqual([{ insert: 'Ici : a@b Voir donc  ici\n' }]);
  });

  test.runIf(long)('V-47 Échap, a space and a composition leave « @ » as it is typed', async () => {
    await using page = await write();
    const keyboard = await page.context().newCDPSession(page);
    await page.keyboard.type('@me');
    await list(page).waitFor();
    await page.keyboard.press('Escape');
    expect(await list(page).count()).toBe(0);
    await page.keyboard.type(' @me ');
    expect(await list(page).count()).toBe(0);
    await keyboard.send('Input.imeSetComposition', { text: '@', selectionStart: 1, selectionEnd: 1 });
    expect(await list(page).count()).toBe(0);
    await keyboard.send('Input.insertText', { text: '@' });
    expect(await list(page).count()).toBe(0);
    // Dictation may leave the character of a mention without one.
    await keyboard.send('Input.insertText', { text: ' a\ufffcb' });
    expect(await text(page)).toEqual([{ insert: '@me @me @ ab\n' }]);
  });

  test('V-47 a text that is read says whom it mentions, and is opened where it is pressed', async () => {
    await using page = await pages.open('/classe/b1/situation/s3?editeur');
    await colleague(page, [mention('mehdi'), { insert: ' et ' }, mention('zoe'), { insert: ' liront' }]);
    const read = page.getByRole('textbox', { name: 'Description' });
    expect(await read.innerText()).toBe('@Mehdi R. et @Ancien membre liront');
    const { x, y } = await read.evaluate((box) => {
      const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      while (words.nextNode()?.textContent !== ' liront');
      const letter = document.createRange();
      letter.setStart(words.currentNode, 4);
      letter.setEnd(words.currentNode, 5);
      const { left, top, height } = letter.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    });
    await page.mouse.click(x, y);
    await page.locator('.ProseMirror').waitFor();
    await page.keyboard.type('X');
    expect(await text(page)).toEqual([
      mention('mehdi'),
      { insert: ' et ' },
      mention('zoe'),
      { insert: ' lirXont\n' },
    ]);
  });
});
