import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { official } from '../../../tools/official';
import { Catalogue } from '../../parcours/catalogue';
import type { Detail, Finding } from '../../wire/protocol.gen';
import { typesetLists } from '../french';
import { BoardModel } from '../model/BoardModel.svelte';
import { reasonOf, sourceOf, titleOf } from './told';

const plain: Detail = { type: 'plain' };
const missing = (...what: string[]): Detail => ({ type: 'missing', what });
const persons: Detail = { type: 'persons', persons: ['mehdi'] };

/** Of each rule what it may find, and how that is said. */
const said: readonly (readonly [rule: string, detail: Detail, title: string])[] = [
  ['HOR-MULTIBLOC', { type: 'fewBlocs', blocs: ['2'], min: 2 }, 'Un seul bloc : Gérer l’information'],
  ['HOR-MULTIBLOC', { type: 'fewBlocs', blocs: [], min: 2 }, 'Aucun bloc'],
  ['HOR-SITUATION-DABORD', { type: 'thin', chars: 3, min: 80, sansEtape: [] }, 'pas encore décrite'],
  [
    'HOR-SITUATION-DABORD',
    { type: 'thin', chars: 99, min: 80, sansEtape: ['ma-b1-flux'] },
    'Sans étape : Gérer les flux',
  ],
  ['HOR-TITRE-BLOC', plain, 'Le titre nomme un bloc'],
  ['HOR-CONTEXTE', missing('public', 'canal'), 'Il manque le public et les canaux'],
  ['HOR-EQUILIBRE-ANNEE', missing('ma-b3'), 'ne travaille pas encore : Gérer la relation commerciale'],
  [
    'SPI-CHAQUE-ANNEE',
    {
      type: 'gap',
      competence: 'ma-b1-flux',
      year: 'premiere',
      drafts: 1,
      week: 37,
      monday: '2027-05-10',
      late: false,
    },
    'Pas encore travaillée cette année : Gérer les flux',
  ],
  [
    'SEC-COMMUNES',
    { type: 'gap', competence: 'ma-b1-flux', year: 'seconde', drafts: 0, late: true },
    'Pas encore travaillée cette année : Gérer les flux',
  ],
  ['SPI-COMPLEXITE', { type: 'levels', expected: 'complexe' }, 'Complexité à choisir : complexe'],
  [
    'SPI-COMPLEXITE',
    { type: 'levels', expected: 'complexe', actual: 'courante' },
    'Marquée courante ; on attend complexe',
  ],
  [
    'SPI-PROGRESSION',
    {
      type: 'recedes',
      competence: 'ma-b1-flux',
      before: 'seconde',
      was: 'complexe',
      after: 'premiere',
      is: 'courante',
    },
    'Gérer les flux : complexe auparavant, courante cette année',
  ],
  ['SPI-GRADUATION', { type: 'unchanged', earlier: 'b/s1' }, 'Rien ne change depuis « Le guichet »'],
  ['SPI-REINVESTIR', plain, 'Elle ne dit pas ce qu’elle réinvestit'],
  ['BIN-DEUX', persons, 'Un troisième professeur de vente : Mehdi R.'],
  ['BIN-DEUX', missing('Y'), 'Place libre dans le binôme : Y'],
  ['BIN-VENTE', persons, 'Pas de vente parmi ses disciplines : Mehdi R.'],
  ['BIN-VOLUME', { type: 'hoursShared', hours: 250, of: 266 }, '16 h ne sont réparties à personne'],
  ['BIN-VOLUME', { type: 'hoursShared', hours: 270, of: 266 }, '270 h réparties, plus que les 266 h'],
  [
    'BIN-SERVICE',
    { type: 'overloaded', person: 'mehdi', weekly: 1110, service: 1080 },
    'Mehdi R. : 18 h 30 par semaine pour un service de 18 h',
  ],
  ['BIN-PARTAGE', plain, 'Étape 1 : personne ne la mène encore'],
  ['BIN-CO-ELABORATION', persons, 'En attente de l’accord de Mehdi R.'],
  ['BIN-PAS-DE-BLOC-RESERVE', { type: 'reserved', bloc: 'ma-b1', by: 'Y' }, 'Mehdi R. est seul à mener'],
  ['EQUIPE-MUTUALISER', { type: 'share', part: 0, of: 3 }, 'aucune n’est partagée'],
  ['SEC-TROIS-UNIVERS', missing('mcv-b'), 'Univers pas encore exploré : MCV-B (PVOC)'],
  ['SEC-CONTEXTES-VARIES', { type: 'tooFew', count: 1, min: 3 }, 'Un seul type d’organisation'],
  [
    'SEC-PAS-DE-SPECIALISATION',
    { type: 'specialised', person: 'mehdi', univers: ['ma'], min: 2 },
    'Mehdi R. ne mène qu’en',
  ],
  ['MA-VISEES', plain, 'Aucune exigence du métier'],
  ['MA-DIMENSIONS', missing('ma-dim-distance'), 'Pas encore abordé cette année : À distance'],
  ['NUM-PAR-BLOC', missing('ma-b2'), 'Aucun outil numérique pour ce bloc : Gérer l’information'],
  ['COI-RAP', plain, 'ne part d’aucune activité'],
  ['COI-DISCIPLINE', missing('general'), 'Il manque un collègue de discipline générale'],
  [
    'COI-TRIPLE',
    missing('capacite', 'savoir'),
    'Il manque le programme de la discipline générale et des savoirs',
  ],
  [
    'COI-HEURES',
    { type: 'seances', discipline: 'francais', minutes: 600, hours: 21 },
    'Co-intervention en Français : 10 h prévues sur 21 h',
  ],
  ['CDO-DES-PREMIERE', plain, 'commence en première'],
  ['CDO-COMPETENCES', missing('commune'), 'Il manque des compétences communes'],
  ['CDO-SOCIALES', missing('sociale', 'creativite'), 'Il manque une compétence sociale'],
  ['CDO-EVALUATION', missing('suivi/premiere'), 'Il manque le suivi en première'],
  ['CDO-PROJET', { type: 'tooFew', count: 2, min: 4 }, 'Jalons : 2 sur au moins 4'],
  [
    'PFMP-TOTAL',
    { type: 'weeksOf', ruleset: 'seed-2019', weeks: 19, of: 22 },
    'Reste 3 semaines de PFMP sur les trois ans',
  ],
  ...['PFMP-SEC-WEEKS', 'PFMP-PRE-WEEKS', 'PFMP-TER-WEEKS'].map(
    (rule) =>
      [
        rule,
        { type: 'weeksOf', ruleset: 'seed-2019', weeks: 9, of: 8 },
        '1 semaine de PFMP en trop',
      ] as const,
  ),
  ...['PFMP-SEC-SPLIT', 'PFMP-PRE-SPLIT', 'PFMP-TER-SPLIT'].map(
    (rule) =>
      [
        rule,
        { type: 'split', ruleset: 'seed-2019', weeks: [5, 3] },
        'pas prévu : 5 semaines et 3 semaines',
      ] as const,
  ),
  [
    'PFMP-SEC-EARLY',
    { type: 'beyond', day: '2027-06-11', limit: '2027-05-31' },
    'Elle finit après le choix d’orientation, le 31 mai',
  ],
  ['PFMP-CALENDRIER', { type: 'inHolidays', holiday: 'noel' }, 'tombent pendant les vacances'],
  ['PFMP-OBJECTIVES', { type: 'starts', day: '2027-01-04' }, 'elle commence le 4 janvier'],
  ['PFMP-RESPONSABLE', { type: 'starts', day: '2027-01-04' }, 'Pas encore validée par la direction'],
  ['PFMP-CHEVAUCHEMENT', { type: 'overPfmp', pfmp: 'p1' }, 'La classe est absente : PFMP 2'],
];

test.each(said)('V-110 %s is said in words', (rule, detail, title) => {
  const told = titleOf(finding(rule, detail), ground());
  expect(told.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(title);
  expect(reasonOf(finding(rule, detail), ground())).not.toBe('');
});

test('V-110 each rule that the server finds something by is among them', () => {
  const folder = `${import.meta.dirname}/../../../../src/main/java/fr/binome/parcours/constat`;
  const sources = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const found = sources.flatMap((source) => source.match(/(?<=")[A-Z]{2,6}-[A-Z]+(?:-[A-Z]+)*(?=")/g) ?? []);
  const suffixed = ['SEC', 'PRE', 'TER'].flatMap((year) => [`PFMP-${year}-WEEKS`, `PFMP-${year}-SPLIT`]);
  expect([...new Set(said.map(([rule]) => rule))].sort()).toEqual(
    [...new Set([...found, ...suffixed])].sort(),
  );
});

test('V-110 a gap tells the last week that can still close it, and that drafts do', () => {
  const gap = said.find(([rule]) => rule === 'SPI-CHAQUE-ANNEE');
  expect(gap && reasonOf(finding(gap[0], gap[1]), ground())).toBe(
    'Dernière semaine possible : celle du 10 mai, semaine 37. 1 brouillon la prévoit.'
      .replace(' :', '\u00a0:')
      .replace('10 ', '10\u00a0'),
  );
});

test('V-110 a finding names the place in the text that it comes from', () => {
  expect(sourceOf(finding('HOR-MULTIBLOC', plain), ground())).toBe('document de cadrage, 1b');
});

function finding(rule: string, detail: Detail): Finding {
  const place = { board: 'b', entity: 'e1' };
  return { id: `${rule}~e1`, rule, source: 'seed', level: 'warn', place, todo: 'describe', detail };
}

function ground() {
  const board = new BoardModel('b', 'claire', {
    send: () => '',
    undo: () => undefined,
    redo: () => undefined,
    place: () => undefined,
    find: () => undefined,
  });
  board.introduce({ claire: { name: 'Claire K.', hue: 0 }, mehdi: { name: 'Mehdi R.', hue: 1 } });
  board.show({
    entities: [
      { id: 'b', kind: 'classe', fields: {} },
      { id: 'bi', kind: 'binome', in: 'b', fields: { x: 'claire', y: 'mehdi' } },
      { id: 's1', kind: 'situation', in: 'b', fields: {} },
      { id: 'e1', kind: 'etape', in: 's1', fields: {} },
    ],
    children: [
      { of: 'b', kind: 'binome', ids: ['bi'] },
      { of: 's1', kind: 'etape', ids: ['e1'] },
    ],
    texts: [{ id: 's1', field: 'titre', content: [{ insert: 'Le guichet\n' }] }],
  });
  const cycle = {
    ruleset: 'seed-2019',
    weeks: 8,
    asked: 8,
    splits: [],
    total: 8,
    askedTotal: 22,
    planned: false,
  };
  board.showInsights(
    { pfmp: { ...cycle, periods: [{ id: 'p1', number: 2, weeks: 4, validated: false }] } },
    [],
    [],
  );
  return { board, catalogue: new Catalogue(typesetLists(official), ['ma'], false, '') };
}
