import { describe, expect, test } from 'vitest';

import { official } from '../../tools/official';
import { Catalogue } from './catalogue';

describe('the official lists make a catalogue', () => {
  test.each([
    ['ma', ['1', '2', '3']],
    ['mcv-a', ['1', '2', '3', '4A']],
    ['mcv-b', ['1', '2', '3', '4B']],
  ])('%s has the blocs %j, each with something to choose', (specialite, blocs) => {
    const { competences, savoirs, outils, activites } = new Catalogue(official, [specialite], false, '');
    expect(competences.map(({ bloc }) => bloc)).toEqual(blocs);
    for (const { items } of [...competences, ...savoirs, ...outils, ...activites]) {
      expect(items.length).toBeGreaterThan(0);
      for (const { label, verified } of items)
        expect([label, verified]).toEqual([expect.any(String), verified]);
    }
  });

  test('in seconde, the eleven common competences each prepare a bloc of the three diplomas', () => {
    const { competences } = new Catalogue(official, ['ma', 'mcv-a', 'mcv-b'], true, 'communes');
    expect(competences[0]?.items).toHaveLength(11);
    for (const { blocs } of competences[0]?.items ?? []) expect(blocs.length).toBeGreaterThan(0);
    // MA, and once the three blocs that MCV A and B have in common, then 4A and 4B.
    expect(competences.slice(1).map(({ bloc }) => bloc)).toEqual(['1', '2', '3', '1', '2', '3', '4A', '4B']);
  });
});

test('V-86 a common competence knows what it prepares in each specialty, and back', () => {
  const seconde = new Catalogue(official, ['ma', 'mcv-a', 'mcv-b'], true, 'communes');
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  expect(seconde.communes?.items).toHaveLength(11);
  expect(ids(seconde.prepared('sec-reclamation', 'ma'))).toEqual(['ma-b1-conflits', 'ma-b3-reclamations']);
  expect(ids(seconde.preparing('mcv-b2-satisfaction'))).toEqual(['sec-satisfaction']);
  expect(new Catalogue(official, ['ma'], false, '').communes).toBeUndefined();
});

test('V-80 a programme is that of one specialty, by bloc, whatever the class prepares beside it', () => {
  const seconde = new Catalogue(official, ['ma', 'mcv-a', 'mcv-b'], true, 'communes');
  const shape = (specialite: string) =>
    seconde.programme(specialite).map(({ bloc, items }) => [bloc, items.length]);
  expect(shape('ma')).toEqual([
    ['1', 5],
    ['2', 3],
    ['3', 3],
  ]);
  expect(shape('mcv-b')).toEqual([
    ['1', 3],
    ['2', 4],
    ['3', 3],
    ['4B', 5],
  ]);
  expect(shape('autre')).toEqual([]);
});
