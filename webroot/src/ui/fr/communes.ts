import { f, list } from '../french';

const competences = (count: number) => (count === 1 ? f`1 compétence` : f`${count} compétences`);

/** The table of the common competences of seconde (D-55); loaded with its page, not with the first. */
export const communes = {
  title: f`Tableau des compétences communes`,
  open: f`Tableau des compétences communes`,
  back: f`Retour à la couverture`,
  given: (count: number) =>
    f`Le tableau fourni : ${competences(count)}. C'est une proposition de Binôme, à vérifier ; votre équipe peut lui substituer celui de son académie.`,
  own: (count: number) =>
    f`Le tableau de votre équipe : ${competences(count)}. Il remplace en entier celui qui est fourni, pour cette classe.`,
  counts: f`La couverture, les blocs et les constats se calculent d'après ce tableau.`,
  adopt: f`Modifier ce tableau`,
  adopted: f`Ce tableau est maintenant celui de votre équipe.`,
  import: f`Importer...`,
  export: f`Exporter en CSV`,
  failed: f`L'export n'a pas abouti. Rechargez la page, puis réessayez.`,
  file: (classe: string) => f`competences-communes-${classe}`,
  restore: f`Revenir au tableau fourni`,
  restored: f`Le tableau fourni est revenu.`,
  lines: f`Lignes du tableau`,
  line: (n: number) => f`Ligne ${n}`,
  label: f`Compétence commune`,
  labelOf: (n: number) => f`Intitulé de la ligne ${n}`,
  placeholder: f`Comprendre le besoin du client`,
  prepares: (diplome: string, label: string) => f`${diplome} : ce que prépare « ${label} »`,
  none: f`rien`,
  choose: f`Choisir`,
  chooseFor: (diplome: string, label: string) => f`Choisir pour ${diplome} ce que prépare « ${label} »`,
  remove: (label: string) => f`Retirer « ${label} »`,
  add: f`Ajouter une ligne`,
  full: (most: number) => f`Un tableau a au plus ${most} lignes.`,
  outside: f`Nommées par des situations, hors du tableau`,
  outsideHelp: f`Rien n'est perdu : elles comptent de nouveau dès que le tableau les contient.`,
  outsideOf: (label: string, count: number) =>
    count === 1
      ? f`« ${label} » n'est plus dans le tableau : 1 situation la nomme.`
      : f`« ${label} » n'est plus dans le tableau : ${count} situations la nomment.`,

  importing: {
    title: f`Importer un tableau`,
    lead: f`Collez un tableau, ou choisissez un fichier CSV. Colonnes : Intitulé, MA, MCV A, MCV B ; dans les trois dernières, les codes des compétences du référentiel.`,
    text: f`Tableau`,
    textHelp: f`Copié d'un tableur ou d'un traitement de texte, ou au format CSV. Vous pouvez corriger ici.`,
    file: f`Choisir un fichier CSV`,
    submit: f`Remplacer le tableau`,
    done: (count: number) => f`Tableau remplacé : ${competences(count)}.`,
    reading: f`Lecture...`,
    ready: (count: number) => f`${competences(count)} à importer, sans faute.`,
    faults: (count: number) =>
      count === 1
        ? f`1 faute : rien n'est importé tant qu'elle reste.`
        : f`${count} fautes : rien n'est importé tant qu'il en reste.`,
    moreFaults: (count: number) => (count === 1 ? f`Et une autre faute.` : f`Et ${count} autres fautes.`),
    ignored: (columns: readonly string[]) =>
      columns.length === 1
        ? f`Colonne laissée de côté : ${list(columns)}.`
        : f`Colonnes laissées de côté : ${list(columns)}.`,
    leaves: (labels: readonly string[]) =>
      labels.length === 1
        ? f`Une compétence que des situations nomment ne sera plus dans le tableau : ${list(labels)}.`
        : f`Des compétences que des situations nomment ne seront plus dans le tableau : ${list(labels)}.`,
    preview: f`Aperçu du tableau à importer`,
    codes: (count: number) => (count === 0 ? f`aucun code` : count === 1 ? f`1 code` : f`${count} codes`),
  },

  columns: { label: f`Intitulé`, repere: f`Repère` },
  faults: {
    at: (line: number, fault: string) => f`Ligne ${line} : ${fault}`,
    nothing: f`Il n'y a aucune ligne à importer.`,
    tooBig: f`Ce n'est pas un tableau de compétences : il y a plus de 200 000 caractères.`,
    workbook: f`C'est un classeur. Enregistrez-le au format CSV, ou copiez-en le tableau et collez-le ici.`,
    binary: f`Ce fichier n'est pas un texte. Enregistrez le tableau au format CSV.`,
    noColumn: f`aucune colonne MA, MCV A ou MCV B n'a été trouvée.`,
    twiceColumn: (column: string) => f`la colonne ${column} y est deux fois.`,
    quote: f`un guillemet droit ouvert n'est pas refermé.`,
    tooManyColumns: (cell: string) => f`« ${cell} » est en trop, à droite du tableau.`,
    noLabel: f`il manque l'intitulé.`,
    longLabel: (most: number) => f`l'intitulé a plus de ${most} caractères.`,
    sign: f`l'intitulé contient un signe que Binôme ne garde pas.`,
    twiceLabel: (line: number) => f`l'intitulé est déjà celui de la ligne ${line}.`,
    unknownCode: (code: string, diplome: string) => f`« ${code} » n'est pas un code de ${diplome}.`,
    otherDiplome: (code: string, is: string, diplome: string) =>
      f`« ${code} » est un code de ${is}, pas de ${diplome}.`,
    repere: (word: string) => f`« ${word} » n'est pas un repère de Binôme. Laissez la case vide.`,
    twiceRepere: (line: number) => f`le repère est déjà celui de la ligne ${line}.`,
    tooManyLines: (count: number, most: number) => f`${count} lignes, pour ${most} au plus.`,
  },
};
