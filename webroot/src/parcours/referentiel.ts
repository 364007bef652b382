/** The official lists, as `GET /api/referentiels` gives them. Only what a screen reads is named here. */
export interface Referentiels {
  readonly referentiels: readonly Referentiel[];
  readonly familleSeconde: FamilleSeconde;
  readonly disciplines: readonly Discipline[];
  readonly regles: Readonly<Record<string, Regle>>;
}

/** A rule of the trade; `scope` is what it speaks about: a situation, a class. */
export interface Regle {
  readonly id: string;
  readonly statement: string;
  readonly scope: string;
  readonly seedSection?: string;
}

export interface Referentiel {
  readonly id: string;
  readonly label: string;
  readonly shortLabel: string;
  readonly rapActivities: readonly Item[];
  /** The real-life demands of reception work; of MA only. */
  readonly visees: readonly Item[];
  readonly relationDimensions: readonly Item[];
  readonly blocs: readonly BlocList[];
}

/** What somebody of the class team teaches. */
export interface Discipline extends Item {
  readonly kind: 'professionnel' | 'general';
  /** Whether it may stand in a co-intervention by the document we start from. */
  readonly canCoIntervene: boolean;
  /** What its programme wants and a co-intervention can name. */
  readonly capacites?: readonly Item[];
}

/** One line of a list. Unverified: its wording was not read in the official text. */
export interface Item {
  readonly id: string;
  readonly label: string;
  readonly verified: boolean;
}

export interface CompetenceItem extends Item {
  readonly subcompetences?: readonly Item[];
}

/** A bloc: 1, 2, 3, 4A or 4B. */
export interface BlocList extends Item {
  readonly number: BlocNumber;
  readonly tableLabel?: string;
  readonly competences: readonly CompetenceItem[];
  readonly savoirs: readonly Item[];
  readonly digitalTools: readonly Item[];
}

export const blocNumbers = ['1', '2', '3', '4A', '4B'] as const;
export type BlocNumber = (typeof blocNumbers)[number];

/** The competences that the three specialties share in seconde. */
export interface FamilleSeconde {
  readonly competences: readonly CommonCompetence[];
  /** What changes the trades, for the whole family. */
  readonly mutations: readonly Item[];
}

export interface CommonCompetence extends Item {
  /** Competences of each specialty that this one prepares, by specialty. */
  readonly maps: Readonly<Record<string, readonly string[]>>;
}
