import type { BlocNumber, CompetenceItem, Item, Referentiels } from './referentiel';

/** A bloc as a class meets it. */
export interface Bloc {
  readonly id: string;
  readonly number: BlocNumber;
  readonly label: string;
  readonly shortLabel: string;
}

/** A competence that a class may choose, with the blocs it belongs to: several for a common one. */
export interface Competence extends Item {
  readonly blocs: readonly BlocNumber[];
  readonly details: readonly string[];
}

/** Things to choose from, under one heading. A heading without bloc is that of seconde. */
export interface Group<T> {
  readonly label: string;
  readonly bloc?: Bloc;
  readonly items: readonly T[];
}

/** What the référentiels offer to one class: its specialties and, in seconde, the common competences. */
export class Catalogue {
  readonly specialites: readonly { readonly id: string; readonly label: string }[];
  readonly competences: readonly Group<Competence>[];
  readonly savoirs: readonly Group<Item>[];
  readonly outils: readonly Group<Item>[];
  readonly activites: readonly Group<Item>[];

  readonly #blocs = new Map<BlocNumber, Bloc>();
  readonly #competences = new Map<string, Competence>();
  readonly #items = new Map<string, Item>();

  /**
   * @param specialites ids of the specialties of the class
   * @param seconde whether the class also works on the common competences
   * @param common heading of the common competences
   */
  constructor(data: Referentiels, specialites: readonly string[], seconde: boolean, common: string) {
    const chosen = data.referentiels.filter(({ id }) => specialites.includes(id));
    this.specialites = chosen.map(({ id, shortLabel }) => ({ id, label: shortLabel }));
    const competences: Group<Competence>[] = [];
    const savoirs: Group<Item>[] = [];
    const outils: Group<Item>[] = [];
    const seen = new Set<string>();
    for (const referentiel of chosen)
      for (const list of referentiel.blocs) {
        // MA and MCV both have a bloc 1; MCV A and MCV B have the same one, under the same id.
        if (seen.has(list.id)) continue;
        seen.add(list.id);
        const bloc: Bloc = {
          id: list.id,
          number: list.number,
          label: list.label,
          shortLabel: list.tableLabel ?? list.label,
        };
        if (!this.#blocs.has(bloc.number)) this.#blocs.set(bloc.number, bloc);
        const items = list.competences.map((item) => this.#competence(item, [bloc.number]));
        competences.push({ label: list.label, bloc, items });
        savoirs.push({ label: list.label, bloc, items: this.#keep(list.savoirs) });
        outils.push({ label: list.label, bloc, items: this.#keep(list.digitalTools) });
      }
    if (seconde)
      competences.unshift({
        label: common,
        items: data.familleSeconde.competences.map((item) =>
          this.#competence(item, this.#blocsOf(Object.entries(item.maps), specialites)),
        ),
      });
    this.competences = competences;
    this.savoirs = savoirs;
    this.outils = outils;
    this.activites = distinct(
      chosen.map(({ label, rapActivities }) => ({ label, items: rapActivities })),
    ).map(({ label, items }) => ({ label, items: this.#keep(items) }));
  }

  bloc(number: BlocNumber): Bloc | undefined {
    return this.#blocs.get(number);
  }

  competence(id: string): Competence | undefined {
    return this.#competences.get(id);
  }

  /** A knowledge, a tool or an activity. */
  item(id: string): Item | undefined {
    return this.#items.get(id);
  }

  #competence(item: CompetenceItem, blocs: readonly BlocNumber[]): Competence {
    const { id, label, verified } = item;
    const details = (item.subcompetences ?? []).map((sub) => sub.label);
    const competence = { id, label, verified, blocs, details };
    this.#competences.set(id, competence);
    return competence;
  }

  #keep(items: readonly Item[]): readonly Item[] {
    for (const item of items) this.#items.set(item.id, item);
    return items;
  }

  #blocsOf(
    maps: readonly (readonly [string, readonly string[]])[],
    specialites: readonly string[],
  ): BlocNumber[] {
    const numbers = maps
      .filter(([specialite]) => specialites.includes(specialite))
      .flatMap(([, ids]) => ids.flatMap((id) => this.#competences.get(id)?.blocs ?? []));
    return [...new Set(numbers)].sort();
  }
}

/** MCV A and MCV B list the same activities: each is offered once. */
function distinct(groups: readonly { label: string; items: readonly Item[] }[]): typeof groups {
  const seen = new Set<string>();
  return groups
    .map(({ label, items }) => ({ label, items: items.filter(({ id }) => !seen.has(id) && seen.add(id)) }))
    .filter(({ items }) => items.length > 0);
}
