import { readFile } from 'node:fs/promises';

import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type How, Pages, violations } from './atelier/pages.ts';

const path = '/classe/b3/parcours';

describe('the coverage of a diploma', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('matrix');
  }, 60_000);

  afterAll(() => pages.close());

  const open = (at = path, how?: How) => pages.open(at, how);
  const cell = (page: Page, place: string) => page.locator(`[data-cell="${place}"]`);
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
  const words = async (page: Page, place: string) =>
    (await cell(page, place).innerText()).replaceAll(/\s+/g, ' ').trim();
  const sent = (page: Page) => page.evaluate(() => window.atelier.sales.sent);

  test('V-80 cells say how many, how hard, or what is missing and until when', async () => {
    await using page = await open();
    const table = page.getByRole('grid', { name: /MCV-A/ });
    expect(await table.getByRole('columnheader', { name: /^Première/ }).count()).toBe(1);
    expect(await table.getByRole('rowheader', { name: 'Assurer la veille commerciale' }).count()).toBe(1);
    expect(await words(page, 'mcv-b1-vente-omnicanale/seconde')).toBe('3 situations, courantes');
    expect(await words(page, 'mcv-b1-veille/terminale')).toBe('1 situation, critique');
    expect(await words(page, 'mcv-b2-services-associes/premiere')).toBe(
      '– manque, à couvrir avant le 2 juillet',
    );
    expect(await words(page, 'mcv-b2-satisfaction/premiere')).toBe('1 situation, en projet');
    expect(await words(page, 'mcv-a-b4-operations-prealables/seconde')).toBe('hors compétences communes');
    const suivre = table.getByRole('row', { name: /Suivre les ventes/ });
    expect((await suivre.getByRole('gridcell').allInnerTexts()).map((text) => text.slice(-7))).toEqual([
      '4 sur 4',
      '2 sur 4',
      '3 sur 4',
    ]);
    await page.getByText('13 compétences, 34 cellules couvertes sur 38').waitFor();
    await page
      .getByText('0 à 1 bloc, 0 à 2 blocs, 0 à 3 blocs et 1 à 4 blocs')
      .first()
      .waitFor({ state: 'attached' });
    // What is too late says so.
    await page.evaluate(() => {
      const { sales } = window.atelier;
      const findings = sales.model.insight('findings/b3') ?? [];
      sales.insight({
        'findings/b3': findings.map((finding) =>
          finding.detail.type === 'gap' ? { ...finding, detail: { ...finding.detail, late: true } } : finding,
        ),
      });
    });
    expect(await words(page, 'mcv-b2-services-associes/premiere')).toBe('– manque, trop tard cette année');
  });

  test('V-81, V-137 the cell that a colleague changed glows once and is told, with its author, and no other', async () => {
    await using page = await open();
    await page.evaluate(() => {
      const { sales } = window.atelier;
      const key = 'matrix/mcv-a/mcv-b3-information-client';
      const row = sales.model.insight(key);
      if (!row?.premiere) throw new Error('no row');
      const premiere = {
        ...row.premiere,
        count: 1,
        complexite: 'complexe' as const,
        situations: [{ board: 'b3', situation: 'v1' }],
      };
      sales.insight({ [key]: { ...row, premiere } }, 'mehdi');
    });
    const lit = page.locator('td[data-hue]');
    await lit.waitFor();
    // V-137: who does not see it glow hears of it.
    const heard =
      'Parcours : « Traiter et exploiter l’information ou le contact client » en première, 1 situation';
    await page
      .getByRole('status')
      .getByText(new RegExp(`${heard.replaceAll(' ', String.raw`\s`)}.*\\(Mehdi R\\.\\)`))
      .waitFor({ state: 'attached' });
    expect(await lit.count()).toBe(1);
    expect(await lit.getAttribute('data-hue')).toBe('3');
    expect(await lit.innerText()).toMatch(/1\s+situation,\s+complexe\s+MR/);
    await lit.waitFor({ state: 'detached' });
    expect(await words(page, 'mcv-b3-information-client/premiere')).toBe('1 situation, complexe');
  });

  test('V-82 the keyboard goes through the grid, opens a cell and comes back to it', async () => {
    await using page = await open();
    await cell(page, 'mcv-b1-veille/seconde').focus();
    const walk = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      return focused(page);
    };
    expect(await walk('ArrowRight', 'ArrowDown')).toBe('mcv-b1-vente-omnicanale/premiere');
    // Through the heading of the next bloc, in the same column.
    expect(await walk('ArrowDown', 'ArrowDown')).toBe('bloc/Suivre les ventes');
    expect(await walk('ArrowDown')).toBe('mcv-b2-suivi-commande/premiere');
    expect(await walk('End')).toBe('mcv-b2-suivi-commande/terminale');
    expect(await walk('Home')).toBe('mcv-b2-suivi-commande/seconde');
    expect(await walk('Control+End')).toBe('mcv-a-b4-developper-clientele/terminale');
    expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1);
    expect(await walk('Control+Home', 'ArrowDown', 'ArrowRight')).toBe('mcv-b1-veille/premiere');

    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Assurer la veille commerciale' });
    const link = dialog.getByRole('link', { name: 'Lancer le rayon' });
    expect(await link.getAttribute('href')).toBe('/classe/b3/situation/v1');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('mcv-b1-veille/premiere');
    await cell(page, 'mcv-b1-veille/terminale').press('Enter');
    expect(await dialog.getByRole('link', { name: 'Black Friday' }).getAttribute('href')).toBe(
      '/classe/c-tmcva/situation/n1',
    );
  });

  test('V-82 N goes to the next gap, unfolds its bloc, and writes where single keys are off', async () => {
    await using page = await open();
    await page.getByRole('button', { name: 'Fidéliser la clientèle' }).press('Enter');
    expect(await cell(page, 'mcv-b3-information-client/premiere').count()).toBe(0);
    await cell(page, 'mcv-b1-veille/seconde').focus();
    const seen: (string | null | undefined)[] = [];
    for (let press = 0; press < 5; press++) {
      await page.keyboard.press('n');
      seen.push(await focused(page));
    }
    expect(seen).toEqual([
      'mcv-b2-services-associes/premiere',
      'mcv-b2-services-associes/terminale',
      'mcv-b2-satisfaction/premiere',
      'mcv-b3-information-client/premiere',
      'mcv-b2-services-associes/premiere',
    ]);
    await page.evaluate(() => localStorage.setItem('binome.keys', 'off'));
    await page.reload();
    await cell(page, 'mcv-b1-veille/seconde').focus();
    await page.keyboard.press('n');
    expect(await focused(page)).toBe('mcv-b1-veille/seconde');
    await page.getByRole('button', { name: 'Manque suivant' }).press('Enter');
    expect(await focused(page)).toBe('mcv-b2-services-associes/premiere');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('V-83 « Ajouter ici » creates a situation with the competence envisaged, in one act, and opens it', async () => {
    await using page = await open();
    await page.evaluate(() => {
      const { model } = window.atelier.sales;
      const send = model.send.bind(model);
      let acts = 0;
      model.send = (...commands) => {
        acts += 1;
        document.documentElement.dataset['acts'] = String(acts);
        return send(...commands);
      };
    });
    await cell(page, 'mcv-b3-information-client/premiere').press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Ajouter ici' }).press('Enter');
    await page.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
    const [create, wish, ...more] = await sent(page);
    expect(create).toMatchObject({ type: 'create', kind: 'situation', in: 'b3', after: 'v2' });
    expect(wish).toMatchObject({
      type: 'create',
      kind: 'competenceEnvisagee',
      id: `${create?.id ?? ''}~competenceEnvisagee~mcv-b3-information-client`,
      in: create?.id,
    });
    expect(more).toEqual([]);
    expect(await page.locator('html').getAttribute('data-acts')).toBe('1');
    expect(new URL(page.url()).pathname).toBe(`/classe/b3/situation/${create?.id ?? ''}`);
    await page.getByText('Traiter et exploiter l').first().waitFor();
  });

  test('V-83 other years, and who may only read, have no « Ajouter ici »', async () => {
    await using page = await open();
    await cell(page, 'mcv-b2-services-associes/terminale').press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Ajouter ici' }).count()).toBe(0);

    await using reader = await open();
    const add = reader.getByRole('button', { name: 'Ajouter ici' });
    await add.first().waitFor();
    await reader.evaluate(() => (window.atelier.sales.model.role = 'lecture'));
    await add.first().waitFor({ state: 'detached' });
    await cell(reader, 'mcv-b2-services-associes/premiere').press('Enter');
    await reader.getByRole('dialog').waitFor();
    expect(await add.count()).toBe(0);
  });

  test('V-84 filters are in the address, and as they were on the way back from a sheet', async () => {
    await using page = await open();
    await page.getByRole('combobox', { name: 'Bloc' }).selectOption('2');
    await page.getByRole('button', { name: 'Seulement les manques' }).click();
    await page.getByRole('button', { name: 'Semaines : Première' }).click();
    const rows = () => page.getByRole('rowheader').allInnerTexts();
    const narrowed = [
      'Mettre en œuvre le ou les services associés',
      'S’assurer de la satisfaction du client',
    ];
    expect((await rows()).slice(1)).toEqual(narrowed);
    const address = page.url();
    expect(new URL(address).search).toBe('?bloc=2&manques=seuls&semaines=premiere');
    await cell(page, 'mcv-b2-satisfaction/premiere').press('Enter');
    await page.getByRole('dialog').getByRole('link', { name: 'Écouter les clients' }).press('Enter');
    await page.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.goBack();
    await page.getByRole('grid').waitFor();
    expect(page.url()).toBe(address);
    expect((await rows()).slice(1)).toEqual(narrowed);
    expect(
      await page.getByRole('button', { name: 'Seulement les manques' }).getAttribute('aria-pressed'),
    ).toBe('true');
  });

  test('V-85 the list has the most urgent gap first, and is what a phone shows first', async () => {
    await using page = await open(path, { size: { width: 320, height: 720 } });
    const items = page.getByRole('main').locator('section li');
    const gaps = (await items.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
    expect(
      gaps.map((text) => /(Première|Terminale), [^.]*\. À couvrir avant le ([^.]*)\./.exec(text)?.slice(1)),
    ).toEqual([
      ['Terminale', '4 juin'],
      ['Première', '2 juillet'],
      ['Première', '2 juillet'],
      ['Première', '2 juillet'],
    ]);
    expect(gaps[1]).toContain('Travaillée en seconde.');
    expect(gaps[2]).toContain('Une situation en projet la prévoit.');
    // A gap that is set aside keeps its reason.
    await page.evaluate(() => {
      const { sales } = window.atelier;
      const findings = sales.model.insight('findings/b3') ?? [];
      const setAside = { id: 'e1', reason: 'vu avec la PFMP', by: 'mehdi', on: '2026-11-20' };
      sales.insight({
        'findings/b3': findings.map((finding, at) => (at === 0 ? { ...finding, setAside } : finding)),
      });
    });
    await items.nth(1).getByText('Écarté : vu avec la PFMP').waitFor();
    expect(await page.getByText('Écarté').count()).toBe(1);
    expect(await items.first().getByRole('link').getAttribute('href')).toContain('/classe/c-tmcva/parcours');
    await page.getByRole('button', { name: 'Matrice' }).press('Enter');
    expect(await page.getByRole('columnheader').count()).toBe(2);
    await page.getByRole('combobox', { name: 'Année' }).selectOption('Terminale');
    await page.getByRole('columnheader', { name: /^Terminale/ }).waitFor();
    await page.getByRole('button', { name: 'Liste des manques' }).press('Enter');
    await items.nth(1).getByRole('button', { name: 'Ajouter ici' }).press('Enter');
    expect((await sent(page)).map(({ id }) => id.replace(/^[^~]*/, ''))).toEqual([
      '',
      '~competenceEnvisagee~mcv-b2-services-associes',
    ]);
  });

  test('V-86 a cell tells what the promotion did before; a common competence what it prepares', async () => {
    await using page = await open();
    await cell(page, 'mcv-b2-services-associes/premiere').press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2025-2026 : 1 situation, courante').waitFor();
    await page.keyboard.press('Escape');

    await using seconde = await open('/classe/b2/parcours');
    expect(await seconde.getByRole('rowheader').count()).toBe(12);
    await seconde.getByText('MCV-B (PVOC) : pas encore').waitFor();
    await cell(seconde, 'sec-reclamation/seconde').press('Enter');
    for (const label of ['Gérer les conflits', 'Gérer les réclamations', 'Traiter les retours'])
      await seconde.getByRole('dialog').getByText(label).first().waitFor();
    await seconde.getByRole('dialog').getByRole('link', { name: 'MA', exact: true }).press('Enter');
    await seconde.getByRole('dialog').waitFor({ state: 'detached' });
    await cell(seconde, 'ma-b1-conflits/seconde').press('Enter');
    await seconde.getByText('On y vient par').or(seconde.getByText('on y vient par')).waitFor();
    await seconde.getByRole('dialog').getByRole('button', { name: 'Ajouter ici' }).press('Enter');
    const ids = await seconde.evaluate(() => window.atelier.fresh.sent.map(({ id }) => id));
    expect(ids.map((id) => id.replace(/^[^~]*/, ''))).toEqual(['', '~competenceEnvisagee~sec-reclamation']);
  });

  async function taken(page: Page, line: string): Promise<Download> {
    await page.getByRole('button', { name: 'Exporter' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: line }).click();
    return download;
  }

  /** What the screen shows, as the lines of a file. */
  async function onScreen(page: Page): Promise<string[][]> {
    const texts = await page
      .locator('tbody tr:not(.heading)')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.querySelector('th')?.innerText.trim() ?? '',
          ...[...row.querySelectorAll('td')].flatMap((td) => [
            td.querySelector<HTMLElement>('.count')?.innerText ?? '',
            td.querySelector<HTMLElement>('.word')?.innerText ?? '',
          ]),
        ]),
      );
    return texts;
  }

  test('V-87 CSV and XLSX have the numbers and words of the screen, and name nobody', async () => {
    await using page = await open();
    const shown = await onScreen(page);
    expect(shown).toHaveLength(13);
    const csv = await taken(page, 'CSV');
    expect(csv.suggestedFilename()).toBe('couverture-mcv-a-2026-2027.csv');
    const text = await readFile(await csv.path(), 'utf8');
    expect(text.startsWith('\ufeffBloc;')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(';').slice(2))).toEqual(shown);
    expect(lines[0]).toContain('Première, 1MCV-A – situations;Première, 1MCV-A – lecture');

    const xlsx = await taken(page, 'XLSX');
    expect(xlsx.suggestedFilename()).toBe('couverture-mcv-a-2026-2027.xlsx');
    const files = unzipSync(await readFile(await xlsx.path()));
    const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const strings = [...xml('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, value]) => value,
    );
    const rows = [...xml('xl/worksheets/sheet1.xml').matchAll(/<row .*?<\/row>/gs)].map(([row]) => {
      const values: string[] = Array<string>(9).fill('');
      for (const [, column = '', attributes = '', value = ''] of row.matchAll(
        /<c r="([A-Z])\d+"([^>]*)>(?:<v>([^<]*)<\/v>)?<\/c>/g,
      ))
        values[column.charCodeAt(0) - 65] = attributes.includes('t="s"')
          ? (strings[Number(value)] ?? '')
          : value;
      return values;
    });
    const plain = (value: string) => value.replaceAll('&apos;', "'").replaceAll('&#39;', "'");
    expect(rows.slice(1).map((row) => row.slice(2).map(plain))).toEqual(shown);
    for (const name of ['Claire', 'Mehdi', 'Sophie']) {
      expect(text).not.toContain(name);
      for (const content of Object.values(files)) expect(strFromU8(content)).not.toContain(name);
    }
  });

  test('V-87 only what the filters leave is exported, and paper is one A3 page', async () => {
    await using page = await open(`${path}?bloc=2&manques=seuls`);
    const csv = await taken(page, 'CSV');
    const text = await readFile(await csv.path(), 'utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(3);
    await page.goto(pages.origin + path);
    await page.getByRole('grid').waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Exporter' }).count()).toBe(0);
  });

  test('V-88 each year opens to its weeks, told in dates as well', async () => {
    await using page = await open();
    await page.getByRole('button', { name: 'Semaines : Première' }).press('Enter');
    const strip = (competence: string, year: string) =>
      cell(page, `${competence}/${year}`).locator('xpath=ancestor::td/following-sibling::td[1]');
    const own = (competence: string) => strip(competence, 'premiere');
    expect(await own('mcv-b1-veille').locator('.worked').count()).toBe(4);
    expect(await own('mcv-b1-veille').locator('.said').innerText()).toMatch(/21\ssept\. – 16\soct\./);
    expect(await own('mcv-b2-satisfaction').locator('.drafts').count()).toBe(2);
    expect(await own('mcv-b2-services-associes').innerText()).toBe('sans semaine');
    expect(await own('mcv-b1-veille').locator('.pfmp').count()).toBe(8);
    expect(await violations(page)).toEqual([]);

    await page.evaluate(() =>
      window.atelier.sales.insight({
        'annees/c-tmcva': {
          label: 'TMCV-A',
          year: 'terminale',
          pfmps: [{ start: '2026-11-02', end: '2026-11-13' }],
          situations: [
            { id: 'n1', titre: 'Black Friday', start: '2026-11-16', end: '2026-11-27', ready: true },
          ],
        },
      }),
    );
    await page.getByRole('button', { name: 'Semaines : Terminale' }).press('Enter');
    const later = strip('mcv-b1-veille', 'terminale');
    expect(await later.locator('.worked').count()).toBe(2);
    expect(await later.locator('.pfmp').count()).toBe(2);
    expect(await later.locator('.said').innerText()).toMatch(/16\s–\s27\snov\./);
    expect(await page.getByRole('columnheader', { name: /Semaines de Première/ }).count()).toBe(0);
  });

  test('V-89 where there is less room the words are said and not shown', async () => {
    await using page = await open(path, { size: { width: 900, height: 800 } });
    const word = cell(page, 'mcv-b1-veille/premiere').locator('.word');
    expect((await word.boundingBox())?.width).toBeLessThanOrEqual(1);
    await page
      .getByRole('button', { name: /^1\s+situation,\s+complexe/ })
      .first()
      .waitFor();
    await page.getByRole('list', { name: 'Légende' }).getByText('complexe').waitFor();
  });
});
