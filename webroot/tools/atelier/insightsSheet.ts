import type { InsightValues } from '../../src/wire/protocol.gen';

const nobody = { x: 0, y: 0, xy: 0, open: 0 };
const at = (entity: string, field?: string) => ({
  place: { board: 'b1', entity, ...(field === undefined ? {} : { field }) },
  source: 'seed',
});

/** What the server would say of the town hall's desk. */
export const sheetInsights: InsightValues = {
  'situation/s1': {
    minutes: { x: 330, y: 275, xy: 55, open: 0 },
    competences: { 'ma-b1-flux': 110, 'ma-b3-reclamations': 110 },
    blocs: { 'ma-b1': { ...nobody, x: 330 } },
    numbers: ['1', '2', '3'],
    sansEtape: ['ma-b3-inconnue'],
    builtOn: [
      {
        earlier: 'b2/s21',
        titre: "Un samedi matin à l'accueil de la médiathèque",
        year: 'seconde',
        complexite: 'courante',
        type: 'bibliothèque',
        perimetre: 'un service',
        nature: "adaptation d'une procédure",
        isEarlier: true,
        changed: ['contextualisation', 'perimetre', 'complexite'],
      },
    ],
    reusedBy: [],
  },
  'findings/s1': [
    {
      id: 'BIN-PARTAGE~et7',
      rule: 'BIN-PARTAGE',
      level: 'warn',
      todo: 'chooseConduite',
      detail: { type: 'plain' },
      ...at('et7', 'conduitePar'),
    },
    {
      id: 'MA-VISEES~s1',
      rule: 'MA-VISEES',
      level: 'info',
      todo: 'chooseVisee',
      detail: { type: 'plain' },
      ...at('s1'),
    },
    {
      id: 'HOR-SITUATION-DABORD~s1',
      rule: 'HOR-SITUATION-DABORD',
      level: 'info',
      todo: 'giveEtape',
      detail: { type: 'thin', chars: 230, min: 80, sansEtape: ['ma-b3-inconnue'] },
      setAside: { id: 'ecarte1', reason: 'attend la fiche de juin', by: 'mehdi', on: '2026-11-20' },
      ...at('s1', 'description'),
    },
  ],
  hours: {
    volume: 266,
    arrete: true,
    weeks: 28,
    x: 'claire',
    y: 'mehdi',
    hoursX: 126,
    hoursY: 140,
    planned: { x: 330, y: 275, xy: 55, open: 0 },
    economieDroit: 'X',
    economieDroitHours: 28,
    loads: [
      {
        person: 'claire',
        weekly: 1110,
        service: 1080,
        classes: [
          { board: 'b1', label: '1MA', weekly: 330 },
          { board: 'b2', label: '2MRC', weekly: 780 },
        ],
      },
      { person: 'mehdi', weekly: 900, service: 1080, classes: [{ board: 'b1', label: '1MA', weekly: 900 }] },
    ],
    coInterventions: {},
  },
  outils: { situations: { 'ma-b1-outil-message-instantane': 2 } },
};
