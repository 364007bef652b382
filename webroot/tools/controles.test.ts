import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Pages, violations } from './atelier/pages.ts';

const sheet = '/classe/b1/situation/s1';

describe('the checks beside the sheet', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('controles');
  }, 60_000);

  afterAll(() => pages.close());

  test('V-110, V-137 what is found stands beside the sheet, changes while one writes, and leads to where it is mended', async () => {
    await using page = await pages.open(sheet);
    const panel = page.getByRole('complementary', { name: 'Contrôles 2' });
    await panel.getByRole('button', { name: /^Choisir qui la mène : Étape 7/ }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Professeur X/,
    );
    await panel.getByRole('button', { name: /^Choisir une visée/ }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      'Exigences de l’accueil',
    );

    await page.evaluate(() => {
      const { board } = window.atelier;
      const standing = (board.model.insight('findings/s1') ?? []).slice(1);
      board.insight({ 'findings/s1': standing }, 'mehdi');
    });
    await page.getByRole('complementary', { name: 'Contrôles 1' }).waitFor();
    // V-137: who does not see the panel change hears of it.
    const told = page.getByRole('status').getByText(/^Contrôles\s: un point reste \(Mehdi R\.\)/);
    await told.waitFor({ state: 'attached' });
    expect(await page.getByText('personne ne la mène encore').count()).toBe(0);
    await page.getByText('8 contrôles sans remarque').click();
    expect(await page.getByText('Chaque étape d’une situation dit qui la mène').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test('V-111 a finding is set aside with a reason, and taken up again', async () => {
    await using page = await pages.open(sheet);
    await page.getByRole('button', { name: /^Écarter : Aucune exigence/ }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Écarter ce constat' });
    await dialog.getByRole('button', { name: 'Écarter' }).click();
    await dialog.getByText('Écrivez la raison en quelques mots.').waitFor();
    expect(await violations(page, 'dialog')).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Raison' }).fill('  Vu en  PFMP ');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const sent = () => page.evaluate(() => window.atelier.board.sent.at(-1));
    expect(await sent()).toMatchObject({
      type: 'create',
      kind: 'ecarte',
      in: 'b1',
      fields: { constat: 'MA-VISEES~s1', raison: [{ insert: 'Vu en PFMP\n' }], par: 'claire' },
    });

    await page.getByText('1 constat écarté').click();
    expect(
      await page.getByText(/Écarté par Mehdi R. le 20.novembre.: attend la fiche de juin/).isVisible(),
    ).toBe(true);
    // It is on the board of the server; here only the asking is seen.
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', {
        type: 'create',
        kind: 'ecarte',
        id: 'ecarte1',
        in: 'b1',
        fields: { constat: 'HOR-SITUATION-DABORD~s1' },
      }),
    );
    await page.getByRole('button', { name: /^Reprendre : Sans étape/ }).press('Enter');
    expect(await sent()).toEqual({ type: 'remove', id: 'ecarte1' });
  });

  test('V-111 nobody sets aside what must be corrected, nor anything without the right to write', async () => {
    await using page = await pages.open(sheet);
    const aside = page.getByRole('button', { name: /^Écarter : / });
    expect(await aside.count()).toBe(2);
    await page.evaluate(() => {
      const { board } = window.atelier;
      const said = board.model.insight('findings/s1') ?? [];
      board.insight({ 'findings/s1': said.map((one) => ({ ...one, level: 'error' as const })) });
    });
    await page.getByText('À corriger').first().waitFor();
    expect(await aside.count()).toBe(0);
    await page.evaluate(() => {
      const { board } = window.atelier;
      const said = board.model.insight('findings/s1') ?? [];
      board.insight({ 'findings/s1': said.map((one) => ({ ...one, level: 'info' as const })) });
      board.model.role = 'lecture';
    });
    await page.getByText('Pour information').first().waitFor();
    expect(await aside.count()).toBe(0);
  });

  test('V-125 a class says what is found of it as a whole; gaps and periods are counted and lead to their pages', async () => {
    await using page = await pages.open('/classe/b1');
    await page.evaluate(() => {
      const of = (rule: string, todo: 'coverCompetence' | 'planPfmp' | 'reviewEquipe', detail: object) => ({
        id: `${rule}~b1`,
        rule,
        source: 'seed',
        level: 'warn' as const,
        place: { board: 'b1', entity: 'b1' },
        todo,
        detail: detail as { type: 'persons'; persons: string[] },
      });
      window.atelier.board.insight({
        'findings/b1': [
          of('BIN-DEUX', 'reviewEquipe', { type: 'persons', persons: ['sophie'] }),
          of('SPI-CHAQUE-ANNEE', 'coverCompetence', { type: 'gap', competence: 'ma-b1-flux', drafts: 0 }),
          of('PFMP-PRE-WEEKS', 'planPfmp', { type: 'weeksOf', ruleset: 'seed-2019', weeks: 5, of: 8 }),
        ],
      });
    });
    const part = page.getByRole('region', { name: 'Contrôles de la classe' });
    await part.getByText('Un troisième professeur de vente : Sophie B.').first().waitFor();
    expect(await part.getByRole('listitem').count()).toBe(1);
    expect(await part.getByText('1 compétence manque cette année.').isVisible()).toBe(true);
    expect(await part.getByRole('link', { name: 'Voir le parcours' }).getAttribute('href')).toBe(
      '/classe/b1/parcours',
    );
    expect(await part.getByRole('link', { name: 'Voir le calendrier' }).getAttribute('href')).toBe(
      '/classe/b1/calendrier',
    );
    expect(await violations(page)).toEqual([]);
  });

  test('V-115 the hours of the binôme: the volume, each one’s share, and what is beyond one’s service', async () => {
    await using page = await pages.open('/classe/b1');
    const hours = page.getByRole('region', { name: 'Heures du binôme' });
    await hours.getByText('rien, tout est réparti').waitFor();
    expect(await hours.getByText('0 h 30 au-dessus du service').isVisible()).toBe(true);
    expect(await hours.getByText('1MA 5 h 30 et 2MRC 13 h').isVisible()).toBe(true);
    await hours.getByRole('textbox', { name: 'Heures de Mehdi dans l’année' }).fill('130');
    expect(await page.evaluate(() => window.atelier.board.sent.at(-1))).toEqual({
      type: 'setField',
      id: 'bi1',
      field: 'hoursY',
      value: 130,
    });
    await page.evaluate(() => {
      const { board } = window.atelier;
      const hours = board.model.insight('hours');
      if (hours) board.insight({ hours: { ...hours, hoursY: 130 } });
    });
    await hours.getByText('10 h', { exact: true }).waitFor();
    await hours.getByRole('textbox', { name: 'Heures de Claire dans l’année' }).fill('12,5');
    await hours.getByRole('alert').getByText('Un nombre entier d’heures').waitFor();
    await hours
      .getByRole('combobox', { name: 'Qui prend l’économie-droit' })
      .selectOption('un autre collègue');
    expect(await page.evaluate(() => window.atelier.board.sent.at(-1))).toMatchObject({ value: 'autre' });
    expect(await violations(page)).toEqual([]);
  });

  test('V-112 a situation says what it builds on, what that has changed, and is linked to more', async () => {
    await using page = await pages.open(sheet);
    const part = page.getByRole('region', { name: 'Réinvestit' });
    expect(await part.getByRole('link', { name: 'Un samedi matin à l' }).getAttribute('href')).toBe(
      '/classe/b2/situation/s21',
    );
    await part.getByText('Comparer').click();
    const row = part.getByRole('row', { name: /Type d’organisation/ });
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'bibliothèque',
      'collectivité territoriale (change)',
    ]);
    await part.getByRole('button', { name: 'Relier une situation' }).press('Enter');
    await page.getByRole('checkbox', { name: /forum des associations/ }).check();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => window.atelier.board.sent.at(-1))).toMatchObject({
      type: 'create',
      kind: 'reinvestit',
      in: 's1',
      after: 're1',
      fields: { situation: 'b1/s2' },
    });
    await part.getByRole('button', { name: /^Ne plus relier « Un samedi/ }).press('Enter');
    expect(await page.evaluate(() => window.atelier.board.sent.at(-1))).toEqual({
      type: 'remove',
      id: 're1',
    });
  });
});
