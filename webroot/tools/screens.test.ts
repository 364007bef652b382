import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { cut, hiddenFocus, overlaps } from './atelier/geometry.ts';
import { type How, long, Pages, sideways, violations } from './atelier/pages.ts';

/** Where the pictures go, to be looked at beside LOOK.md; they are not kept with the sources. */
const pictures = fileURLToPath(new URL('../../target/screens/', import.meta.url));

const themes = ['light', 'dark', 'projecteur'] as const;
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 720, height: 900 },
  { width: 320, height: 720 },
] as const;
const [widest, , , narrowest] = sizes;

/** Which theme at each width; in the long profile each at each, every day the widest and the narrowest. */
const turns = sizes
  .map((size, at) => {
    const theme = (['light', 'projecteur', 'light', 'dark'] as const)[at] ?? 'light';
    return { size, theme, looks: long ? themes : [theme] };
  })
  .filter(({ size }) => long || size === widest || size === narrowest);

interface Screen extends How {
  readonly path: string;
  /** Much like another: looked at in the long profile. */
  readonly rare?: boolean;
  /** Brings the screen into the state that is looked at. */
  readonly arrange?: (page: Page) => Promise<void>;
}

interface Layer extends Screen {
  /** Opens it. */
  readonly arrange: (page: Page) => Promise<void>;
  /** Brings the screen back; Escape, where it is not named. */
  readonly leave?: (page: Page) => Promise<void>;
}

const sheet = '/classe/b1/situation/s1';
const year = '/classe/b1/calendrier';
const communes = '/classe/b2/parcours?vue=tableau';
const signedOut = true;
const rare = true;
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** Somebody writes in the description, somebody else reads. */
const withOthers = (page: Page) =>
  page.evaluate(() => {
    window.atelier.board.model.presences = [
      { session: 1, person: 'mehdi', at: { id: 's1', field: 'description', index: 60, length: 24 } },
      { session: 2, person: 'sophie' },
    ];
  });

/** The team has said things of the situation, one of them answered; once for all sizes. */
const withComments = async (page: Page) => {
  await page.evaluate(() => {
    const { board } = window.atelier;
    const { model } = board;
    if (model.children('s1', 'commentaire').length > 0) return;
    const said = (id: string, person: string, texte: string, more: object) =>
      board.colleague(person, {
        type: 'create',
        kind: 'commentaire',
        id,
        in: 's1',
        after: model.children('s1', 'commentaire').at(-1)?.id ?? id,
        fields: {
          auteur: person,
          le: { day: '2026-11-24' },
          texte: [{ insert: `${texte}\n` }],
          ...more,
        },
      });
    said('co1', 'sophie', 'Le registre de langue du courriel peut se préparer en français.', {
      nature: 'proposition',
      section: 'deroule',
      etape: 'et5',
      citation: [{ insert: 'Répondre à la réclamation sur la facture d’eau\n' }],
    });
    said('co2', 'sophie', 'Quels documents les élèves lisent-ils avant ?', {
      nature: 'remarque',
      section: 'contexte',
    });
    said('co3', 'mehdi', 'Une belle situation.', { nature: 'remarque' });
    said('co4', 'sophie', 'Cette étape doublait la première.', {
      nature: 'remarque',
      section: 'deroule',
      etape: 'gone',
    });
    board.colleague(
      'mehdi',
      {
        type: 'create',
        kind: 'reponse',
        id: 're9',
        in: 'co1',
        fields: {
          auteur: 'mehdi',
          le: { day: '2026-11-24' },
          texte: [{ insert: 'Avec plaisir : la semaine d’avant ?\n' }],
        },
      },
      {
        type: 'create',
        kind: 'suite',
        id: 'co4~suite~mehdi',
        in: 'co4',
        fields: { issue: 'reglee', le: { day: '2026-11-25' } },
      },
    );
  });
};

/** Shows them in the panel, those that were answered too. */
const showComments = async (page: Page) => {
  if ((await page.getByRole('complementary').count()) === 0) await press(/^(Contrôles|Commentaires)/)(page);
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: /^Commentaires/ }).click();
  await panel.getByRole('button', { name: /^Tous/ }).click();
};

/** Something was refused; once for all sizes. */
const withDraft = async (page: Page) => {
  const kept = page.getByText('sur cet appareil seulement');
  if (await kept.isVisible()) return;
  await page.evaluate(() => window.atelier.refused('denied'));
  await press('Fermer')(page);
  await kept.waitFor();
};

/** The team has made the table its own, and short; a situation names what was taken out. Once for all sizes. */
const ownTable = async (page: Page) => {
  if (!(await page.getByRole('button', { name: 'Modifier ce tableau' }).isVisible())) return;
  await press('Modifier ce tableau')(page);
  await page.locator('.toast').getByRole('button', { name: 'Fermer' }).click();
  await page.evaluate(() => {
    const { fresh } = window.atelier;
    const member = 'sit000000001~competenceEnvisagee~sec-suivre';
    fresh.colleague(
      'mehdi',
      ...fresh.model
        .children('b2', 'communePropre')
        .slice(3)
        .map(({ id }) => ({ type: 'remove' as const, id })),
      { type: 'create', kind: 'situation', id: 'sit000000001', in: 'b2', fields: {} },
      { type: 'create', kind: 'competenceEnvisagee', id: member, in: 'sit000000001', fields: {} },
    );
  });
  await press('Ajouter une ligne')(page);
};

/** A colleague has removed an étape, then its situation; once for all sizes. */
const toBin = async (page: Page) => {
  if (await page.getByRole('heading', { level: 1, name: 'Corbeille' }).isVisible()) return;
  await page.evaluate(() => {
    const { board } = window.atelier;
    const etape = board.model.children('s1', 'etape')[0]?.id ?? '';
    board.colleague('mehdi', { type: 'remove', id: etape }, { type: 'remove', id: 's1' });
  });
  await page.getByRole('link', { name: 'Corbeille (2)' }).click();
  await page.getByText('Aperçu').first().click();
};

const screens: Record<string, Screen> = {
  'premiere-page': {
    path: '/',
    cookies: ['mayTry'],
    arrange: (page) => page.getByText('attendu à 10').waitFor(),
  },
  'essai-feuille': { rare, path: sheet, cookies: ['trying'] },
  'essai-accueil': { rare, path: '/', cookies: ['trying'] },
  connexion: { path: '/connexion', signedOut },
  installation: { rare, path: '/installation#abc', signedOut },
  invitation: { path: '/invitation#abc', signedOut },
  'mot-de-passe': { rare, path: '/mot-de-passe#abc', signedOut },
  'lien-incomplet': { rare, path: '/invitation', signedOut },
  accueil: { path: '/', arrange: withDraft },
  'accueil-vide': { rare, path: '/', cookies: ['newcomer'] },
  classe: {
    path: '/classe/b1?bloc=3&complexite=complexe',
    arrange: async (page) => {
      if (!(await page.getByRole('search').isVisible())) await press('Filtrer')(page);
    },
  },
  'classe-tableau': { path: '/classe/b1' },
  'classe-liste': { rare, path: '/classe/b1?vue=liste' },
  'classe-vide': { path: '/classe/b2' },
  parcours: { path: '/classe/b3/parcours' },
  'parcours-seconde': { rare, path: '/classe/b2/parcours' },
  'parcours-manques': { rare, path: '/classe/b3/parcours?vue=manques' },
  'tableau-commun': { rare, path: communes, arrange: ownTable },
  'tableau-commun-fourni': { rare, path: communes },
  // Every day the sheet is looked at with what the team says of it.
  situation: { rare, path: sheet, arrange: withOthers },
  'situation-a-lire': {
    rare,
    path: sheet,
    arrange: (page) => page.evaluate(() => void (window.atelier.board.model.role = 'lecture')),
  },
  'situation-commentee': {
    path: sheet,
    arrange: async (page) => {
      await withComments(page);
      // Over the sheet the panel is a layer.
      if (page.viewportSize()?.width === widest.width) await showComments(page);
    },
  },
  'situation-vide': { rare, path: '/classe/b1/situation/s3' },
  'situation-retiree': { rare, path: '/classe/b1/situation/zz' },
  calendrier: { path: year },
  'calendrier-agenda': { rare, path: '/classe/b1/calendrier?vue=agenda' },
  'corbeille-vide': { rare, path: '/classe/b1/corbeille' },
  'corbeille-pleine': { rare, path: '/classe/b1', arrange: toBin },
  brouillons: {
    rare,
    path: '/',
    arrange: async (page) => {
      if (await page.getByRole('heading', { level: 1, name: 'Brouillons' }).isVisible()) return;
      await withDraft(page);
      await page.getByRole('link', { name: '1 brouillon' }).first().click();
      await page.getByRole('link', { name: /^Comparer/ }).waitFor();
    },
  },
  'brouillon-compare': {
    rare,
    path: '/',
    arrange: async (page) => {
      if (await page.getByRole('heading', { name: 'Votre version' }).isVisible()) return;
      await withDraft(page);
      await page.getByRole('link', { name: '1 brouillon' }).first().click();
      await page.getByRole('link', { name: /^Comparer/ }).click();
      await page.getByRole('heading', { name: 'Votre version' }).waitFor();
    },
  },
  introuvable: { path: '/nulle-part' },
  atelier: {
    path: '/atelier',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Survolé' }).hover();
      await page.getByRole('button', { name: 'Au clavier' }).focus();
    },
  },
};

/** What opens over a screen. */
const layers: Record<string, Layer> = {
  'nouvelle-classe': { path: '/', arrange: press('Créer une classe') },
  inviter: { path: '/classe/b1', arrange: press('Inviter votre binôme') },
  'menu-situation': { path: '/classe/b1', arrange: press(/Actions sur «\s*La mairie/) },
  deplacer: {
    path: '/classe/b1',
    arrange: async (page) => {
      await press(/Actions sur «\s*La mairie/)(page);
      await page.getByRole('menuitem', { name: 'Déplacer vers…' }).click();
    },
  },
  corbeille: {
    path: '/classe/b1',
    arrange: async (page) => {
      await press(/Actions sur «\s*La mairie/)(page);
      await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click();
    },
    leave: press('Annuler'),
  },
  'changer-de-classe': {
    path: '/classe/b1',
    arrange: async (page) => {
      await press(/Actions sur «\s*La mairie/)(page);
      await page.getByRole('menuitem', { name: 'Changer de classe…' }).click();
    },
  },
  reconduire: { path: year, arrange: press('Reconduire la classe') },
  periode: { path: year, arrange: press('Ajouter une période') },
  'co-intervention': { path: year, arrange: press('Ajouter une co-intervention') },
  'reglages-annee': { path: year, arrange: press('Réglages de l’année') },
  agenda: {
    path: year,
    arrange: async (page) => {
      await press('Exporter')(page);
      await page.getByRole('menuitem', { name: 'Vers un agenda (ICS)' }).click();
    },
  },
  ecarter: {
    path: sheet,
    arrange: async (page) => {
      if ((await page.getByRole('complementary').count()) === 0) await press('Contrôles')(page);
      await press(/^Écarter/)(page);
    },
  },
  competences: { path: sheet, arrange: press(/Ajouter avec #/) },
  'importer-un-tableau': {
    path: communes,
    arrange: async (page) => {
      await press('Importer…')(page);
      const text = page.getByRole('textbox', { name: 'Tableau' });
      const fault = (page.viewportSize()?.width ?? 0) < 1000 ? ';mcv-b1-veille' : '';
      await text.fill(`Intitulé;MA;MCV A\nAccueillir le public;ma-b1-demande${fault};\nSuivre;;`);
      await page.getByRole('dialog').getByRole('status').getByText(/faute/).waitFor();
    },
  },
  cellule: {
    path: '/classe/b3/parcours?vue=matrice',
    arrange: (page) => page.locator('[data-cell="mcv-b2-services-associes/premiere"]').click(),
  },
  semaines: { path: sheet, arrange: press(/^Semaines/) },
  compte: { path: sheet, arrange: press(/Compte de Claire/) },
  'restaurer-avec': {
    path: '/classe/b1',
    arrange: async (page) => {
      await toBin(page);
      await press(/^Restaurer : Étape/)(page);
    },
  },
  raccourcis: {
    path: sheet,
    arrange: async (page) => {
      await press(/Compte de Claire/)(page);
      await page.getByRole('menuitem', { name: 'Raccourcis clavier' }).click();
    },
  },
  controles: {
    path: sheet,
    arrange: async (page) => {
      if ((await page.getByRole('complementary').count()) === 0) await press('Contrôles')(page);
    },
  },
  commentaires: {
    path: sheet,
    arrange: async (page) => {
      await withComments(page);
      await showComments(page);
      // While one is being written.
      const begin = page.getByRole('complementary').getByRole('button', { name: 'Commenter', exact: true });
      if ((await page.getByRole('textbox', { name: 'Votre commentaire' }).count()) === 0) await begin.click();
    },
  },
  'inviter-collegue': { path: '/classe/b1', arrange: press('Inviter un collègue de l’équipe') },
  refus: {
    path: sheet,
    arrange: async (page) => {
      await page.evaluate(() => window.atelier.refused('denied'));
      await page.locator('.toast').waitFor();
    },
    // It goes by itself as well, after a while.
    leave: async (page) => {
      const close = page.locator('.toast').getByRole('button', { name: 'Fermer' });
      if (await close.isVisible()) await close.click();
    },
  },
};

describe(
  'V-1, V-2 every screen, at its widest and narrowest or (long) at four widths in three themes: nothing overlaps or is cut, focus is seen, axe is content',
  { timeout: 120_000 },
  () => {
    let pages: Pages;

    beforeAll(async () => {
      mkdirSync(pictures, { recursive: true });
      pages = await Pages.start('screens');
    }, 60_000);

    afterAll(() => pages.close());

    test.each(Object.entries(screens).filter(([, one]) => long || one.rare !== true))(
      '%s',
      async (name, { path, arrange, ...how }) => {
        await using page = await pages.open(path, how);
        const picture = await camera(page);
        const faults: string[] = [];
        for (const { size, theme, looks } of turns) {
          await page.setViewportSize(size);
          await arrange?.(page);
          for (const each of looks) {
            await show(page, each);
            await picture(`${name}-${size.width}-${each}`);
            faults.push(...told(size.width, each, await misplaced(page)));
          }
          await show(page, theme);
          faults.push(
            ...told(size.width, theme, [
              // What stands there is the same at any width: every day axe looks once.
              ...(await violations(page, 'html', size === widest)),
              ...(await hiddenFocus(page)),
            ]),
          );
        }
        expect(faults).toEqual([]);
      },
    );

    test.runIf(long).each(Object.entries(layers))('%s', async (name, { path, arrange, leave, ...how }) => {
      await using page = await pages.open(path, { ...how, size: narrowest });
      // On a phone a situation is read first; whoever writes goes on writing on a larger screen.
      if (path === sheet) await press('Modifier')(page);
      const picture = await camera(page);
      const faults: string[] = [];
      for (const { size, theme } of turns.toReversed()) {
        await page.setViewportSize(size);
        await show(page, theme);
        await arrange(page);
        await picture(`${name}-${size.width}-${theme}`);
        const top = 'dialog, [popover]:popover-open, .toast, aside';
        faults.push(
          ...told(size.width, theme, [...(await misplaced(page)), ...(await violations(page, top, true))]),
        );
        if (leave) await leave(page);
        else await page.keyboard.press('Escape');
      }
      expect(faults).toEqual([]);
    });

    /** Takes whole pages, faster than Playwright's own which packs them as small as it can. */
    async function camera(page: Page): Promise<(name: string) => Promise<void>> {
      const session = await page.context().newCDPSession(page);
      return async (name) => {
        const { cssContentSize: clip } = await session.send('Page.getLayoutMetrics');
        const { data } = await session.send('Page.captureScreenshot', {
          captureBeyondViewport: true,
          optimizeForSpeed: true,
          clip: { ...clip, scale: 1 },
        });
        await writeFile(`${pictures}${name}.png`, data, 'base64');
      };
    }

    function show(page: Page, theme: (typeof themes)[number]): Promise<void> {
      return page.evaluate((chosen) => window.atelier.appearance.choose(chosen), theme);
    }

    async function misplaced(page: Page): Promise<string[]> {
      const beyond = await sideways(page);
      return [
        ...(beyond > 0 ? [`scrolls ${beyond} px sideways`] : []),
        ...(await overlaps(page)),
        ...(await cut(page)).map((element) => `cut off: ${element}`),
      ];
    }

    function told(width: number, theme: string, faults: readonly string[]): string[] {
      return faults.map((fault) => `${width} px, ${theme}: ${fault}`);
    }
  },
);
