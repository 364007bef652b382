import type { BoardView } from '../board/view';
import { specialitesOf, yearOf } from './classe';
import { tableauOf } from './communes';
import type {
  BlocList,
  BlocNumber,
  CommonCompetence,
  CompetenceItem,
  Discipline,
  Item,
  Referentiel,
  Referentiels,
  Regle,
} from './referentiel';

/** A competence that a class may choose, with the blocs it belongs to: several for a common one. */
export interface Competence extends Item {
  readonly blocs: readonly BlocNumber[];
  readonly details: readonly string[];
}

/** Things to choose from, under one heading. */
export interface Group<T> {
  readonly label: string;
  /** The specialties that it is of, as teachers call them: « MCV-A (AGEC) ». */
  readonly specialites: readonly string[];
  /** Absent for the common competences of seconde, and for activities. */
  readonly bloc?: BlocNumber;
  readonly items: readonly T[];
}

/** What a bloc is to a class that prepares one specialty. */
export interface BlocName {
  readonly label: string;
  /** How many competences it has. */
  readonly size: number;
}

/** What the référentiels offer to one class: its specialties and, in seconde, the common competences. */
export class Catalogue {
  readonly specialites: readonly { readonly id: string; readonly label: string }[];
  readonly competences: readonly Group<Competence>[];
  readonly savoirs: readonly Group<Item>[];
  readonly outils: readonly Group<Item>[];
  readonly activites: readonly Group<Item>[];
  /** The demands of reception work and the dimensions of its relations: none but for MA. */
  readonly visees: readonly Item[];
  readonly dimensions: readonly Item[];
  readonly mutations: readonly Item[];
  /** The rules that speak of one situation. */
  readonly situationRules: readonly Regle[];

  /** In seconde the competences that the specialties share; nothing afterwards. */
  readonly communes: Group<Competence> | undefined;

  /** The lines of the table of common competences that is in force, with what they prepare. */
  readonly tableau: readonly CommonCompetence[];

  readonly #competences = new Map<string, Competence>();
  readonly #programmes = new Map<string, readonly Group<Competence>[]>();
  readonly #maps: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
  readonly #names = new Map<BlocNumber, BlocName | undefined>();
  readonly #blocs: ReadonlyMap<string, BlocList>;
  readonly #data: Referentiels;
  readonly #common: string;
  #untitled = '';

  /**
   * @param specialites ids of the specialties of the class
   * @param seconde whether the class also works on the common competences
   * @param common heading of the common competences
   * @param replacing the team's own table of common competences, which replaces the given one (D-55)
   */
  constructor(
    data: Referentiels,
    specialites: readonly string[],
    seconde: boolean,
    common: string,
    replacing: readonly CommonCompetence[] = [],
  ) {
    this.#data = data;
    this.#common = common;
    const chosen = data.referentiels.filter(({ id }) => specialites.includes(id));
    // MCV A and MCV B have blocs and activities in common, under the same ids: each is offered once.
    const lists = once(chosen.flatMap(({ blocs }) => blocs));
    this.specialites = chosen.map(({ id, shortLabel }) => ({ id, label: shortLabel }));
    const named = (has: (one: Referentiel) => boolean) =>
      chosen.filter(has).map(({ shortLabel }) => shortLabel);
    const groups = <T>(items: (list: BlocList) => readonly T[]): Group<T>[] =>
      lists.map((list) => ({
        label: list.label,
        specialites: named(({ blocs }) => blocs.some(({ id }) => id === list.id)),
        bloc: list.number,
        items: items(list),
      }));
    this.#blocs = new Map(lists.map((list) => [list.id, list]));
    this.visees = seconde ? [] : chosen.flatMap(({ visees }) => visees);
    this.dimensions = seconde ? [] : chosen.flatMap(({ relationDimensions }) => relationDimensions);
    this.mutations = data.familleSeconde.mutations;
    const rules = Object.values(data.regles).filter(({ scope }) => scope === 'situation');
    // These two ask for what this class does not have.
    this.situationRules = rules.filter(
      ({ id }) => (id !== 'MA-VISEES' || this.visees.length > 0) && (id !== 'SPI-REINVESTIR' || !seconde),
    );
    this.savoirs = groups(({ savoirs }) => savoirs);
    this.outils = groups(({ digitalTools }) => digitalTools);
    const offered = new Set<string>();
    this.activites = chosen
      .map(({ label, rapActivities }) => {
        const items = rapActivities.filter(({ id }) => !offered.has(id));
        for (const { id } of items) offered.add(id);
        const shared = named((one) =>
          one.rapActivities.some(({ id }) => items.some((item) => item.id === id)),
        );
        return { label, specialites: shared, items };
      })
      .filter(({ items }) => items.length > 0);

    const own = groups(({ number, competences }) =>
      competences.map((item) => this.#competence(item, [number])),
    );
    this.tableau = seconde && replacing.length > 0 ? replacing : data.familleSeconde.competences;
    const shared = this.tableau.map((item) => {
      const prepared = specialites.flatMap((specialite) => item.maps[specialite] ?? []);
      const blocs = prepared.flatMap((id) => this.#competences.get(id)?.blocs ?? []);
      return this.#competence(item, [...new Set(blocs)].sort());
    });
    const first = { label: common, specialites: named(() => true), items: shared };
    this.competences = seconde ? [first, ...own] : own;
    this.communes = seconde ? first : undefined;
    this.#maps = new Map(this.tableau.map(({ id, maps }) => [id, maps]));
    for (const { id, blocs } of chosen) {
      const ids = new Set(blocs.map((bloc) => bloc.id));
      this.#programmes.set(
        id,
        own.filter((_, at) => ids.has(lists[at]?.id ?? '')),
      );
    }

    for (const { number, label, tableLabel, competences } of lists) {
      // MA and MCV each have a bloc 1: where a class prepares both, the number alone names it.
      const name = { label: tableLabel ?? label, size: competences.length };
      this.#names.set(number, this.#names.has(number) ? undefined : name);
    }
  }

  /**
   * What they offer to a class, as its board has it; `common` as above.
   *
   * @param untitled what a common competence is called that the team has not named yet
   */
  static ofClasse(data: Referentiels, board: BoardView, common: string, untitled: string): Catalogue {
    const own = tableauOf(board).map((line) => ({ ...line, label: line.label || untitled }));
    const catalogue = new Catalogue(data, specialitesOf(board), yearOf(board) === 'seconde', common, own);
    catalogue.#untitled = untitled;
    return catalogue;
  }

  /** Whether the team of the class has put its own table of common competences in place. */
  get hasOwnTableau(): boolean {
    return this.tableau !== this.#data.familleSeconde.competences;
  }

  /** The table of common competences that comes with the product. */
  get givenTableau(): readonly CommonCompetence[] {
    return this.#data.familleSeconde.competences;
  }

  /** All competences of a diploma, also of one that the class does not prepare, by bloc. */
  diplome(id: string): readonly BlocList[] {
    return this.#data.referentiels.find((one) => one.id === id)?.blocs ?? [];
  }

  /** What they offer to another class. */
  of(board: BoardView): Catalogue {
    return Catalogue.ofClasse(this.#data, board, this.#common, this.#untitled);
  }

  /** What a bloc is called, where it is one thing for the class. */
  bloc(number: BlocNumber): BlocName | undefined {
    return this.#names.get(number);
  }

  /** A bloc by its id, such as `ma-b1`. */
  blocById(id: string): BlocList | undefined {
    return this.#blocs.get(id);
  }

  /** The competences of one specialty, by bloc. */
  programme(specialite: string): readonly Group<Competence>[] {
    return this.#programmes.get(specialite) ?? [];
  }

  /** The competences of one specialty that a common one prepares (D-50). */
  prepared(commune: string, specialite: string): readonly Competence[] {
    const ids = this.#maps.get(commune)?.[specialite] ?? [];
    return ids.flatMap((id) => this.#competences.get(id) ?? []);
  }

  /** The common competences through which a class of seconde prepares one of a specialty. */
  preparing(competence: string): readonly Competence[] {
    return (this.communes?.items ?? []).filter(({ id }) =>
      Object.values(this.#maps.get(id) ?? {}).some((ids) => ids.includes(competence)),
    );
  }

  competence(id: string): Competence | undefined {
    return this.#competences.get(id);
  }

  regle(id: string): Regle | undefined {
    return this.#data.regles[id];
  }

  /** What teachers call a specialty: « MCV-A (AGEC) ». */
  specialite(id: string): string {
    return this.#data.referentiels.find((one) => one.id === id)?.shortLabel ?? id;
  }

  /**
   * The general disciplines that may stand in a co-intervention (D-112).
   *
   * @param opened whether all may: in terminale, under the reform
   */
  coIntervening(opened: boolean): readonly Discipline[] {
    return this.#data.disciplines.filter(
      ({ kind, canCoIntervene }) => kind === 'general' && (opened || canCoIntervene),
    );
  }

  /** All that may be taught in a class. */
  get disciplines(): readonly Discipline[] {
    return this.#data.disciplines;
  }

  discipline(id: string): string {
    return this.#data.disciplines.find((one) => one.id === id)?.label ?? id;
  }

  /** Whether the class may choose that; what is not chosen from a référentiel may always be. */
  offers(kind: string, id: string): boolean {
    const groups: Readonly<Record<string, readonly Group<Item>[]>> = {
      competence: this.competences,
      competenceEnvisagee: this.competences,
      savoir: this.savoirs,
      savoirEtape: this.savoirs,
      outil: this.outils,
      outilEtape: this.outils,
      activiteRap: this.activites,
    };
    return groups[kind]?.some(({ items }) => items.some((item) => item.id === id)) ?? true;
  }

  #competence(item: CompetenceItem, blocs: readonly BlocNumber[]): Competence {
    const { id, label, verified } = item;
    const details = (item.subcompetences ?? []).map((sub) => sub.label);
    const competence = { id, label, verified, blocs, details };
    this.#competences.set(id, competence);
    return competence;
  }
}

function once<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
