import { f, list } from '../french';

/** Sentences of lifting a thing to put it elsewhere. */
export const lift = {
  help: f`Espace pour soulever, flèches pour déplacer, Espace pour poser, Échap pour annuler.`,
  grip: (name: string) => f`Soulever « ${name} »`,
  taken: (name: string, where: string) =>
    f`« ${name} » soulevée, ${where}. Flèches pour déplacer, Espace pour poser, Échap pour annuler.`,
  place: (place: number, count: number) => f`place ${place} sur ${count}`,
  inLane: (lane: string, place: string) => f`${lane}, ${place}`,
  stays: (name: string) => f`« ${name} » reste à sa place.`,
  removed: (name: string) => f`Déplacement annulé : quelqu'un vient de retirer « ${name} ».`,
  moved: (name: string) => f`Déplacement annulé : quelqu'un vient de déplacer « ${name} ».`,
  here: (name: string) => f`ici : « ${name} »`,
};

/** Sentences of the board of a class. */
export const tableau = {
  views: f`Vue`,
  byStatus: f`Par avancement`,
  asList: f`Liste`,
  column: f`Colonne`,
  shownColumn: f`Avancement`,
  columnOf: (name: string, count: number) => f`${name} (${count})`,
  count: (shown: number, all: number) => (shown === all ? f`${all}` : f`${shown} sur ${all}`),
  countSaid: (shown: number, all: number) =>
    shown === all ? (all === 1 ? f`1 situation` : f`${all} situations`) : f`${shown} situations sur ${all}`,
  moved: (title: string, column: string) => f`« ${title} » est dans « ${column} »`,
  allMoved: (count: number, column: string) =>
    count === 1 ? f`1 situation est dans « ${column} »` : f`${count} situations sont dans « ${column} »`,
  allBinned: (count: number) =>
    count === 1 ? f`1 situation est dans la corbeille` : f`${count} situations sont dans la corbeille`,
  leads: (names: string) => f`Étapes menées par ${names}`,
  nobody: f`Étapes que personne ne mène encore`,
  waits: (names: readonly string[]) => f`en attente de l'accord de ${list(names)}`,
  waitsYours: f`votre accord est attendu`,
  errors: (count: number) => (count === 1 ? f`1 point à corriger` : f`${count} points à corriger`),
  warnings: (count: number) => (count === 1 ? f`1 point à regarder` : f`${count} points à regarder`),
  asks: (name: string) => f`L'accord de ${name} sera demandé : la carte dira qu'elle l'attend.`,
  asksYours: f`Votre accord sera demandé.`,
  quick: (column: string) => f`Ajouter dans « ${column} »`,
  quickPlaceholder: f`Ajouter ici`,
  added: (title: string) => f`« ${title} » ajoutée`,
  addedHidden: (title: string) => f`« ${title} » ajoutée, mais les filtres la cachent.`,
  choose: f`Choisir avec d'autres`,
  unchoose: f`Ne plus choisir`,
  isChosen: f`choisie`,
  chosen: (count: number) => (count === 1 ? f`1 situation choisie` : f`${count} situations choisies`),
  moveAll: f`Mettre dans`,
  none: f`Ne rien choisir`,
  duplicate: f`Dupliquer`,
  copyOf: (title: string) => f`${title} (copie)`,
  duplicated: (title: string) => f`« ${title} » ajoutée au brouillon`,
  tooBig: (count: number, most: number) =>
    f`Cette situation est trop grande pour être copiée d'un coup : ${count} éléments, ${most} au plus. Rien n'a été copié.`,
};

/** Sentences of the filters of the board. */
export const filtre = {
  open: f`Filtrer`,
  title: f`Filtres`,
  texte: f`Mots`,
  texteHelp: f`titre, organisation, public ou mutation du métier`,
  bloc: f`Bloc`,
  complexite: f`Complexité`,
  qui: f`Étapes menées`,
  any: f`tous`,
  anyLevel: f`toutes`,
  anyone: f`par tous`,
  moi: f`à moi`,
  binome: f`à mon binôme`,
  accord: f`attend mon accord`,
  chosen: f`Filtres en place`,
  takeAway: (label: string) => f`Retirer le filtre ${label}`,
  words: (words: string) => f`« ${words} »`,
  all: f`Tout montrer`,
  empty: f`Aucune situation ne répond`,
  emptyHelp: f`Les filtres sont trop étroits ensemble. Retirez-en un, ou montrez tout.`,
};

/** Sentences of what others have changed since one was here. */
export const changes = {
  mark: f`changée depuis`,
  title: (when: string) => f`Ce qui a changé depuis ${when}`,
  countSince: (count: number, names: string, when: string) =>
    count === 1
      ? f`1 situation modifiée par ${names} depuis ${when}`
      : f`${count} situations modifiées par ${names} depuis ${when}`,
  commentedSince: (count: number, names: string, when: string) =>
    count === 1
      ? f`1 situation commentée par ${names} depuis ${when}`
      : f`${count} situations commentées par ${names} depuis ${when}`,
  manySince: (when: string) => f`Beaucoup de choses ont changé depuis ${when}`,
  tooOld: f`Trop de choses ont changé pour les dire une à une : parcourez le tableau.`,
  by: (names: string, what: string, when: string) => f`${names} : ${what}, ${when}`,
  more: (count: number) => (count === 1 ? f`Voir 1 autre situation` : f`Voir ${count} autres situations`),
  allSeen: f`Tout est vu`,
  what: {
    situation: f`place dans la classe`,
    status: f`avancement`,
    weeks: f`semaines`,
    words: f`textes`,
    etapes: f`étapes`,
    accord: f`accord`,
    proposition: f`proposition`,
    choices: f`choix`,
    commentaires: f`commentaires`,
  },
};

/** Sentences of beginning a situation from a model. */
export const modele = {
  open: f`Partir d'un modèle`,
  title: f`Partir d'un modèle`,
  lead: f`Des situations prêtes, pour l'année et la spécialité de votre classe. Vous recevez une copie au brouillon, à changer comme vous voulez.`,
  choices: f`Modèles`,
  etapes: (count: number) => (count === 1 ? f`1 étape` : f`${count} étapes`),
  none: f`Il n'y a pas encore de modèle pour cette année et cette spécialité.`,
  go: f`Copier dans cette classe`,
};

/** Sentences of beginning a situation from another. */
export const start = {
  from: f`Partir de...`,
  ofClasse: f`Une situation d'une autre classe`,
  ofModele: f`Un modèle`,
  open: f`Partir d'une situation`,
  title: f`Partir d'une situation`,
  lead: f`Ses textes, ses étapes et ce qu'elle partage avec votre classe sont copiés au brouillon ; l'original ne change pas.`,
  classe: f`Classe`,
  situation: f`Situation`,
  noClasse: f`Vous n'avez pas d'autre classe. Demandez un lien d'invitation à un collègue.`,
  noSituation: f`Cette classe n'a pas encore de situation.`,
  go: f`Copier dans cette classe`,
};
