import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { narrow, long, Pages, sideways, violations } from './atelier/pages.ts';

describe.runIf(long)('the projects of a class', { timeout: 60_000 }, () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await Pages.start('projets');
  }, 60_000);

  afterAll(() => pages.close());

  async function open(size?: { width: number; height: number }) {
    const page = await pages.open('/classe/b1/calendrier', size ? { size } : {});
    page.setDefaultTimeout(8000);
    return page;
  }
  const acts = (page: Page) => page.evaluate(() => window.atelier.board.acts);
  const set = (id: string, field: string, value?: unknown) => ({
    type: 'setField',
    id,
    field,
    ...(value === undefined ? {} : { value }),
  });
  /** Somebody else sets a field of the class. */
  const classe = (page: Page, field: string, value: string) =>
    page.evaluate(
      ([name, word]) =>
        window.atelier.board.colleague('mehdi', { type: 'setField', id: 'b1', field: name, value: word }),
      [field, value] as const,
    );

  test('V-106 a co-intervention begins with a RAP activity and both sides; what is missing is said in place', async () => {
    await using page = await open();
    await page.getByRole('button', { name: 'Ajouter une co-intervention' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ajouter une co-intervention' });
    const submit = dialog.getByRole('button', { name: 'Ajouter une co-intervention' });
    await submit.click();
    await dialog.getByRole('alert').getByText('Choisissez une activité du RAP').waitFor();
    expect(await acts(page)).toEqual([]);
    expect(await violations(page, 'dialog')).toEqual([]);
    await dialog.getByLabel('Activité du RAP').selectOption({ index: 1 });
    // Claire is of the binôme, and Sophie the only one who teaches French or mathematics here.
    await submit.click();
    await dialog.waitFor({ state: 'detached' });
    const fields = { professionnel: 'claire', general: 'sophie', discipline: 'francais' };
    expect(await acts(page)).toMatchObject([[{ type: 'create', kind: 'coIntervention', in: 'b1', fields }]]);
    await page.getByRole('textbox', { name: 'Titre de la co-intervention 2' }).waitFor();
  });

  test('V-106 where nobody teaches a general discipline, a colleague of the class is added to its team', async () => {
    await using page = await open();
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', { type: 'remove', id: 'b1~enseignant~sophie' }),
    );
    await page.getByRole('button', { name: 'Ajouter une co-intervention' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Personne de l’équipe n’enseigne').waitFor();
    await dialog.getByLabel('Collègue', { exact: true }).selectOption('Sophie B.');
    const discipline = dialog.getByLabel('Sa discipline');
    expect(await discipline.getByRole('option').allTextContents()).toEqual([
      'à choisir',
      'Français',
      'Mathématiques',
    ]);
    await discipline.selectOption('Mathématiques');
    await dialog.getByRole('button', { name: 'Ajouter à l’équipe' }).click();
    await dialog.getByLabel('Activité du RAP').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Ajouter une co-intervention' }).click();
    const [team, made] = await acts(page);
    expect(team).toMatchObject([{ id: 'b1~enseignant~sophie', fields: { discipline: 'mathematiques' } }]);
    expect(made).toMatchObject([{ fields: { general: 'sophie', discipline: 'mathematiques' } }]);
  });

  test('V-106 the colleague and the discipline change in one act, since the server takes neither alone', async () => {
    await using page = await open();
    await page.evaluate(() =>
      window.atelier.board.colleague('mehdi', {
        type: 'setField',
        id: 'b1~enseignant~sophie',
        field: 'autreDiscipline',
        value: 'mathematiques',
      }),
    );
    const project = page.getByRole('article', { name: 'Du message écrit à la voix' });
    await project.getByLabel('Discipline générale').selectOption('Sophie B., Mathématiques');
    await project.getByLabel('Enseignement professionnel').selectOption('Claire K.');
    expect(await acts(page)).toEqual([
      [set('c1', 'discipline', 'mathematiques')],
      [set('c1', 'professionnel', 'claire')],
    ]);
    // None of the four is ever taken back to nothing.
    for (const label of ['Activité du RAP', 'Enseignement professionnel', 'Discipline générale'])
      expect(await project.getByLabel(label).getByRole('option', { name: 'à choisir' }).count()).toBe(0);
    await project.getByRole('button', { name: /Capacités du programme/ }).click();
    await page.getByRole('checkbox', { name: /Rechercher, extraire/ }).check();
    expect((await acts(page)).at(-1)).toMatchObject([{ id: 'c1~capacite~math-rechercher' }]);
  });

  test('V-106 a séance has a day and minutes, and stands in the year; a situation is linked', async () => {
    await using page = await open();
    const project = page.getByRole('article', { name: 'Du message écrit à la voix' });
    await project.getByRole('button', { name: 'Ajouter une séance' }).click();
    await page.keyboard.type('Rejouer');
    await project.getByLabel('Date de la séance 4').fill('2027-01-22');
    await project.getByLabel('Date de la séance 4').press('Tab');
    await project.getByLabel('Minutes de la séance 4').fill('55');
    const [id] = (await acts(page))[0]?.map((command) => command.id) ?? [];
    expect((await acts(page)).slice(-2)).toEqual([
      [set(id ?? '', 'date', { day: '2027-01-22' })],
      [set(id ?? '', 'minutes', 55)],
    ]);
    await page.locator(`[data-id="${id ?? ''}"]`).waitFor();
    await project.getByRole('button', { name: /Situations liées/ }).click();
    await page.getByRole('checkbox', { name: /guichet unique/ }).check();
    await page.keyboard.press('Escape');
    await project.getByRole('link', { name: /guichet unique/ }).waitFor();
    expect((await acts(page)).at(-1)).toMatchObject([
      { kind: 'situationCoIntervention', in: 'c1', fields: { situation: 's1' } },
    ]);
    await project.getByRole('button', { name: /^Délier/ }).click();
    expect(await project.getByRole('link', { name: /guichet unique/ }).count()).toBe(0);
  });

  test('V-106 a chef-d’œuvre has jalons with day and owner, common competences and no épreuve; the reform says « projet »', async () => {
    await using page = await open();
    const chef = page.getByRole('article', { name: 'Un kit d’accueil en trois langues' });
    await chef.getByLabel('Responsable du jalon 1').selectOption('Sophie B.');
    await chef.getByLabel('Date du jalon 2').fill('2026-10-30');
    await chef.getByLabel('Date du jalon 2').press('Tab');
    await chef.getByRole('button', { name: 'Ajouter une compétence commune' }).click();
    await chef.getByLabel('Nature de la compétence commune 1').selectOption('créativité');
    const sent = await acts(page);
    expect(sent.slice(0, 2)).toEqual([
      [set('d1j0', 'owner', 'sophie')],
      [set('d1j1', 'date', { day: '2026-10-30' })],
    ]);
    expect(sent.at(-1)).toMatchObject([{ field: 'nature', value: 'creativite' }]);
    expect(await chef.getByText(/épreuve/i).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await classe(page, 'ruleset', 'reforme-2024');
    await page.getByRole('heading', { level: 2, name: 'Projet', exact: true }).waitFor();
    expect(await page.getByRole('heading', { level: 2, name: 'Chef-d’œuvre' }).count()).toBe(0);
  });

  test('V-106 in seconde there is no chef-d’œuvre, and it is said why', async () => {
    await using page = await open();
    await page.getByRole('button', { name: 'En commencer un autre' }).waitFor();
    await classe(page, 'year', 'seconde');
    await page.getByText('Il commence en première').waitFor();
    expect(await page.getByRole('button', { name: /^(Commencer|En commencer)/ }).count()).toBe(0);
  });

  test('V-106 on a phone nothing of a project scrolls sideways', async () => {
    await using page = await open(narrow);
    await page.getByRole('heading', { name: 'Co-interventions' }).waitFor();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });

  /** From the calendar it is a button, from the class among what one may begin from. */
  async function askToCarryOn(page: Page) {
    if (page.url().endsWith('/calendrier'))
      await page.getByRole('button', { name: 'Reconduire la classe' }).click();
    else {
      await page.getByRole('button', { name: 'Partir de…' }).click();
      await page.getByRole('menuitem', { name: 'Reconduire la classe' }).click();
    }
    return page.getByRole('dialog', { name: 'Reconduire la classe' });
  }

  /** Carries the class 1MA on and waits for what comes of it. */
  async function carryOn(page: Page, ready: number, year?: string) {
    const dialog = await askToCarryOn(page);
    if (year !== undefined) await dialog.getByLabel('Année du cycle').selectOption(year);
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(ready);
    expect(await violations(page, 'dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Créer la classe' }).click();
    await page.getByText('1 situation reprise de 1MA').waitFor();
    return page.evaluate(() => window.atelier.made[0]?.acts ?? []);
  }

  test('V-107 a class is carried on: drafts without weeks that name their origin, nobody’s agreement', async () => {
    await using page = await pages.open('/classe/b1');
    page.setDefaultTimeout(8000);
    const [copy, ...rest] = await carryOn(page, 1);
    const [situation] = copy ?? [];
    expect(rest).toEqual([]);
    expect(situation).toMatchObject({ kind: 'situation', fields: { status: 'brouillon', origine: 'b1/s1' } });
    expect(Object.keys(situation && 'fields' in situation ? situation.fields : {})).not.toContain('weeks');
    const kinds = new Set(copy?.map((command) => ('kind' in command ? command.kind : command.type)));
    expect(kinds).toContain('etape');
    for (const kind of ['accord', 'proposition', 'reinvestit']) expect(kinds).not.toContain(kind);
    expect(await acts(page)).toEqual([]);
  });

  test('V-107 in a later year each copy builds on its source, and the class says where its students were', async () => {
    await using page = await open();
    const [frame, copy] = await carryOn(page, 2, 'Terminale');
    expect(frame).toMatchObject([
      { field: 'zone', value: 'B' },
      { field: 'alsaceMoselle', value: true },
      { field: 'ruleset', value: 'seed-2019' },
      { kind: 'lien', fields: { classe: 'b1', nature: 'promotion' } },
    ]);
    expect(copy?.at(-1)).toMatchObject({ kind: 'reinvestit', fields: { situation: 'b1/s1' } });
  });

  test('V-107 what was cut in between is gone on with, and nothing is made twice', async () => {
    await using page = await pages.open('/classe/b1');
    page.setDefaultTimeout(8000);
    await page.evaluate(() => {
      const fetch = window.fetch.bind(window);
      window.fetch = (...asked) => {
        const [path] = asked;
        if (typeof path !== 'string' || !path.includes('snapshot')) return fetch(...asked);
        window.fetch = fetch;
        return Promise.reject(new TypeError('no network'));
      };
    });
    const dialog = await askToCarryOn(page);
    await dialog.getByRole('button', { name: 'Créer la classe' }).click();
    await page.getByText('La reprise de 1MA s’est arrêtée : 0 sur 1').waitFor();
    const plan = await page.evaluate(() => sessionStorage.getItem('binome.reconduction') ?? '');
    const again = page.getByRole('button', { name: 'Continuer' });
    await again.click();
    await page.getByText('1 situation reprise').waitFor();
    const made = () => page.evaluate(() => window.atelier.made[0]?.acts.map((act) => act.length) ?? []);
    const [whole = 0] = await made();
    // As a tab that was closed before the last étape was sent finds it.
    await page.evaluate((kept) => {
      const board = window.atelier.made[0];
      const etape = board?.sent.findLast((command) => 'kind' in command && command.kind === 'etape');
      if (etape) board?.colleague('claire', { type: 'remove', id: etape.id });
      sessionStorage.setItem('binome.reconduction', kept);
    }, plan);
    await page.getByRole('link', { name: 'Calendrier' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Calendrier' }).waitFor();
    await page.getByRole('link', { name: 'Classe' }).first().click();
    await page.getByText('1 situation reprise').waitFor();
    // What is in the bin was made as well.
    expect(await made()).toEqual([whole]);
  });

  test('V-108 the day on which students choose is asked in seconde only, and sent with the other settings', async () => {
    await using page = await open();
    const day = page.getByLabel('Choix de la spécialité par les élèves');
    await page.getByRole('button', { name: 'Réglages de l’année' }).click();
    expect(await day.count()).toBe(0);
    await page.keyboard.press('Escape');
    await classe(page, 'year', 'seconde');
    await page.getByRole('button', { name: 'Réglages de l’année' }).click();
    await day.fill('2027-05-14');
    await page.getByRole('button', { name: 'Enregistrer ces réglages' }).click();
    expect(await acts(page)).toEqual([[set('b1', 'orientationChoiceDate', { day: '2027-05-14' })]]);
  });

  test('V-135 the year is one page of grid and one of periods; the projects are printed with the agenda', async () => {
    await using page = await open();
    const paper = async () => (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const count = (pdf: string) => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(count(await paper())).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'Évaluations' }).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Co-interventions' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Agenda', exact: true }).click();
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: 'Co-interventions' }).waitFor();
    // A day is words there, and what nobody has filled in is not asked for.
    await page.locator('.printed').getByText('25 septembre 2026').waitFor();
    expect(await page.getByRole('term').filter({ hasText: 'Capacités du programme' }).isVisible()).toBe(
      false,
    );
    expect(await page.getByRole('term').filter({ hasText: 'Séances' }).isVisible()).toBe(true);
    expect(count(await paper())).toBeLessThanOrEqual(3);
  });

  test('V-135 who may only read is not offered to carry the class on', async () => {
    await using page = await open();
    await page.getByRole('button', { name: 'Reconduire la classe' }).waitFor();
    await page.evaluate(() => void (window.atelier.board.model.role = 'lecture'));
    await page.getByRole('button', { name: 'Réglages de l’année' }).waitFor({ state: 'detached' });
    expect(await page.getByText('Reconduire la classe').count()).toBe(0);
    await page.getByRole('link', { name: 'Classe' }).first().click();
    await page.getByRole('heading', { level: 1, name: '1MA' }).waitFor();
    await page.getByText('Le guichet unique').first().waitFor();
    expect(await page.getByText('Reconduire la classe').count()).toBe(0);
  });

  test('V-109 the paper of the year is A4 landscape, without its buttons', async () => {
    await using page = await open();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 84\d[.\d]* 59\d/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Ajouter une période' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: /^Le guichet unique/ }).waitFor();
  });
});
