import { f } from '../french';

/** What a situation builds on. */
export const reinvestit = {
  section: f`Réinvestit`,
  title: f`Situations réinvesties`,
  add: f`Relier une situation`,
  remove: (title: string) => f`Ne plus relier « ${title} »`,
  unchanged: f`Rien ne la distingue encore de celle-là.`,
  changes: (what: string) => f`Change : ${what}.`,
  what: {
    contextualisation: f`le type d'organisation`,
    perimetre: f`le périmètre`,
    nature: f`la nature des activités`,
    complexite: f`la complexité`,
  } as Readonly<Record<string, string>>,
  compare: f`Comparer`,
  before: f`Avant`,
  here: f`Ici`,
  type: f`Type d'organisation`,
  differs: f` (change)`,
  by: f`Réinvestie par`,
  words: f`Acquis antérieurs`,
  wordsPlaceholder: f`Ce que les élèves savent déjà faire, si aucune situation ne le dit`,
} as const;
