import { readFileSync } from 'node:fs';

import ICAL from 'ical.js';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { long, Pages, violations } from './atelier/pages.ts';

const year = '/classe/b1/calendrier';

describe('the year of a class', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('calendrier');
  }, 60_000);

  afterAll(() => pages.close());

  async function open(path = year) {
    const page = await pages.open(path);
    page.setDefaultTimeout(8000);
    return page;
  }
  const acts = (page: Page) => page.evaluate(() => window.atelier.board.acts);
  const bar = (page: Page, title: string | RegExp) => page.getByRole('button', { name: title }).first();
  const said = (page: Page) => page.getByRole('status');
  const weeks = (page: Page, id: string) =>
    page.evaluate((of) => window.atelier.board.model.entity(of)?.fields['weeks'], id);

  async function drag(page: Page, from: Locator, by: number, end = false): Promise<void> {
    const box = await from.boundingBox();
    if (!box) throw new Error('the bar is not on the page');
    const x = end ? box.x + box.width - 3 : box.x + 12;
    await page.mouse.move(x, box.y + box.height - 8);
    await page.mouse.down();
    await page.mouse.move(x + by / 2, box.y + box.height - 8);
    await page.mouse.move(x + by, box.y + box.height - 8);
  }

  test('V-100 the agenda has what the grid has, and the address keeps the view', async () => {
    await using page = await open();
    const inGrid = await page
      .getByRole('region', { name: 'Année de la classe' })
      .locator('[data-id]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-id') ?? ''));
    expect(inGrid.toSorted()).toContain('s1');
    await page.getByRole('button', { name: 'Agenda', exact: true }).click();
    await page.getByRole('heading', { name: 'septembre 2026' }).waitFor();
    expect(new URL(page.url()).searchParams.get('vue')).toBe('agenda');
    const listed = await page
      .locator('li[data-id]:not(.vacances, .ferie)')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-id') ?? ''));
    expect(listed.toSorted()).toEqual(inGrid.toSorted());
    await page.reload();
    await page.getByRole('heading', { name: 'septembre 2026' }).waitFor();
  });

  test('V-100 a situation without weeks is placed from « Sans date »', async () => {
    await using page = await open();
    await page.getByRole('button', { name: 'Placer « La mairie prépare' }).click();
    const dialog = page.getByRole('dialog', { name: 'Choisir les semaines' });
    await dialog.getByLabel('Première semaine').fill('2026-11-18');
    await page.keyboard.press('Enter');
    // The server would refuse it: it is said here, and nothing is sent.
    await dialog.getByText('Pas ici : la classe est en entreprise (PFMP 1).').waitFor();
    await dialog.getByLabel('Première semaine').fill('2027-01-13');
    await page.keyboard.press('Enter');
    await bar(page, /^La mairie prépare.*du 11 janvier au 15 janvier 2027/).waitFor();
    expect(await acts(page)).toEqual([
      [{ type: 'setField', id: 's2', field: 'weeks', value: { start: '2027-01-11', end: '2027-01-15' } }],
    ]);
  });

  test('V-101 by keys: Espace lifts, arrows move and resize, Échap gives up, Espace drops', async () => {
    await using page = await open();
    const one = bar(page, /^Le guichet unique/);
    await one.focus();
    await page.keyboard.press('Space');
    await said(page).getByText('est saisie').waitFor();
    await page.keyboard.press('ArrowRight');
    await said(page).getByText('du 28 septembre au 16 octobre 2026').waitFor();
    await page.keyboard.press('ArrowRight');
    await said(page).getByText('Enjambe les vacances (Toussaint)').waitFor();
    await page.keyboard.press('Escape');
    await said(page).getByText('est revenue à sa place').waitFor();
    expect(await acts(page)).toEqual([]);

    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Space');
    expect(await acts(page)).toEqual([
      [{ type: 'setField', id: 's1', field: 'weeks', value: { start: '2026-09-14', end: '2026-09-25' } }],
    ]);
    expect(await one.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+z');
    expect(await weeks(page, 's1')).toEqual({ start: '2026-09-21', end: '2026-10-09' });
    expect(await violations(page)).toEqual([]);
  });

  test('V-101 over a period in companies it is said before, and not dropped', async () => {
    await using page = await open();
    await bar(page, /^Le standard/).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await said(page).getByText('Pas ici : la classe est en entreprise (PFMP 1)').waitFor();
    await page.keyboard.press('Space');
    expect(await acts(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    expect((await acts(page)).length).toBe(1);
  });

  test('V-101 what a colleague takes away is no longer in the hand', async () => {
    await using page = await open();
    await bar(page, /^Paniers/).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.evaluate(() => window.atelier.board.colleague('mehdi', { type: 'remove', id: 's6' }));
    await said(page).getByText('vient d’être retirée').waitFor();
    await page.keyboard.press('Space');
    expect(await acts(page)).toEqual([]);
  });

  test('V-101 a mouse moves a bar and its end, Échap puts it back; a click opens the menu', async () => {
    await using page = await open();
    const one = bar(page, /^Paniers/);
    const week = ((await one.boundingBox())?.width ?? 0) / 3;
    await drag(page, one, week);
    await said(page).getByText('du 25 janvier au 12 février').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await acts(page)).toEqual([]);
    await drag(page, one, week);
    await page.mouse.up();
    await drag(page, one, -week, true);
    await page.mouse.up();
    const set = (start: string, end: string) => [
      { type: 'setField', id: 's6', field: 'weeks', value: { start, end } },
    ];
    expect(await acts(page)).toEqual([set('2027-01-25', '2027-02-12'), set('2027-01-25', '2027-02-05')]);
    expect(await page.getByRole('menu').count()).toBe(0);
    await one.click();
    await page.getByRole('menuitem', { name: 'Une semaine plus tard' }).waitFor();
    // Onto the period in companies: back to where it was.
    await page.keyboard.press('Escape');
    await drag(page, bar(page, /^Le standard/), -2 * week);
    await page.mouse.up();
    await said(page)
      .getByText(/Pas ici.*revenue à sa place/)
      .waitFor();
    expect((await acts(page)).length).toBe(2);
  });

  test.runIf(long)(
    'V-136 a finger that rests lifts a bar, and the year comes along; a swipe moves nothing',
    async () => {
      await using page = await pages.open('/classe/b1/calendrier', {
        size: { width: 800, height: 900 },
        touch: true,
      });
      page.setDefaultTimeout(8000);
      const finger = await page.context().newCDPSession(page);
      const touch = (
        type: 'touchStart' | 'touchMove' | 'touchEnd',
        ...touchPoints: { x: number; y: number }[]
      ) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
      const one = bar(page, /^Paniers/);
      const frame = page.getByRole('region', { name: 'Année de la classe' });
      const scrolled = () => frame.evaluate((element) => element.scrollLeft);
      /** In the middle of the year that shows, once what a swipe set going has come to rest. */
      const centre = async () => {
        let last = Number.NaN;
        await expect
          .poll(async () => {
            const still = last === (last = await scrolled());
            return still;
          })
          .toBe(true);
        await one.evaluate((element) => {
          element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        });
      };
      await centre();
      const at = async () => {
        const box = await one.boundingBox();
        if (!box) throw new Error('the bar is not on the page');
        return { x: box.x + box.width / 2, y: box.y + box.height - 10, week: box.width / 3 };
      };
      // A swipe that begins on it.
      const swiped = await at();
      const before = await scrolled();
      await touch('touchStart', swiped);
      for (const step of [1, 2, 3, 4]) await touch('touchMove', { x: swiped.x + 40 * step, y: swiped.y });
      await touch('touchEnd');
      expect(await acts(page)).toEqual([]);
      await expect.poll(scrolled).not.toBe(before);

      // Held, then a second finger, then Échap: both leave it where it was.
      await centre();
      for (const giveUp of [
        async ({ x, y }: { x: number; y: number }) => {
          await touch('touchStart', { x, y }, { x: x - 120, y: y + 60 });
        },
        () => page.keyboard.press('Escape'),
      ]) {
        const { x, y, week } = await at();
        await touch('touchStart', { x, y });
        await said(page).getByText('est saisie').waitFor();
        await touch('touchMove', { x: x + week, y });
        await giveUp({ x: x + week, y });
        await said(page).getByText('est revenue à sa place').waitFor();
        await touch('touchEnd');
        expect(await acts(page)).toEqual([]);
      }

      const { x, y, week } = await at();
      await touch('touchStart', { x, y });
      await said(page).getByText('est saisie').waitFor();
      await touch('touchMove', { x: x + week, y });
      await said(page).getByText('du 25 janvier au').waitFor();
      // Towards the end of the frame the year scrolls under the finger.
      const edge = await frame.boundingBox();
      const from = await scrolled();
      await touch('touchMove', { x: (edge?.x ?? 0) + (edge?.width ?? 0) - 8, y });
      await expect.poll(scrolled).toBeGreaterThan(from);
      // Away from the edge it rests, and the weeks are those under the finger.
      await touch('touchMove', { x: x - 60, y });
      const now = await scrolled();
      await touch('touchMove', { x: x - (now - from) + 2 * week, y });
      await said(page).getByText('du 1er février au').waitFor();
      await touch('touchEnd');
      await expect.poll(() => acts(page)).toHaveLength(1);
      const moved = (await acts(page))[0]?.[0];
      expect(moved).toMatchObject({ id: 's6', field: 'weeks', value: { start: '2027-02-01' } });
      // It was not pressed.
      expect(await page.getByRole('menu').isVisible()).toBe(false);
    },
  );

  test('V-102 all that follows goes a week later as one act, which says what it runs into', async () => {
    await using page = await open();
    await bar(page, /^La médiathèque/).click();
    await page.getByRole('menuitem', { name: 'Décaler tout ce qui suit…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Décaler tout ce qui suit' });
    const lines = dialog.getByRole('list', { name: 'Ce qui change' }).getByRole('listitem');
    expect(await lines.count()).toBe(4);
    await lines.filter({ hasText: 'La médiathèque' }).getByText('enjambe les vacances (Toussaint)').waitFor();
    expect(await violations(page, 'dialog')).toEqual([]);
    await dialog.getByLabel('Sens').selectOption('une semaine plus tôt');
    await lines.filter({ hasText: 'Le standard' }).getByText('passe de l’autre côté de PFMP 1').waitFor();
    await dialog.getByLabel('Sens').selectOption('une semaine plus tard');
    await dialog.getByRole('button', { name: 'Décaler 4 situations' }).click();
    const before = await acts(page);
    expect(before.map((act) => act.map(({ id }) => id))).toEqual([['s4', 's5', 's6', 's7']]);
    expect(await weeks(page, 's4')).toEqual({ start: '2026-10-12', end: '2026-11-06' });
    await page.getByRole('status').getByText('4 situations décalées').waitFor();
    await page.keyboard.press('Control+z');
    expect(await weeks(page, 's4')).toEqual({ start: '2026-10-05', end: '2026-10-16' });
    expect(await weeks(page, 's7')).toEqual({ start: '2027-03-15', end: '2027-04-02' });
  });

  test('V-102 what no longer fits in the year is refused with the reason', async () => {
    await using page = await open();
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', {
        type: 'setField',
        id: 's7',
        field: 'weeks',
        value: { start: '2027-06-21', end: '2027-07-02' },
      }),
    );
    await bar(page, /^Paniers/).click();
    await page.getByRole('menuitem', { name: 'Décaler tout ce qui suit…' }).click();
    await page.getByText('Impossible : une situation ne tient plus dans l’année').waitFor();
    expect(await page.getByRole('button', { name: 'Décaler 2 situations' }).isDisabled()).toBe(true);
  });

  test('V-103 a period in companies is added, moved and put in the bin; what would be refused is said in place', async () => {
    await using page = await open();
    await page.getByText('8 semaines sur 8 cette année').waitFor();
    await page.getByText('règles du document source').waitFor();
    await page.getByRole('button', { name: 'Mettre à la corbeille : PFMP 2' }).click();
    await page.getByText(': reste 4 semaines').waitFor();
    await page.getByRole('button', { name: 'Ajouter une période' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ajouter une période' });
    const ask = async (from: string, to: string) => {
      await dialog.getByLabel('Première semaine').fill(from);
      await dialog.getByLabel('Dernière semaine').fill(to);
      await dialog.getByRole('button', { name: 'Choisir ces semaines' }).click();
    };
    await ask('2027-02-08', '2027-02-22');
    await dialog.getByText('pendant les vacances (Hiver)').waitFor();
    await ask('2026-12-01', '2026-12-02');
    await dialog.getByText('déjà en entreprise (PFMP 1)').waitFor();
    await ask('2027-03-15', '2027-03-20');
    await dialog.getByText('« Une réclamation qui remonte à la direction »').waitFor();
    expect((await acts(page)).length).toBe(1);
    await ask('2027-05-19', '2027-06-04');
    await dialog.waitFor({ state: 'detached' });
    expect((await acts(page)).at(-1)).toMatchObject([
      { type: 'create', kind: 'pfmp', fields: { weeks: { start: '2027-05-17', end: '2027-06-04' } } },
    ]);
    await page.getByText(': reste 1 semaine').waitFor();
  });

  test('V-103 only the direction validates; a period says who has, or that it is proposed', async () => {
    await using page = await open();
    await page.getByText('Validée par Sophie B.').waitFor();
    await page.getByText('Proposée par l’équipe').waitFor();
    expect(await page.getByRole('button', { name: /^Valider/ }).count()).toBe(0);
    await page.evaluate(() =>
      window.atelier.board.colleague('sophie', {
        type: 'create',
        kind: 'direction',
        id: 'b1~direction~claire',
        in: 'b1',
        fields: {},
      }),
    );
    await page.getByRole('button', { name: 'Valider PFMP 2' }).click();
    expect(await acts(page)).toEqual([
      [{ type: 'create', kind: 'validation', id: 'p2~validation~claire', in: 'p2', fields: {} }],
    ]);
  });

  test('V-103 a window in a period in companies says so; in seconde none is certificative', async () => {
    await using page = await open();
    await page.getByRole('button', { name: 'Changer les semaines : Bilan de mi-parcours' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Première semaine').fill('2027-05-10');
    await dialog.getByLabel('Dernière semaine').fill('2027-05-18');
    await page.keyboard.press('Enter');
    await page.getByText('rencontrent une période en entreprise (PFMP 2)').waitFor();
    const nature = page.getByLabel('Nature de « Bilan de mi-parcours »');
    expect(await nature.getByRole('option').count()).toBe(3);
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', {
        type: 'setField',
        id: 'b1',
        field: 'year',
        value: 'seconde',
      }),
    );
    expect(await nature.getByRole('option').allTextContents()).toEqual(['à choisir', 'formative']);
    await page.getByRole('button', { name: 'Ajouter les trois objectifs de seconde : PFMP 1' }).click();
    expect((await acts(page)).at(-1)?.length).toBe(3);
    await page.getByRole('textbox', { name: 'Objectif 4 de PFMP 1' }).waitFor();
  });

  test('V-104 the ICS file has what the agenda has, holidays only when asked, and nobody’s name', async () => {
    await using page = await open();
    const save = async (holidays: boolean) => {
      await page.getByRole('button', { name: 'Exporter' }).click();
      await page.getByRole('menuitem', { name: 'Vers un agenda' }).click();
      const dialog = page.getByRole('dialog');
      if (holidays) await dialog.getByRole('checkbox').check();
      const download = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('1ma-2026-2027.ics');
      const text = readFileSync(await file.path(), 'utf8');
      return new ICAL.Component(ICAL.parse(text) as string[]).getAllSubcomponents('vevent');
    };
    const events = await save(false);
    const summaries = events.map((event) => String(event.getFirstPropertyValue('summary')));
    expect(summaries).toHaveLength(15);
    expect(summaries.filter((words) => /Claire|Mehdi|Sophie|Vacances|férié/.test(words))).toEqual([]);
    expect((await save(true)).length).toBeGreaterThan(15);
  });

  test('V-105 the other classes of the parcours stand below in the order of the years, to read and to go to', async () => {
    await using page = await open();
    const rows = page.getByRole('region', { name: 'Année de la classe' }).getByRole('group');
    const names = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')));
    expect(names.slice(0, 3)).toEqual([
      '1MA, PFMP 4\u00a0+\u00a04',
      '2MRC, PFMP 3',
      'TMA, PFMP 4\u00a0+\u00a04',
    ]);
    expect(await rows.nth(2).getByRole('button').count()).toBe(0);
    const link = rows.nth(2).getByRole('link', { name: /^Panne à l’hôpital/ });
    expect(await link.getAttribute('href')).toBe('/classe/b9/situation/x1');
  });

  test('V-161 a seconde lists the places for its students by the univers they open, as the address says', async () => {
    await using page = await open('/classe/b2/calendrier');
    const lieux = page.getByRole('region', { name: 'Lieux d’accueil' });
    await lieux.getByText('Aucun lieu pour l’instant.').waitFor();
    await lieux.getByRole('button', { name: 'Ajouter un lieu' }).click();
    await page.keyboard.type('Mairie de Valsol');
    await lieux.getByRole('textbox', { name: 'Type d’organisation de « Mairie de Valsol »' }).fill('mairie');
    await lieux
      .getByRole('combobox', { name: 'Statut de « Mairie de Valsol »' })
      .selectOption({ label: 'publique' });
    const opens = lieux.getByRole('list', { name: 'Métiers explorés à « Mairie de Valsol »' });
    await opens.getByRole('checkbox', { name: 'MA', exact: true }).check();

    await lieux.getByRole('button', { name: /^MCV-A.* : 0$/ }).click();
    expect(new URL(page.url()).searchParams.get('lieux')).toBe('mcv-a');
    await lieux.getByText('Aucun lieu pour ces métiers.').waitFor();
    // What is added among them is one of them.
    await lieux.getByRole('button', { name: 'Ajouter un lieu' }).click();
    await page.keyboard.type('Le Bocal');
    await lieux.getByRole('button', { name: /^MCV-A.* : 1$/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    const made = await page.evaluate(() => {
      const { model } = window.atelier.fresh;
      return model.children(model.id, 'organisation').map(({ id, fields }) => ({
        ...fields,
        univers: model.children(id, 'organisationUnivers').map((one) => one.id.split('~').at(-1)),
      }));
    });
    expect(made).toEqual([{ statut: 'publique', univers: ['ma'] }, { univers: ['mcv-a'] }]);
  });
});
