import { describe, expect, test } from 'vitest';

import { Catalogue } from './catalogue';
import type { BlocList, BlocNumber, Item, Referentiel, Referentiels } from './referentiel';

const data: Referentiels = {
  referentiels: [
    referentiel('ma', [bloc('ma-b1', '1', 'ma-c1'), bloc('ma-b2', '2', 'ma-c2')], 'ma-rap'),
    referentiel('mcv-a', [bloc('mcv-b1', '1', 'mcv-c1'), bloc('mcv-a-b4', '4A', 'a-c4')], 'mcv-rap'),
    referentiel('mcv-b', [bloc('mcv-b1', '1', 'mcv-c1'), bloc('mcv-b-b4', '4B', 'b-c4')], 'mcv-rap'),
  ],
  familleSeconde: {
    competences: [{ ...item('sec'), verified: false, maps: { ma: ['ma-c2', 'ma-c1'], 'mcv-a': ['a-c4'] } }],
    mutations: [],
  },
  disciplines: [],
  regles: {},
};

describe('the catalogue of a class', () => {
  test('in première holds the blocs of its one specialty', () => {
    const catalogue = new Catalogue(data, ['ma'], false, 'communes');
    expect(catalogue.competences.map(({ bloc }) => bloc)).toEqual(['1', '2']);
    expect(catalogue.competence('ma-c1')).toMatchObject({ blocs: ['1'], details: ['ma-c1 en détail'] });
    expect(catalogue.competence('mcv-c1')).toBeUndefined();
  });

  test('in seconde starts with the common competences, each in the blocs it prepares', () => {
    const catalogue = new Catalogue(data, ['ma', 'mcv-a'], true, 'communes');
    expect(catalogue.competences[0]).toMatchObject({
      label: 'communes',
      items: [{ id: 'sec', verified: false }],
    });
    expect(catalogue.competence('sec')?.blocs).toEqual(['1', '2', '4A']);
    expect(new Catalogue(data, ['ma'], true, '').competence('sec')?.blocs).toEqual(['1', '2']);
  });

  test("C-7 D-55 in seconde the team's own table takes the place of the given one, whole", () => {
    const own = [{ ...item('sec-propre-1234'), maps: { ma: ['ma-c2'], 'mcv-a': [], 'mcv-b': ['b-c4'] } }];
    const catalogue = new Catalogue(data, ['ma', 'mcv-a'], true, 'communes', own);
    expect(catalogue.communes?.items.map(({ id, blocs }) => [id, ...blocs])).toEqual([
      ['sec-propre-1234', '2'],
    ]);
    expect(catalogue.competence('sec')).toBeUndefined();
    expect(catalogue.prepared('sec-propre-1234', 'ma').map(({ id }) => id)).toEqual(['ma-c2']);
    expect(catalogue.preparing('ma-c2').map(({ id }) => id)).toEqual(['sec-propre-1234']);
    expect(catalogue.preparing('ma-c1')).toEqual([]);
    expect(catalogue.offers('competence', 'sec')).toBe(false);
    expect(catalogue.hasOwnTableau).toBe(true);
    expect(new Catalogue(data, ['ma'], true, '', []).hasOwnTableau).toBe(false);
    expect(new Catalogue(data, ['ma'], false, '', own).communes).toBeUndefined();
  });

  test('each group tells the specialties that it is of', () => {
    const catalogue = new Catalogue(data, ['ma', 'mcv-a', 'mcv-b'], true, 'communes');
    expect(catalogue.competences.map(({ label, specialites }) => [label, ...specialites])).toEqual([
      ['communes', 'MA', 'MCV-A', 'MCV-B'],
      ['ma-b1', 'MA'],
      ['ma-b2', 'MA'],
      ['mcv-b1', 'MCV-A', 'MCV-B'],
      ['mcv-a-b4', 'MCV-A'],
      ['mcv-b-b4', 'MCV-B'],
    ]);
    expect(catalogue.activites.map(({ specialites }) => specialites)).toEqual([['MA'], ['MCV-A', 'MCV-B']]);
  });

  test('a bloc has a name where it is one thing for the class', () => {
    expect(new Catalogue(data, ['ma'], false, '').bloc('1')).toEqual({ label: 'ma-b1', size: 1 });
    const seconde = new Catalogue(data, ['ma', 'mcv-a'], true, '');
    expect([seconde.bloc('1'), seconde.bloc('4A')?.label]).toEqual([undefined, 'mcv-a-b4']);
  });

  test('MCV A and B share a bloc and activities under the same ids: each is offered once', () => {
    const catalogue = new Catalogue(data, ['mcv-a', 'mcv-b'], false, '');
    expect(catalogue.competences.map(({ label }) => label)).toEqual(['mcv-b1', 'mcv-a-b4', 'mcv-b-b4']);
    expect(catalogue.activites.map(({ items }) => items.map(({ id }) => id))).toEqual([['mcv-rap']]);
  });
});

function item(id: string): Item {
  return { id, label: id, verified: true };
}

function bloc(id: string, number: BlocNumber, competence: string): BlocList {
  const subcompetences = [{ ...item(`${competence}-1`), label: `${competence} en détail` }];
  return {
    ...item(id),
    number,
    competences: [{ ...item(competence), subcompetences }],
    savoirs: [item(`${id}-savoir`)],
    digitalTools: [],
  };
}

function referentiel(id: string, blocs: readonly BlocList[], rap: string): Referentiel {
  return {
    id,
    label: id,
    shortLabel: id.toUpperCase(),
    rapActivities: [item(rap)],
    visees: [],
    relationDimensions: [],
    blocs,
  };
}
