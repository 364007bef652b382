import type { Entity } from '../../src/board/view';
import type { Value } from '../../src/wire/protocol.gen';
import type { Op } from '../../src/text/op';

/** What a board starts from. */
export interface Start {
  readonly entities: readonly (Entity & { readonly in?: string })[];
  readonly texts: Readonly<Record<string, readonly Op[]>>;
}

type Etape = readonly [
  titre: string,
  how: string,
  competences: readonly string[],
  by: string | undefined,
  minutes: number | undefined,
];

const etapes: readonly Etape[] = [
  [
    "Lire l'organigramme et la procédure, repérer les priorités",
    'étude documentaire → logigramme du guichet',
    ['ma-b2-information', 'ma-b1-activites-simultanees'],
    'X',
    110,
  ],
  [
    'Accueillir sur plusieurs canaux le même matin',
    'simulation à trois postes → main courante',
    ['ma-b1-prendre-contact', 'ma-b1-demande', 'ma-b1-activites-simultanees'],
    'Y',
    165,
  ],
  [
    "Mesurer l'attente et proposer une organisation de la file",
    'relevé puis proposition → plan de file et signalétique',
    ['ma-b1-flux', 'ma-b2-projet'],
    'Y',
    110,
  ],
  [
    'Suivre les prestations : interprète et agent de médiation',
    'étude de cas → fiche de suivi de prestation',
    ['ma-b2-prestations'],
    'X',
    110,
  ],
  [
    "Répondre à la réclamation sur la facture d'eau",
    'jeu de rôle puis courriel → réponse écrite validée',
    ['ma-b3-reclamations', 'ma-b1-conflits'],
    'X',
    110,
  ],
  [
    'Présenter les services et recueillir la satisfaction',
    'oral court → questionnaire et synthèse',
    ['ma-b3-relation-commerciale', 'ma-b3-satisfaire-fideliser'],
    'XY',
    55,
  ],
  ['Tirer le bilan de la première semaine', '', [], undefined, undefined],
];

/** The class 2MRC as it is made: without a colleague, without a situation. */
export function newClasse(): Start {
  return {
    entities: [
      { id: 'b2', kind: 'classe', fields: { year: 'seconde', rentree: 2026 } },
      ...['ma', 'mcv-a', 'mcv-b'].map((specialite) => ({
        id: `b2~specialite~${specialite}`,
        kind: 'specialite',
        in: 'b2',
        fields: {},
      })),
      { id: 'bi2', kind: 'binome', in: 'b2', fields: { x: 'claire', from: { day: '2026-09-01' } } },
    ],
    texts: { 'b2/label': [{ insert: '2MRC\n' }] },
  };
}

/** A class of the next school year as it has just been made. */
export function nextClasse(id: string): Start {
  return {
    entities: [
      { id, kind: 'classe', fields: { year: 'terminale', rentree: 2027 } },
      { id: `${id}~specialite~ma`, kind: 'specialite', in: id, fields: {} },
    ],
    texts: { [`${id}/label`]: [{ insert: 'TMA\n' }] },
  };
}

/** The class 1MA with the town hall's desk, and two other situations. */
export function school(): Start {
  const entities: Entity[] = [];
  const texts: Record<string, readonly Op[]> = {};

  function put(kind: string, id: string, parent: string | undefined, fields: Record<string, Value> = {}) {
    entities.push({ id, kind, fields, ...(parent === undefined ? {} : { in: parent }) });
  }
  function line(id: string, field: string, text: string) {
    texts[`${id}/${field}`] = [{ insert: `${text}\n` }];
  }
  function member(owner: string, kind: string, target: string) {
    put(kind, `${owner}~${kind}~${target}`, owner);
  }

  put('classe', 'b1', undefined, { year: 'premiere', rentree: 2026 });
  line('b1', 'label', '1MA');
  member('b1', 'specialite', 'ma');
  put('binome', 'bi1', 'b1', { x: 'claire', y: 'mehdi', from: { day: '2026-09-01' } });

  put('situation', 's1', 'b1', {
    complexite: 'complexe',
    status: 'pret',
    weeks: { start: '2026-09-21', end: '2026-10-09' },
    evaluationNature: 'formative',
  });
  line('s1', 'titre', 'Le guichet unique de la mairie ouvre au public');
  line('s1', 'perimetre', 'trois services, plusieurs canaux');
  line('s1', 'nature', "adaptation d'une procédure");
  line('s1', 'organisation', 'Mairie de Valsol');
  line('s1', 'type', 'collectivité territoriale');
  line('s1', 'public', 'usagers de tous âges, dont non francophones');
  ['guichet', 'téléphone', 'courriel', 'prise de rendez-vous en ligne'].forEach((canal, i) => {
    put('canal', `ca${i}`, 's1');
    line(`ca${i}`, 'label', canal);
  });
  ["file qui s'allonge", 'usager mécontent'].forEach((alea, i) => {
    put('alea', `al${i}`, 's1');
    line(`al${i}`, 'label', alea);
  });
  line(
    's1',
    'description',
    "La mairie réunit l'état civil, les inscriptions scolaires et le service des eaux à un seul guichet. Première semaine d'ouverture : les procédures changent, les usagers se trompent de file, une réclamation arrive sur le prix de l'eau.",
  );
  texts['s1/consigne'] = [
    { insert: 'Tenez ' },
    { insert: 'le guichet', attributes: { bold: true } },
    { insert: ' pendant une matinée :\naccueillez' },
    { insert: '\n', attributes: { list: 'bullet' } },
    { insert: 'orientez' },
    { insert: '\n', attributes: { list: 'bullet' } },
    { insert: 'rendez compte par écrit.\n' },
  ];
  line('s1', 'evaluation', "Grille d'observation pendant la simulation, puis retour à deux voix.");
  member('s1', 'activiteRap', 'ma-rap-accueil-multicanal');
  member('s1', 'activiteRap', 'ma-rap-interface-organisation');
  member('s1', 'savoir', 'ma-b1-savoir-flux');
  member('s1', 'savoir', 'ma-b2-savoir-systeme-information');
  member('s1', 'outil', 'ma-b1-outil-message-instantane');
  put('reinvestit', 're1', 's1', { situation: 'b2/s21' });
  member('s1', 'competenceEnvisagee', 'ma-b1-flux');
  member('s1', 'competenceEnvisagee', 'ma-b3-inconnue');

  etapes.forEach(([titre, how, competences, by, minutes], i) => {
    const id = `et${i + 1}`;
    put('etape', id, 's1', {
      ...(by === undefined ? {} : { conduitePar: by }),
      ...(minutes === undefined ? {} : { minutes }),
    });
    line(id, 'titre', titre);
    const [modalite = '', livrable = ''] = how.split(' → ');
    line(id, 'modalite', modalite);
    line(id, 'livrable', livrable);
    for (const competence of competences) member(id, 'competence', competence);
  });

  put('situation', 's2', 'b1', { complexite: 'courante', status: 'idee' });
  line('s2', 'titre', 'La mairie prépare son premier forum des associations');
  put('situation', 's3', 'b1');
  return { entities, texts };
}
