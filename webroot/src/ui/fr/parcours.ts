import { f, list, minutes } from '../french';

const situations = (count: number) =>
  count === 0 ? f`aucune situation` : count === 1 ? f`1 situation` : f`${count} situations`;

/** The coverage matrix of a parcours. */
export const parcours = {
  title: f`Couverture des compétences`,
  trail: (specialite: string) => f`Parcours ${specialite}, de la seconde à la terminale`,
  trailCommunes: f`Parcours, compétences communes de seconde`,
  inYear: { seconde: f`seconde`, premiere: f`première`, terminale: f`terminale` },
  total: (competences: number, some: number, all: number) =>
    f`${competences} compétences, ${some} cellules couvertes sur ${all}`,
  computing: f`La couverture se calcule...`,
  none: f`Aucune spécialité`,
  noneHelp: f`La couverture se lit spécialité par spécialité : cette classe n'en a pas encore.`,

  competence: f`Compétence`,
  table: (specialite: string) => f`Couverture des compétences, ${specialite}`,
  bloc: (number: string) => f`B${number}`,
  situations,
  counted: (count: number) => (count === 1 ? f`situation` : f`situations`),
  ofCompetences: (some: number, all: number) => f`${some} sur ${all}`,
  worked: f`travaillées :`,
  byBlocs: f`Situations selon leur nombre de blocs`,
  byBlocsOf: (counts: readonly number[]) =>
    counts.length === 0
      ? f`aucune situation`
      : list(counts.map((count, at) => f`${count} à ${at + 1} bloc${at === 0 ? '' : 's'}`)),
  blocs: f`blocs`,

  states: {
    drafts: f`en projet`,
    gap: f`manque`,
    free: f`hors compétences communes`,
    absent: f`pas de classe`,
  },
  levels: {
    courante: (count: number) => (count === 1 ? f`courante` : f`courantes`),
    complexe: (count: number) => (count === 1 ? f`complexe` : f`complexes`),
    critique: (count: number) => (count === 1 ? f`critique` : f`critiques`),
  },
  noLevel: f`sans complexité`,
  gapBefore: (day: string) => f`manque, à couvrir avant le ${day}`,
  gapLate: f`manque, trop tard cette année`,
  legend: f`Légende`,
  told: (competence: string, year: string, count: string, words: string, name: string) =>
    f`Parcours : « ${competence} » en ${year}, ${count === '' ? '' : `${count}, `}${words} (${name})`,
  changed: (name: string) => f`${name} vient de changer cette cellule`,

  specialite: f`Spécialité`,
  communes: f`Compétences communes`,
  blocFilter: f`Bloc`,
  allBlocs: f`tous`,
  onlyGaps: f`Seulement les manques`,
  year: f`Année`,
  matrix: f`Matrice`,
  gaps: f`Liste des manques`,
  view: f`Présentation`,
  next: f`Manque suivant`,
  noNext: f`Aucun manque ne se voit ici`,
  export: f`Exporter`,
  print: f`Imprimer en A3`,
  xlsx: f`Tableur (XLSX)`,
  csv: f`Texte (CSV)`,
  blocLabel: f`Intitulé du bloc`,
  numberOf: (year: string) => f`${year} – situations`,
  readingOf: (year: string) => f`${year} – lecture`,
  failed: f`L'export n'a pas abouti. Rechargez la page, puis réessayez.`,
  filters: f`Filtres`,

  gapsTitle: f`Manques`,
  gapsCount: (count: number) =>
    count === 0 ? f`Aucun manque` : count === 1 ? f`1 manque` : f`${count} manques`,
  noGap: f`Aucun manque`,
  noGapHelp: f`Chaque compétence est travaillée chaque année, dans ce que montrent les filtres.`,
  showAll: f`Tout montrer`,
  before: (day: string) => f`À couvrir avant le ${day}.`,
  late: f`Trop tard cette année : la dernière semaine de cours est passée.`,
  unknown: f`La dernière semaine de cours n'est pas connue.`,
  also: (years: readonly string[]) =>
    years.length === 0 ? f`Aucune autre année ne la travaille.` : f`Travaillée en ${list(years)}.`,
  inDrafts: (count: number) =>
    count === 1 ? f`Une situation en projet la prévoit.` : f`${count} situations en projet la prévoient.`,
  setAside: (reason: string) => f`Écarté : ${reason}`,
  add: f`Ajouter ici`,
  elsewhere: (classe: string) => f`Voir dans ${classe}`,
  see: f`Voir ce qui est en projet`,

  spent: (count: number) => f`${minutes(count)} d'étapes au total.`,
  noSituation: f`Aucune situation ne la travaille cette année.`,
  freeHelp: f`Elle se découvre en seconde si l'occasion se présente ; rien ne l'exige.`,
  absentHelp: f`Aucune classe de cette année n'est reliée à ce parcours.`,
  through: (communes: readonly string[]) =>
    communes.length === 0
      ? f`Aucune compétence commune n'y mène.`
      : f`En seconde, on y vient par : ${list(communes)}.`,
  prepares: f`Prépare`,
  deja: f`Déjà travaillé par cette promotion`,
  noPromotion: f`Les années précédentes de ces élèves ne sont pas reliées à cette classe.`,
  noDeja: f`Pas les années précédentes.`,
  dejaOf: (year: string, count: number, complexite: string) =>
    f`${year} : ${situations(count)}${complexite === '' ? '' : `, ${complexite}`}`,

  weeks: f`Semaines`,
  weeksOf: (year: string) => f`Semaines de ${year}`,
  undated: (count: number) =>
    count === 1 ? f`une situation sans semaine` : f`${count} situations sans semaine`,
  weeksUnknown: f`Les semaines de l'année ne sont pas connues : choisissez la zone de la classe.`,
  worksIn: (periods: readonly string[]) => (periods.length === 0 ? f`sans semaine` : list(periods)),
  pfmp: f`PFMP`,

  univers: f`Univers rencontrés`,
  met: (specialite: string, count: number) => f`${specialite} : ${situations(count)}`,
  notMet: (specialite: string) => f`${specialite} : pas encore`,
  times: (type: string, count: number) => f`${type} (${count})`,
  types: (types: readonly string[]) =>
    types.length === 0 ? f`Aucun lieu décrit.` : f`Lieux : ${list(types)}.`,
};
