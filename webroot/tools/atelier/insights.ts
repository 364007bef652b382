import type { Entity } from '../../src/board/view';
import type { Value } from '../../src/wire/protocol.gen';
import type { Op } from '../../src/text/op';
import ma from '../../../src/main/resources/referentiels/ma.json';
import mcvA from '../../../src/main/resources/referentiels/mcv-a.json';
import mcvB from '../../../src/main/resources/referentiels/mcv-b.json';
import famille from '../../../src/main/resources/referentiels/famille-seconde.json';
import calendrier from '../../../src/main/resources/referentiels/calendrier-2026-2027.json';
import type {
  Cell,
  Complexite,
  Deja,
  InsightValues,
  ParcoursClasse,
  ParcoursRow,
  Week,
  YearCell,
} from '../../src/wire/protocol.gen';
import type { Start } from './school';

/** What the server would say of the classes of the atelier: of the coverage and what it is read with. */

const programmes = { ma, 'mcv-a': mcvA, 'mcv-b': mcvB };

function competencesOf(specialite: keyof typeof programmes): readonly string[] {
  return programmes[specialite].blocs.flatMap(({ competences }) => competences.map(({ id }) => id));
}

const nothing: Cell = { count: 0, minutes: 0, drafts: 0, situations: [] };

function year(board: string, complexite: Complexite, ...situations: readonly string[]): YearCell {
  return {
    count: situations.length,
    minutes: 110 * situations.length,
    ...(situations.length > 0 ? { complexite } : {}),
    drafts: 0,
    required: true,
    situations: situations.map((situation) => ({ board, situation })),
  };
}

function classe(board: string, label: string, in_: ParcoursClasse['year'], lastWeek: string): ParcoursClasse {
  return { board, label, year: in_, rentree: 2026, lastWeek };
}

/** The weeks of zone B for a class whose periods in companies start on those Mondays. */
function weeks(...pfmps: readonly (readonly [monday: string, count: number])[]): readonly Week[] {
  const away = new Set<number>();
  for (const [monday, count] of pfmps) {
    const first = calendrier.weeks.find((week) => week.monday === monday)?.number ?? 0;
    for (let at = 0; at < count; at++) away.add(first + at);
  }
  return calendrier.weeks.map(({ number, monday, zones, ...week }) => ({
    number,
    monday,
    state: away.has(number) ? 'pfmp' : zones.B === 'cours' ? 'cours' : 'vacances',
    ...(zones.B === 'cours' ? {} : { holiday: zones.B }),
    ...(away.has(number) ? { pfmp: 'p1' } : {}),
    feries: 'feries' in week ? week.feries : [],
  }));
}

/** 1MA: its desk at the town hall works everything once, and the classes around it do too. */
export function ofPremiere(): InsightValues {
  const classes = [
    classe('c-2mrc', '2MRC', 'seconde', '2027-06-28'),
    classe('b1', '1MA', 'premiere', '2027-06-28'),
    classe('c-tma', 'TMA', 'terminale', '2027-05-31'),
  ];
  const values: Record<string, unknown> = {
    'parcours/ma': {
      classes,
      promotion: [],
      titles: {
        'c-2mrc/m1': "Un samedi matin à l'accueil de la médiathèque",
        'c-tma/h1': "Panne informatique à l'accueil de l'hôpital un jour d'affluence",
      },
    },
    blocs: { situations: [0, 0, 0, 1, 0], uses: [] },
    coverage: { total: 11, covered: 11, gaps: [] },
    weeks: weeks(['2026-11-09', 4], ['2027-05-17', 4]),
  };
  for (const id of competencesOf('ma')) {
    const row: ParcoursRow = {
      seconde: year('c-2mrc', 'courante', 'm1'),
      premiere: year('b1', 'complexe', 's1'),
      terminale: year('c-tma', 'critique', 'h1'),
      deja: [],
    };
    values[`matrix/ma/${id}`] = row;
    values[`coverage/${id}`] = {
      count: 1,
      minutes: 110,
      complexite: 'complexe',
      drafts: 0,
      situations: ['s1'],
    } satisfies Cell;
  }
  return values as InsightValues;
}

/** 2MRC, in which nothing is planned yet: nothing is worked, no world is met. */
export function ofSeconde(): InsightValues {
  const values: Record<string, unknown> = {
    blocs: { situations: [0, 0, 0, 0, 0], uses: [] },
    coverage: { total: 11, covered: 0, gaps: famille.competences.map(({ id }) => id) },
    weeks: weeks(['2026-11-23', 3], ['2027-03-22', 3]),
    seconde: {
      univers: ['ma', 'mcv-a', 'mcv-b'].map((specialite) => ({
        specialite,
        situations: 0,
        minutes: { x: 0, y: 0, xy: 0, open: 0 },
      })),
      types: {},
    },
  };
  for (const { id } of famille.competences) values[`coverage/${id}`] = nothing;
  for (const specialite of ['ma', 'mcv-a', 'mcv-b'] as const) {
    values[`parcours/${specialite}`] = {
      classes: [classe('b2', '2MRC', 'seconde', '2027-06-28')],
      promotion: [],
      titles: {},
    };
    for (const id of competencesOf(specialite))
      values[`matrix/${specialite}/${id}`] = {
        seconde: { ...year('b2', 'courante'), required: id !== 'mcv-a-b4-operations-prealables' },
        deja: [],
      };
  }
  return values as InsightValues;
}

/** How many situations of seconde, première and terminale work each competence of MCV option A. */
const mcv: Readonly<Record<string, readonly [seconde: number, premiere: number, terminale: number]>> = {
  'mcv-b1-veille': [2, 1, 1],
  'mcv-b1-vente-omnicanale': [3, 1, 1],
  'mcv-b1-execution': [2, 1, 1],
  'mcv-b2-suivi-commande': [2, 1, 1],
  'mcv-b2-services-associes': [2, 0, 0],
  'mcv-b2-retours-reclamations': [1, 1, 1],
  'mcv-b2-satisfaction': [2, 0, 1],
  'mcv-b3-information-client': [2, 0, 1],
  'mcv-b3-actions': [1, 1, 1],
  'mcv-b3-evaluer': [2, 1, 1],
  'mcv-a-b4-operations-prealables': [0, 1, 1],
  'mcv-a-b4-attractive-fonctionnelle': [1, 1, 1],
  'mcv-a-b4-developper-clientele': [1, 1, 1],
};

const worked = Object.entries(mcv).flatMap(([id, [, premiere]]) => (premiere > 0 ? [id] : []));
/** What only a draft works. */
const drafted = 'mcv-b2-satisfaction';

/** The class 1MCV-A, with one situation that is ready and a draft. */
export function salesClasse(): Start {
  const entities: Entity[] = [];
  const texts: Record<string, readonly Op[]> = {};
  function put(kind: string, id: string, parent: string | undefined, fields: Record<string, Value> = {}) {
    entities.push({ id, kind, fields, ...(parent === undefined ? {} : { in: parent }) });
  }
  put('classe', 'b3', undefined, { year: 'premiere', rentree: 2026 });
  texts['b3/label'] = [{ insert: '1MCV-A\n' }];
  put('specialite', 'b3~specialite~mcv-a', 'b3');
  put('binome', 'bi3', 'b3', { x: 'claire', y: 'mehdi', from: { day: '2026-09-01' } });
  put('situation', 'v1', 'b3', {
    complexite: 'complexe',
    status: 'pret',
    weeks: { start: '2026-09-21', end: '2026-10-16' },
  });
  texts['v1/titre'] = [{ insert: 'Lancer le rayon de vêtements de seconde main\n' }];
  put('etape', 've1', 'v1', { minutes: 110 });
  for (const id of worked) put('competence', `ve1~competence~${id}`, 've1');
  put('situation', 'v2', 'b3', {
    complexite: 'courante',
    status: 'brouillon',
    weeks: { start: '2027-01-11', end: '2027-01-22' },
  });
  texts['v2/titre'] = [{ insert: 'Écouter les clients du rayon\n' }];
  put('etape', 've2', 'v2', { minutes: 55 });
  put('competence', `ve2~competence~${drafted}`, 've2');
  return { entities, texts };
}

/** What is said of it: two gaps of its own, one that only a draft works, one in terminale. */
export function ofSalesClasse(): InsightValues {
  const seconde = ['p1', 'p2', 'p3'];
  const missing = Object.keys(mcv).filter((id) => !worked.includes(id));
  const monday = '2027-06-28';
  const values: Record<string, unknown> = {
    'parcours/mcv-a': {
      classes: [
        classe('c-2mrc', '2MRC', 'seconde', monday),
        classe('b3', '1MCV-A', 'premiere', monday),
        classe('c-tmcva', 'TMCV-A', 'terminale', '2027-05-31'),
      ],
      promotion: [{ board: 'c-2mrc-2025', label: '2MRC', year: 'seconde', rentree: 2025 }],
      titles: {
        'c-2mrc/p1': 'La boutique solidaire prépare les commandes de fournitures',
        'c-2mrc/p2': 'Trouver les vingt premiers clients des paniers de légumes',
        'c-2mrc/p3': "Un samedi matin à l'accueil de la médiathèque",
        'c-tmcva/n1': 'Rupture de stock et avis négatifs la semaine du Black Friday',
        'c-2mrc-2025/q1': 'Ouvrir la boutique du lycée',
      },
    },
    blocs: { situations: [0, 0, 0, 0, 1], uses: [] },
    coverage: { total: 13, covered: worked.length, gaps: missing },
    weeks: weeks(['2026-11-09', 4], ['2027-05-17', 4]),
    'findings/b3': missing.map((competence) => ({
      id: `SPI-CHAQUE-ANNEE~b3~${competence}`,
      rule: 'SPI-CHAQUE-ANNEE',
      source: 'D-21',
      level: 'warn',
      place: { board: 'b3', entity: 'b3' },
      todo: 'coverCompetence',
      detail: {
        type: 'gap',
        competence,
        year: 'premiere',
        drafts: competence === drafted ? 1 : 0,
        week: 44,
        monday,
        late: false,
      },
    })),
  };
  for (const [id, [before, now, after]] of Object.entries(mcv)) {
    const deja: Deja[] =
      id === 'mcv-b2-services-associes'
        ? [{ board: 'c-2mrc-2025', rentree: 2025, count: 1, minutes: 55, complexite: 'courante' }]
        : [];
    const row: ParcoursRow = {
      seconde: {
        ...year('c-2mrc', 'courante', ...seconde.slice(0, before)),
        required: id !== 'mcv-a-b4-operations-prealables',
      },
      premiere: {
        ...year('b3', 'complexe', ...(now > 0 ? ['v1'] : [])),
        ...(id === drafted ? { drafts: 1, situations: [{ board: 'b3', situation: 'v2' }] } : {}),
      },
      terminale: year('c-tmcva', 'critique', ...(after > 0 ? ['n1'] : [])),
      deja,
    };
    values[`matrix/mcv-a/${id}`] = row;
  }
  return values as InsightValues;
}
