import { describe, expect, test } from 'vitest';

import type { BoardView, Entity } from '../board/view';
import type { Value } from '../wire/protocol.gen';
import { Catalogue } from './catalogue';
import { binomeOf, specialitesOf } from './classe';
import type { BlocNumber, Referentiels } from './referentiel';
import { competences, conduiteOf, minutes, parts, weeksOf, withoutEtape } from './situation';

/** A board given as a list: children are in the order of the list. */
function board(...entities: readonly Entity[]): BoardView {
  return {
    id: 'b',
    entity: (id) => entities.find((entity) => entity.id === id),
    children: (of, kind) => entities.filter((entity) => entity.in === of && entity.kind === kind),
    text: () => [{ insert: '\n' }],
  };
}

function etape(id: string, fields: Record<string, Value>, ...ids: readonly string[]): Entity[] {
  return [{ id, kind: 'etape', in: 's', fields }, ...ids.map((target) => member(id, 'competence', target))];
}

function member(owner: string, kind: string, target: string): Entity {
  return { id: `${owner}~${kind}~${target}`, kind, in: owner, fields: {} };
}

const catalogue = new Catalogue(lists({ '1': ['a1', 'a2'], '2': ['b1'], '3': ['c1'] }), ['ma'], false, '');

describe('a situation adds up its étapes', () => {
  // The town hall of the demonstration school: 110 X, 165 Y, 110 Y, 110 X, 110 X, 55 together.
  const mairie = board(
    ...etape('e1', { minutes: 110, conduitePar: 'X' }, 'b1', 'a1'),
    ...etape('e2', { minutes: 165, conduitePar: 'Y' }, 'a1', 'a2'),
    ...etape('e3', { minutes: 110, conduitePar: 'Y' }, 'a1', 'b1'),
    ...etape('e4', { minutes: 110, conduitePar: 'X' }, 'b1'),
    ...etape('e5', { minutes: 110, conduitePar: 'X' }, 'c1', 'a2'),
    ...etape('e6', { minutes: 55, conduitePar: 'XY' }, 'c1'),
    ...etape('e7', {}),
    member('s', 'competenceEnvisagee', 'a1'),
    member('s', 'competenceEnvisagee', 'd9'),
  );

  test('minutes by who leads', () => {
    expect(minutes(mairie, 's')).toEqual({ X: 330, Y: 275, XY: 55, open: 0, total: 660 });
  });

  test('minutes that nobody leads yet are apart', () => {
    expect(minutes(board(...etape('e', { minutes: 20 })), 's')).toMatchObject({ open: 20, total: 20 });
  });

  test('an étape in two blocs gives half of its minutes to each', () => {
    expect(parts(mairie, 's', catalogue)).toEqual([
      { number: '1', minutes: 330, competences: 2 },
      { number: '2', minutes: 220, competences: 1 },
      { number: '3', minutes: 110, competences: 1 },
    ]);
  });

  test('competences are those of the étapes, each once', () => {
    expect(competences(mairie, 's')).toEqual(['b1', 'a1', 'a2', 'c1']);
  });

  test('a competence that no étape carries is « sans étape »', () => {
    expect(withoutEtape(mairie, 's')).toEqual(['d9']);
  });

  test('an unknown competence counts for no bloc', () => {
    expect(parts(board(...etape('e', { minutes: 20 }, 'zz')), 's', catalogue)).toEqual([]);
  });
});

test('a register with a word of a later version reads as nothing chosen', () => {
  expect(conduiteOf({ id: 'e', kind: 'etape', fields: { conduitePar: 'Z' } })).toBeUndefined();
  expect(weeksOf({ id: 's', kind: 'situation', fields: { weeks: { day: '2026-09-01' } } })).toBeUndefined();
});

test('D-07 the binôme is that of the day, whatever the order of the list', () => {
  const later = {
    id: 'n2',
    kind: 'binome',
    in: 'b',
    fields: { x: 'claire', y: 'nadia', from: { day: '2027-01-04' } },
  };
  const first = {
    id: 'n1',
    kind: 'binome',
    in: 'b',
    fields: { x: 'claire', y: 'mehdi', from: { day: '2026-09-01' } },
  };
  expect(binomeOf(board(later, first), '2027-01-04')).toEqual({ x: 'claire', y: 'nadia' });
  expect(binomeOf(board(later, first), '2027-01-03')).toEqual({ x: 'claire', y: 'mehdi' });
  // Before the first of September it is the one that is to come.
  expect(binomeOf(board(first), '2026-08-20')).toEqual({ x: 'claire', y: 'mehdi' });
  const ended = { ...later, fields: { ...later.fields, to: { day: '2027-03-05' } } };
  expect(binomeOf(board(ended, first), '2027-03-06')).toEqual({ x: 'claire', y: 'mehdi' });
  expect(binomeOf(board())).toEqual({ x: undefined, y: undefined });
});

test('the specialties are those of the set', () => {
  expect(specialitesOf(board(member('b', 'specialite', 'mcv-a')))).toEqual(['mcv-a']);
});

function lists(competencesByBloc: Partial<Record<BlocNumber, readonly string[]>>): Referentiels {
  const one = (id: string) => ({ id, label: id, verified: true });
  const blocs = (['1', '2', '3'] as const).map((number) => ({
    ...one(`bloc-${number}`),
    number,
    competences: (competencesByBloc[number] ?? []).map(one),
    savoirs: [],
    digitalTools: [],
  }));
  const ma = {
    id: 'ma',
    label: 'MA',
    shortLabel: 'MA',
    rapActivities: [],
    visees: [],
    relationDimensions: [],
    blocs,
  };
  return {
    referentiels: [ma],
    familleSeconde: { competences: [], mutations: [] },
    disciplines: [],
    regles: {},
  };
}
