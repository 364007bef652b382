import type { Level, Todo } from '../../wire/protocol.gen';
import { f, hours } from '../french';

/** What the rules of the trade say about a class and its situations. */
export const constats = {
  title: f`Contrôles`,
  count: (count: number) => (count === 0 ? f`Contrôles` : f`Contrôles ${count}`),
  none: f`Rien à signaler.`,
  found: (titles: string, name: string) => f`Contrôles : ${titles} (${name})`,
  settled: (left: number, name: string) =>
    left === 0
      ? f`Contrôles : plus rien à signaler (${name})`
      : f`Contrôles : ${left === 1 ? 'un point reste' : `${left} points restent`} (${name})`,
  ofClasse: f`Contrôles de la classe`,
  gaps: (count: number) =>
    count === 1 ? f`1 compétence manque cette année.` : f`${count} compétences manquent cette année.`,
  planned: (count: number) =>
    count === 1 ? f`1 remarque sur le calendrier.` : f`${count} remarques sur le calendrier.`,
  blank: f`Les contrôles commencent avec la première compétence.`,
  waiting: f`Les contrôles arrivent avec la connexion.`,
  passed: (count: number) =>
    count === 1 ? f`1 contrôle sans remarque` : f`${count} contrôles sans remarque`,
  levels: {
    error: f`À corriger`,
    warn: f`À regarder`,
    info: f`Pour information`,
  } satisfies Record<Level, string>,
  source: (source: string) => f`Source : ${source}`,
  sources: {
    seed: (section: string) => (section === '' ? f`document de cadrage` : f`document de cadrage, ${section}`),
    arrete: f`arrêté`,
    mission: f`demande de l'établissement`,
    'common-knowledge': f`usage de la filière`,
  },

  setAside: {
    open: f`Écarter`,
    openOf: (title: string) => f`Écarter : ${title}`,
    title: f`Écarter ce constat`,
    lead: f`La raison reste visible, avec votre nom et la date. Chacun peut reprendre le constat.`,
    reason: f`Raison`,
    reasonMissing: f`Écrivez la raison en quelques mots.`,
    submit: f`Écarter`,
    some: (count: number) => (count === 1 ? f`1 constat écarté` : f`${count} constats écartés`),
    by: (name: string, day: string) => f`Écarté par ${name} le ${day} :`,
    resume: f`Reprendre`,
    resumeOf: (title: string) => f`Reprendre : ${title}`,
  },

  todo: {
    addBloc: f`Voir le déroulé`,
    describe: f`Décrire la situation`,
    giveEtape: f`Donner une étape`,
    rename: f`Changer le titre`,
    completeContexte: f`Compléter le contexte`,
    coverCompetence: f`Voir le parcours`,
    reviewComplexite: f`Voir la complexité`,
    changeSomething: f`Comparer`,
    linkEarlier: f`Relier une situation`,
    fillBinome: f`Voir l'équipe`,
    reviewEquipe: f`Voir l'équipe`,
    shareHours: f`Voir les heures`,
    reviewService: f`Voir les heures`,
    chooseConduite: f`Choisir qui la mène`,
    askAccord: f`Voir les accords`,
    shareBloc: f`Voir le parcours`,
    shareSituation: f`Voir les situations`,
    exploreUnivers: f`Voir le parcours`,
    varyContextes: f`Voir le parcours`,
    chooseVisee: f`Choisir une visée`,
    chooseDimension: f`Voir les situations`,
    chooseOutil: f`Voir les situations`,
    planPfmp: f`Voir les PFMP`,
    splitPfmp: f`Voir les PFMP`,
    movePfmp: f`Déplacer la période`,
    writeObjectif: f`Écrire un objectif`,
    askValidation: f`Voir les PFMP`,
    moveSituation: f`Choisir d'autres semaines`,
    moveFenetre: f`Voir le calendrier`,
    completeAnchors: f`Voir les co-interventions`,
    planSeances: f`Voir les co-interventions`,
    addCompetence: f`Voir le chef-d'œuvre`,
    addJalon: f`Voir le chef-d'œuvre`,
    planEvaluation: f`Voir le chef-d'œuvre`,
    reviewStart: f`Voir le chef-d'œuvre`,
  } satisfies Record<Todo, string>,

  /** What is missing, by the server's words. */
  missing: {
    organisation: f`l'organisation`,
    type: f`le type d'organisation`,
    public: f`le public`,
    canal: f`les canaux`,
    professionnel: f`un membre du binôme`,
    general: f`un collègue de discipline générale`,
    discipline: f`la discipline du collègue`,
    capacite: f`le programme de la discipline générale`,
    competence: f`des compétences du référentiel`,
    savoir: f`des savoirs du référentiel`,
    commune: f`des compétences communes`,
    sociale: f`une compétence sociale`,
    creativite: f`une compétence de créativité`,
    'suivi/premiere': f`le suivi en première`,
    'suivi/terminale': f`le suivi en terminale`,
    'oral-individuel/terminale': f`l'oral individuel en terminale`,
  } as Readonly<Record<string, string>>,

  /** The titles, by rule where the rule says it all, or else by what it has found. */
  plain: {
    'HOR-TITRE-BLOC': f`Le titre nomme un bloc, pas une situation de travail`,
    'MA-VISEES': f`Aucune exigence du métier n'est visée`,
    'BIN-PARTAGE': f`Personne ne mène encore cette étape`,
    'SPI-REINVESTIR': f`Elle ne dit pas ce qu'elle réinvestit`,
    'COI-RAP': f`Cette co-intervention ne part d'aucune activité du référentiel`,
    'CDO-DES-PREMIERE': f`Le chef-d'œuvre commence en première, pas en terminale`,
  } as Readonly<Record<string, string>>,
  openEtape: (n: number) => f`Étape ${n} : personne ne la mène encore`,
  oneBloc: (bloc: string) => f`Un seul bloc : ${bloc}`,
  noBloc: f`Aucun bloc : les étapes n'ont pas encore de compétence`,
  thin: f`La situation n'est pas encore décrite`,
  thinEtapes: (competences: string) => f`Sans étape : ${competences}`,
  contexte: (what: string) => f`Il manque ${what}`,
  unusedBloc: (bloc: string) => f`Cette année ne travaille pas encore : ${bloc}`,
  gap: (competence: string) => f`Pas encore travaillée cette année : ${competence}`,
  gapUntil: (week: number, monday: string) =>
    f`Dernière semaine possible : celle du ${monday}, semaine ${week}.`,
  gapLate: f`La dernière semaine de cours est passée.`,
  gapDrafts: (count: number) =>
    count === 1 ? f`1 brouillon la prévoit.` : f`${count} brouillons la prévoient.`,
  levelAbsent: (expected: string) => f`Complexité à choisir : ${expected}, d'habitude, cette année`,
  level: (actual: string, expected: string) => f`Marquée ${actual} ; on attend ${expected} cette année`,
  recedes: (competence: string, was: string, is: string) =>
    f`${competence} : ${was} auparavant, ${is} cette année`,
  unchanged: (earlier: string) => f`Rien ne change depuis « ${earlier} »`,
  thirdTeacher: (names: string) => f`Un troisième professeur de vente : ${names}`,
  otherDiscipline: (names: string) => f`Pas de vente parmi ses disciplines : ${names}`,
  accords: (names: string) => f`En attente de l'accord de ${names}`,
  vacant: (places: string) => f`Place libre dans le binôme : ${places}`,
  hoursOver: (sum: number, of: number) =>
    f`${hours(60 * sum)} réparties, plus que les ${hours(60 * of)} de l'année`,
  hoursLeft: (left: number) => f`${hours(60 * left)} ne sont réparties à personne`,
  overloaded: (name: string, weekly: number, service: number) =>
    f`${name} : ${hours(weekly)} par semaine pour un service de ${hours(service)}`,
  reserved: (bloc: string, name: string) => f`${name} est seul à mener : ${bloc}`,
  specialised: (name: string, univers: string) => f`${name} ne mène qu'en ${univers}`,
  share: f`Prêtes, mais aucune n'est partagée avec l'équipe de vente`,
  univers: (missing: string) => f`Univers pas encore exploré : ${missing}`,
  contextes: (count: number) =>
    count === 1 ? f`Un seul type d'organisation cette année` : f`${count} types d'organisation seulement`,
  dimensions: (missing: string) => f`Pas encore abordé cette année : ${missing}`,
  outils: (bloc: string) => f`Aucun outil numérique pour ce bloc : ${bloc}`,
  coSide: (side: string) => f`Il manque ${side}`,
  coAnchors: (what: string) => f`Il manque ${what}`,
  seances: (discipline: string, planned: number, of: number) =>
    f`Co-intervention${discipline === '' ? '' : ` en ${discipline}`} : ${hours(planned)} prévues sur ${hours(60 * of)}`,
  chef: (what: string) => f`Il manque ${what}`,
  jalons: (count: number, min: number) => f`Jalons : ${count} sur au moins ${min}`,
  pfmpLeft: (left: number) => (left === 1 ? f`Reste 1 semaine de PFMP` : f`Reste ${left} semaines de PFMP`),
  pfmpOver: (over: number) =>
    over === 1 ? f`1 semaine de PFMP en trop` : f`${over} semaines de PFMP en trop`,
  pfmpCycleLeft: (left: number) =>
    left === 1
      ? f`Reste 1 semaine de PFMP sur les trois ans`
      : f`Reste ${left} semaines de PFMP sur les trois ans`,
  pfmpCycleOver: (over: number) =>
    over === 1
      ? f`1 semaine de PFMP en trop sur les trois ans`
      : f`${over} semaines de PFMP en trop sur les trois ans`,
  split: (weeks: string) => f`Ce découpage n'est pas prévu : ${weeks}`,
  splitWeeks: (weeks: number) => (weeks === 1 ? f`1 semaine` : f`${weeks} semaines`),
  afterChoice: (limit: string) => f`Elle finit après le choix d'orientation, le ${limit}`,
  startsLate: (limit: string) => f`La première PFMP commence après le ${limit}`,
  noObjectif: (day: string) => f`Aucun objectif relié à une compétence, et elle commence le ${day}`,
  notValidated: (day: string) => f`Pas encore validée par la direction ; elle commence le ${day}`,
  inHolidays: f`Ces semaines tombent pendant les vacances`,
  overPfmp: (pfmp: string) => f`La classe est absente : ${pfmp}`,
  pfmp: (n: number) => f`PFMP ${n}`,
  aPfmp: f`PFMP`,
} as const;
