import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { long, Pages, violations } from './atelier/pages.ts';

describe.runIf(long)('beginning and coming back', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('comingBack');
  }, 60_000);

  afterAll(() => pages.close());

  const open = async (...args: Parameters<Pages['open']>) => {
    const page = await pages.open(...args);
    page.setDefaultTimeout(15_000);
    return page;
  };

  /** What the device keeps of the last visit. */
  const kept = (page: Page) =>
    page.evaluate(async () => {
      const open = indexedDB.open('binome');
      await new Promise((done) => (open.onsuccess = done));
      const read = open.result.transaction('values').objectStore('values').get(['claire', 'seen/b1']);
      await new Promise((done) => (read.onsuccess = done));
      open.result.close();
      return read.result as unknown;
    });

  /** The requests for what has changed. */
  function asked(page: Page): string[] {
    const asks: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/changes')) asks.push(new URL(request.url()).search);
    });
    return asks;
  }

  test('V-121 a first situation begins from a model of its year, told as it is, in one act', async () => {
    await using page = await open('/classe/b2');
    await page.getByRole('button', { name: 'Partir d’un modèle' }).press('Enter');
    const dialog = page.getByRole('dialog');
    const radios = dialog.getByRole('radio');
    await radios.first().waitFor();
    expect(await radios.count()).toBe(1);
    for (const words of ['complexe', 'B1', 'B3', '7 étapes, 660 min'])
      await dialog.getByText(words).first().waitFor();
    const take = dialog.getByRole('button', { name: 'Copier dans cette classe' });
    expect(await take.isDisabled()).toBe(true);
    await radios.first().press('Space');
    expect(await violations(page, 'dialog')).toEqual([]);
    await take.press('Enter');
    await page.getByRole('heading', { level: 1, name: /guichet/ }).waitFor();
    const [act, ...more] = await page.evaluate(() => window.atelier.fresh.acts);
    expect(more).toEqual([]);
    expect(act?.[0]).toMatchObject({ in: 'b2', fields: { status: 'brouillon' } });
    expect(act?.[0]).not.toHaveProperty('fields.weeks');
    expect(act?.[0]).not.toHaveProperty('fields.origine');
    const kinds = (act ?? []).map((one) => ('kind' in one ? one.kind : ''));
    expect(kinds.filter((kind) => kind === 'etape')).toHaveLength(7);
    expect(kinds).not.toContain('accord');
  });

  test('V-121 models of another year or specialty are not offered; a class that has some begins there too', async () => {
    await using page = await open('/classe/b1');
    await page.getByRole('button', { name: 'Partir de…' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Un modèle' }).press('Enter');
    await page.getByRole('dialog').getByRole('radio').first().waitFor();
    expect(await page.getByRole('dialog').getByRole('radio').count()).toBe(1);
  });

  test('V-122 home tells what others have changed since the last visit, and does not take it as seen', async () => {
    await using page = await open('/');
    const line = page.getByText('modifiées par');
    const asks = asked(page);
    await page.reload();
    await page.getByRole('link', { name: '1MA' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    // Never visited on this device: there is nothing to ask for.
    expect(asks).toEqual([]);
    expect(await line.count()).toBe(0);
    await page.getByRole('link', { name: '1MA' }).first().click();
    await page.getByRole('heading', { level: 1, name: '1MA' }).waitFor();
    await expect.poll(() => asks).toEqual(['']);
    await expect.poll(() => kept(page)).toMatchObject({ head: 7 });
    const seen = await kept(page);
    for (let i = 0; i < 2; i++) {
      await page.goto(`${pages.origin}/`);
      await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: '1MA' }) })
        .getByText('2 situations modifiées par Mehdi R. et Ancien membre depuis aujourd’hui à')
        .waitFor();
    }
    expect(asks).toEqual(['', '?since=7', '?since=7']);
    expect(await kept(page)).toEqual(seen);
    expect(await violations(page)).toEqual([]);
  });

  test('V-122 home stops asking when it is left', async () => {
    await using page = await open('/classe/b1');
    await page
      .getByRole('link', { name: /guichet/ })
      .first()
      .waitFor();
    await page.waitForLoadState('networkidle');
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
    // Nobody answers.
    await page.route('**/changes?since=7', () => undefined);
    const began = page.waitForRequest(/changes\?since=7/);
    await page.getByRole('link', { name: 'Accueil' }).first().click();
    await began;
    await page.getByRole('link', { name: 'Le guichet unique' }).first().click();
    await expect.poll(() => failed).toContain('/api/boards/b1/changes');
  });
});
