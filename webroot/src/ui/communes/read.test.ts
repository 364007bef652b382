import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { official } from '../../../tools/official';
import { Catalogue } from '../../parcours/catalogue';
import { type Diplome, diplomes } from '../../parcours/communes';
import { readTableau, tidied } from './read';
import { textOfFile } from './file';
import { tableauCsv } from './write';

const catalogue = new Catalogue(official, ['ma', 'mcv-a', 'mcv-b'], true, '');
const names = diplomes.map((diplome) => catalogue.specialite(diplome));

/** What is read, told briefly: of each line its label, its codes and its id. */
async function told(text: string) {
  const { lignes, faults, ignored } = await readTableau(text, catalogue);
  const lines = lignes.map(({ label, maps, repere }) =>
    [label, ...diplomes.map((diplome) => maps[diplome].join('+')), repere ?? ''].join(' | '),
  );
  return { lines, faults, ignored };
}

async function faultsOf(text: string): Promise<readonly string[]> {
  return (await readTableau(text, catalogue)).faults;
}

const INFORMER = "S'informer | ma-b2-information | mcv-b1-veille | mcv-b1-veille+mcv-b-b4-informations | ";
const SUIVRE = 'Suivre ; relancer | ma-b2-prestations |  |  | ';

describe('V-152 a table comes in as spreadsheets and word processors give it', () => {
  const corpus: Record<string, string> = {
    'Excel in France':
      'Intitulé;MA;MCV A;MCV B\r\nS\'informer;ma-b2-information;mcv-b1-veille;"mcv-b1-veille, mcv-b-b4-informations"\r\n"Suivre ; relancer";ma-b2-prestations;;\r\n',
    'LibreOffice, all quoted, with a mark and another order of columns':
      '\uFEFF"MCV B","Compétence commune","MA","MCV A"\n"mcv-b1-veille mcv-b-b4-informations","S\'informer","ma-b2-information","mcv-b1-veille"\n"","Suivre ; relancer","ma-b2-prestations",""\n',
    'Google, with sep and old line ends':
      "sep=,\r\nLibellé,MA,MCV-A (AGEC),MCV-B (PVOC)\r\nS'informer,ma-b2-information,mcv-b1-veille,mcv-b1-veille+mcv-b-b4-informations\r\nSuivre ; relancer,ma-b2-prestations,,\r\n",
    'pasted from a spreadsheet, a cell of two lines':
      'Intitulé\tMA\tMCV A\tMCV B\nS\'informer\tma-b2-information\tmcv-b1-veille\t"mcv-b1-veille\nmcv-b-b4-informations"\nSuivre ; relancer\tma-b2-prestations\t\t\n',
    'pasted from Word, hyphens and capitals changed, no heads':
      "S'informer\tMA–b2–information\tmcv\u2011b1\u2011veille\tmcv-b1-veille / mcv-b-b4-informations\r\n\r\nSuivre ; relancer\tMa-B2-prestations\r\n",
    'under a title, with empty rows':
      'Compétences de l\'académie;;;\n;;;\nINTITULE;MA;MCV A;MCV B\nS\'informer;ma-b2-information;mcv-b1-veille;mcv-b1-veille mcv-b-b4-informations\n;;;\n"Suivre ; relancer";ma-b2-prestations;;;;\n',
    'old Macintosh line ends':
      'Intitulé;MA;MCV A;MCV B\rS\'informer;ma-b2-information;mcv-b1-veille;mcv-b1-veille|mcv-b-b4-informations\r"Suivre ; relancer";ma-b2-prestations\r',
  };
  test.each(Object.entries(corpus))('V-152 %s', async (_name, text) => {
    expect(await told(text)).toEqual({ lines: [INFORMER, SUIVRE], faults: [], ignored: [] });
  });

  test('V-152 columns that are none of ours are left aside, and named', async () => {
    const text = "Intitulé;Bloc;MA\nS'informer;2;ma-b2-information\n";
    expect(await told(text)).toEqual({
      lines: ["S'informer | ma-b2-information |  |  | "],
      faults: [],
      ignored: ['Bloc'],
    });
  });

  const utf16 = (text: string) =>
    new Uint8Array([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
  test.each([
    ['UTF-8', new TextEncoder().encode('Intitulé;MA')],
    ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFIntitulé;MA')],
    ['Windows-1252', Uint8Array.from('Intitulé;MA', (c) => c.charCodeAt(0))],
    ['UTF-16', utf16('Intitulé;MA')],
  ])('V-152 a file is read in %s', (_name, bytes) => {
    expect(textOfFile(bytes.slice().buffer)).toEqual({ text: 'Intitulé;MA' });
  });

  test('V-153 a workbook, a picture and what is too long are no text', () => {
    expect(textOfFile(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]).buffer)).toEqual({ fault: 'workbook' });
    expect(textOfFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]).buffer)).toEqual({ fault: 'workbook' });
    expect(textOfFile(new Uint8Array([1, 0, 2, 0]).buffer)).toEqual({ fault: 'binary' });
    expect(textOfFile(new Uint8Array(900_000).buffer)).toEqual({ fault: 'tooBig' });
  });
});

describe('V-153 every fault is told with its line, and nothing is taken silently', () => {
  const head = 'Intitulé;MA;MCV A;MCV B;Repère\n';
  test.each([
    ['an unknown code', `${head}Un;ma-b9;;`, ['Ligne 2 : « ma-b9 » n’est pas un code de MA.']],
    [
      'a code of another diploma',
      `${head}Un;;ma-b1-flux;`,
      [`Ligne 2 : « ma-b1-flux » est un code de MA, pas de ${names[1]}.`],
    ],
    [
      'lines without a label, and one twice',
      `${head};ma-b1-flux;;\nDeux;;;\nDEUX !;;;`,
      ['Ligne 2 : il manque l’intitulé.', 'Ligne 4 : l’intitulé est déjà celui de la ligne 3.'],
    ],
    ['a label too long', `${head}${'x'.repeat(200)};;;`, ['Ligne 2 : l’intitulé a plus de 199 caractères.']],
    [
      'a sign that no text has',
      `${head}Un\u0007;;;`,
      ['Ligne 2 : l’intitulé contient un signe que Binôme ne garde pas.'],
    ],
    ['too many cells', `${head}Un;;;;;six`, ['Ligne 2 : « six » est en trop, à droite du tableau.']],
    [
      'ids that are none, or twice',
      `${head}Un;;;;sec-autre\nDeux;;;;sec-suivre\nTrois;;;;sec-suivre`,
      [
        'Ligne 2 : « sec-autre » n’est pas un repère de Binôme. Laissez la case vide.',
        'Ligne 4 : le repère est déjà celui de la ligne 3.',
      ],
    ],
    [
      'a quote that stays open',
      `${head}Un;;;\n"Deux;;;\nTrois;;;`,
      ['Ligne 3 : un guillemet droit ouvert n’est pas refermé.'],
    ],
    [
      'a cell of two lines before',
      `${head}"Un\nsuite";;;\nDeux;x;;`,
      ['Ligne 4 : « x » n’est pas un code de MA.'],
    ],
    ['no diploma', 'Intitulé;Bloc\nUn;1', ['Ligne 1 : aucune colonne MA, MCV A ou MCV B n’a été trouvée.']],
    ['a column twice', 'Intitulé;MA;MA\nUn;;', ['Ligne 1 : la colonne MA y est deux fois.']],
    ['nothing', '', ['Il n’y a aucune ligne à importer.']],
    ['only heads', head, ['Il n’y a aucune ligne à importer.']],
    [
      '41 lines',
      head + Array.from({ length: 41 }, (_, i) => `L${i};;;`).join('\n'),
      ['41 lignes, pour 40 au plus.'],
    ],
    ['what is no text', 'a\0b', ['Ce fichier n’est pas un texte. Enregistrez le tableau au format CSV.']],
  ])('V-153 %s', async (_name, text, faults) => {
    const plain = (said: string) => said.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect((await faultsOf(text)).map(plain)).toEqual(faults);
  });

  test('V-153 whatever is pasted is read or told, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom(...'ab-;,\t"\n\r\'= é'.split(''), 'ma-b1-flux', 'MA', 'Intitulé'),
        }),
        async (text) => {
          const { lignes, faults } = await readTableau(text, catalogue);
          expect(lignes.length > 0 || faults.length > 0).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('V-154 what is exported comes in again unchanged', () => {
  const label = fc
    .string({ unit: fc.constantFrom(...`ab é;,"'=+-@＝\u00a0«/`.split('')), maxLength: 20 })
    .map(tidied);
  const prepared = (diplome: Diplome) =>
    fc.subarray(catalogue.diplome(diplome).flatMap(({ competences }) => competences.map(({ id }) => id)));
  const table = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1000, max: 9999 }).map((n) => `sec-propre-${n}`),
      label,
      verified: fc.constant(true),
      maps: fc.record({ ma: prepared('ma'), 'mcv-a': prepared('mcv-a'), 'mcv-b': prepared('mcv-b') }),
    }),
    { minLength: 1, maxLength: 40, selector: ({ id }) => id },
  );

  test('V-154 any table, in any order of signs, runs nothing and is the same again', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (lines) => {
        const csv = await tableauCsv(lines, names);
        expect(csv.split(/\r\n/).filter((line) => /^"?[=+\-@＝]/.test(line))).toEqual([]);
        const { lignes, faults } = await readTableau(csv, catalogue);
        expect(faults).toEqual([]);
        expect(lignes).toEqual(lines.map(({ id, label: said, maps }) => ({ label: said, maps, repere: id })));
      }),
      { numRuns: 60 },
    );
  });

  test('V-154 the given table too, with the codes of the référentiel', async () => {
    const csv = await tableauCsv(official.familleSeconde.competences, names);
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      `\uFEFFIntitulé;${names.join(';')};Repère`,
      "S'informer sur l'organisation, son public et son offre;ma-b2-information ma-b3-relation-commerciale;mcv-b1-veille;mcv-b1-veille mcv-b-b4-informations;sec-s-informer",
    ]);
    const { lignes, faults } = await readTableau(csv, catalogue);
    expect(faults).toEqual([]);
    expect(lignes.map(({ repere }) => repere)).toEqual(
      official.familleSeconde.competences.map(({ id }) => id),
    );
  });
});
