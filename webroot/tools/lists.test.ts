import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { narrow, long, Pages, violations } from './atelier/pages.ts';
import { SWIPES, swipes } from './swipes.ts';

const sheet = '/classe/b1/situation/s1';
const list = '/classe/b1?vue=liste';

describe.runIf(long)('moving in lists', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('lists');
  }, 60_000);

  afterAll(() => pages.close());

  const open = async (...args: Parameters<Pages['open']>) => {
    const page = await pages.open(...args);
    page.setDefaultTimeout(15_000);
    return page;
  };

  const acts = (page: Page) => page.evaluate(() => window.atelier.board.acts);
  const etapes = (page: Page, of = 's1') =>
    page.evaluate((id) => window.atelier.board.model.children(id, 'etape').map((one) => one.id), of);
  const situations = (page: Page) =>
    page.evaluate(() => window.atelier.board.model.children('b1', 'situation').map((one) => one.id));
  const grip = (page: Page, id: string) => page.locator(`[data-grip="${id}"]`);
  const said = (page: Page, words: string) =>
    page.getByRole('status').getByText(words).first().waitFor({ state: 'attached' });
  const middle = async (page: Page, id: string) => {
    const box = await grip(page, id).boundingBox();
    if (!box) throw new Error('no handle');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height };
  };
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-grip'));

  test('V-119 an étape is lifted by its handle with keys, told all the way, and put down in one act', async () => {
    await using page = await open(sheet);
    const [first, second, third] = await etapes(page);
    await page.getByRole('button', { name: /^Soulever « Étape 1 :/ }).focus();
    await page.keyboard.press('Space');
    await said(page, 'soulevée, place 1 sur 7');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await said(page, 'place 3 sur 7');
    await page.getByText('ici : « Étape 1').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await acts(page)).toEqual([]);
    await page.keyboard.press('Space');
    expect(await acts(page)).toEqual([[{ type: 'move', id: first, in: 's1', after: third }]]);
    expect((await etapes(page)).slice(0, 3)).toEqual([second, third, first]);
    await expect.poll(() => focused(page)).toBe(first);
    await page.keyboard.press('Space');
    await page.keyboard.press('End');
    await page.keyboard.press('Escape');
    await said(page, 'reste à sa place');
    await page.keyboard.press('Space');
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await said(page, 'reste à sa place');
    expect(await acts(page)).toHaveLength(1);
    // Alt and an arrow still do without lifting.
    await grip(page, first ?? '').press('Alt+ArrowUp');
    expect((await etapes(page)).slice(0, 3)).toEqual([second, first, third]);
  });

  test('V-119 a mouse drags an étape by its handle; Échap leaves it; a press alone does nothing', async () => {
    await using page = await open(sheet);
    const [first, second, third = ''] = await etapes(page);
    await grip(page, first ?? '').scrollIntoViewIfNeeded();
    const from = await middle(page, first ?? '');
    await grip(page, first ?? '').click();
    const pull = async () => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
      const item = await page.locator(`[data-lift-item="${third}"]`).boundingBox();
      if (!item) throw new Error('no étape');
      await page.mouse.move(from.x + 8, item.y + item.height * 0.3, { steps: 5 });
      await page.getByText('ici : « Étape 1').waitFor();
    };
    await pull();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await acts(page)).toEqual([]);
    await pull();
    await page.mouse.up();
    expect(await acts(page)).toEqual([[{ type: 'move', id: first, in: 's1', after: second }]]);
  });

  test('V-119 a situation of the list is moved by keys and by mouse; in the class only as far as it must', async () => {
    await using page = await open(list);
    await grip(page, 's1').press('Space');
    await said(page, 'soulevée, place 1 sur 3');
    await page.keyboard.press('ArrowDown');
    await said(page, 'place 2 sur 3');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Space');
    expect(await acts(page)).toEqual([[{ type: 'move', id: 's1', in: 'b1', after: 's2' }]]);
    await expect.poll(() => focused(page)).toBe('s1');
    const { x, y } = await middle(page, 's3');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 8, y - 8, { steps: 2 });
    const goal = await middle(page, 's2');
    await page.mouse.move(x + 8, goal.y - 12, { steps: 5 });
    await page.getByText('ici : « Sans titre »').waitFor();
    await page.mouse.up();
    expect(await situations(page)).toEqual(['s3', 's2', 's1']);
  });

  test('V-119 what a colleague removes or moves in a list is let go, politely', async () => {
    await using page = await open(sheet);
    const [first = '', second = '', third] = await etapes(page);
    await grip(page, second).press('Space');
    await page.keyboard.press('ArrowDown');
    // What they do to others does not disturb.
    await page.evaluate((id) => window.atelier.board.colleague('mehdi', { type: 'remove', id }), first);
    await page.getByText('ici : « Étape').waitFor();
    await page.evaluate(
      ([id, after]) =>
        window.atelier.board.colleague('mehdi', { type: 'move', id, in: 's1', after: after ?? '' }),
      [second, (await etapes(page)).at(-1)] as const,
    );
    await said(page, 'quelqu’un vient de déplacer « Étape');
    await grip(page, third ?? '').press('Space');
    await page.evaluate(
      (id) => window.atelier.board.colleague('mehdi', { type: 'remove', id: id ?? '' }),
      third,
    );
    await said(page, 'quelqu’un vient de retirer « Étape');
    expect(await acts(page)).toEqual([]);
  });

  test.each([
    ['déroulé', sheet, 'et1', etapes],
    ['list', list, 's1', situations],
  ] as const)(
    'V-119 on a phone swipes over the %s move nothing; a finger that rests lifts',
    async (_name, path, first, order) => {
      await using page = await open(path, { size: narrow, touch: true });
      if (path === sheet) await page.getByRole('button', { name: 'Modifier' }).click();
      else
        await page.evaluate(() => {
          for (let i = 0; i < 30; i++)
            window.atelier.board.colleague('mehdi', {
              type: 'create',
              kind: 'situation',
              id: `n${i}`,
              in: 'b1',
              after: 's3',
              fields: { titre: [{ insert: `Situation ${i}\n` }] },
            });
        });
      await grip(page, first).waitFor();
      const { width, height } = await middle(page, first);
      expect([width, height]).toEqual([44, 44]);
      const before = await order(page);
      const finger = await page.context().newCDPSession(page);
      await grip(page, first).evaluate((handle) => handle.scrollIntoView({ block: 'center' }));
      const { x } = await middle(page, first);
      expect(await swipes(page, finger, x)).toBeGreaterThan(SWIPES / 2);
      expect(await acts(page)).toEqual([]);
      expect(await order(page)).toEqual(before);

      const last = before.at(-1) ?? '';
      await grip(page, last).evaluate((handle) => handle.scrollIntoView({ block: 'center' }));
      // The page may still be gliding from the last swipe.
      await grip(page, last).hover({ trial: true });
      const at = await middle(page, last);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
        finger.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x: at.x, y }],
        });
      await touch('touchStart', at.y);
      await page.locator('.ghost').waitFor();
      for (let step = 1; step <= 6; step++) await touch('touchMove', at.y - step * 40);
      await page.getByText('ici : «').waitFor();
      await touch('touchEnd', at.y - 240);
      await expect.poll(() => acts(page)).toHaveLength(1);
      expect((await acts(page))[0]).toMatchObject([{ type: 'move', id: last }]);
    },
    60_000,
  );

  test('V-120 an étape goes to another situation with what is in it, and back with « Annuler »', async () => {
    await using page = await open(sheet);
    const before = await etapes(page);
    const [, second = '', third] = before;
    await page.evaluate(
      (etape) =>
        window.atelier.board.colleague('mehdi', {
          type: 'create',
          kind: 'proposition',
          id: `${etape}~proposition~mehdi`,
          in: etape,
          fields: { conduitePar: 'Y' },
        }),
      second,
    );
    await page.getByRole('button', { name: 'Actions sur l’étape 2' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Déplacer vers…' }).press('Enter');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByText('Elle quitte cette situation').count()).toBe(0);
    await dialog.getByRole('combobox', { name: 'Situation' }).selectOption({ index: 1 });
    await dialog.getByText('Elle quitte cette situation').waitFor();
    expect(await violations(page, 'dialog')).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Place' }).selectOption('en tête');
    await dialog.getByRole('button', { name: 'Déplacer', exact: true }).press('Enter');
    await said(page, 'est dans « La mairie');
    expect(await acts(page)).toEqual([[{ type: 'move', id: second, in: 's2' }]]);
    expect((await etapes(page, 's2'))[0]).toBe(second);
    expect(await etapes(page)).toEqual(before.filter((id) => id !== second));
    const inside = await page.evaluate((id) => {
      const { model } = window.atelier.board;
      return ['competence', 'proposition'].map((kind) => model.children(id, kind).length);
    }, second);
    expect(inside[0]).toBeGreaterThan(0);
    expect(inside[1]).toBeGreaterThan(0);
    await expect.poll(() => focused(page)).toBe(third);
    await page.keyboard.press('Control+z');
    await expect.poll(() => etapes(page)).toEqual(before);
  });
});
