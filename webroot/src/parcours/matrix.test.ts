import { describe, expect, test } from 'vitest';

import type { Finding, ParcoursClasse, ParcoursRow, Week } from '../wire/protocol.gen';
import type { Competence } from './catalogue';
import {
  blocsOf,
  cellsOf,
  columnsOf,
  communeRow,
  covered,
  gapsOf,
  knownLastDay,
  onlyMissing,
} from './matrix';
import { monthsOf, workIn } from './workWeeks';

const competence = (id: string): Competence => ({ id, label: id, verified: true, blocs: ['1'], details: [] });
const classe = (board: string, year: ParcoursClasse['year'], lastWeek?: string): ParcoursClasse => ({
  board,
  label: board,
  year,
  rentree: 2026,
  ...(lastWeek === undefined ? {} : { lastWeek }),
});
const cell = (count: number, more: { drafts?: number; required?: boolean } = {}) => ({
  count,
  minutes: 0,
  drafts: 0,
  required: true,
  situations: [],
  ...more,
});

const classes = [
  classe('s', 'seconde', '2027-06-07'),
  classe('p', 'premiere', '2027-05-10'),
  classe('t', 'terminale'),
];
const columns = columnsOf({ classes }, 'p', '2026-11-26', undefined);
const rows: Readonly<Record<string, ParcoursRow>> = {
  a: { seconde: cell(1), premiere: cell(0), terminale: cell(0), deja: [] },
  b: { seconde: cell(0), premiere: cell(0, { drafts: 1 }), terminale: cell(2), deja: [] },
  c: { seconde: cell(0, { required: false }), premiere: cell(1), deja: [] },
};
const group = {
  label: 'B1',
  specialites: ['MA'],
  bloc: '1' as const,
  items: ['a', 'b', 'c'].map(competence),
};
const blocs = blocsOf([group], columns, (id) => rows[id]);
const places = (cells: readonly { competence: Competence; column: { year: string } }[]) =>
  cells.map(({ competence: { id }, column }) => `${id}/${column.year}`);

describe('the matrix of a diploma', () => {
  test('V-80 a cell is worked, only planned, missing, not asked for, or without a class', () => {
    expect(cellsOf(blocs).map(({ state }) => state)).toEqual([
      ...['worked', 'gap', 'gap'],
      ...['gap', 'drafts', 'worked'],
      ...['free', 'worked', 'absent'],
    ]);
  });

  test('V-80 a bloc counts what a year has to work only', () => {
    const [bloc] = blocs;
    expect([0, 1, 2].map((at) => covered(bloc?.rows ?? [], at))).toEqual([
      { some: 1, all: 2 },
      { some: 1, all: 3 },
      { some: 1, all: 2 },
    ]);
  });

  test('V-80 a year ends with the last week of the class that has the most time, as the server knows it of its own', () => {
    const two = [...classes, classe('p2', 'premiere', '2027-05-31')];
    const last = (today: string, known?: { day: string; late: boolean }) =>
      columnsOf({ classes: two }, 'p', today, known).map((column) => column.last);
    expect(last('2027-06-04')).toEqual([
      { day: '2027-06-11', late: false },
      { day: '2027-06-04', late: false },
      undefined,
    ]);
    expect(last('2027-06-05')[1]).toEqual({ day: '2027-06-04', late: true });
    const known = { day: '2027-05-14', late: false };
    expect(last('2027-06-05', known).slice(0, 2)).toEqual([{ day: '2027-06-11', late: false }, known]);
    expect(columns.map(({ own }) => own)).toEqual([false, true, false]);
  });

  test('V-80 the last week of the class is that of its gaps', () => {
    const finding = (detail: Finding['detail']) => ({ detail }) as Finding;
    const gap = { type: 'gap', competence: 'a', year: 'premiere', drafts: 0, late: true } as const;
    expect(knownLastDay([finding({ type: 'plain' }), finding(gap)])).toBeUndefined();
    expect(knownLastDay([finding({ ...gap, monday: '2027-05-10' })])).toEqual({
      day: '2027-05-14',
      late: true,
    });
  });

  test('V-85 gaps come by their last day, the unknown behind it and the late last', () => {
    expect(places(gapsOf(blocs))).toEqual(['a/premiere', 'b/premiere', 'b/seconde', 'a/terminale']);
    const june = columnsOf({ classes }, 'p', '2027-05-20', undefined);
    expect(places(gapsOf(blocsOf([group], june, (id) => rows[id])))).toEqual([
      'b/seconde',
      'a/terminale',
      'a/premiere',
      'b/premiere',
    ]);
  });

  test('V-84 only the gaps leaves the lines and blocs that have one', () => {
    const full = { ...group, label: 'B2', items: [competence('c')] };
    const left = onlyMissing(blocsOf([group, full], columns, (id) => rows[id]));
    expect(left.map((bloc) => bloc.rows.map((row) => row.competence.id))).toEqual([['a', 'b']]);
  });

  test('V-86 a common competence counts within its class', () => {
    expect(communeRow('s', undefined)).toBeUndefined();
    const line = communeRow('s', { count: 1, minutes: 55, drafts: 0, situations: ['x'] });
    expect(line?.seconde).toMatchObject({ required: true, situations: [{ board: 's', situation: 'x' }] });
  });
});

describe('V-88 the weeks of a year', () => {
  const week = (monday: string): Week => ({ number: 1, monday, state: 'cours', feries: [] });

  test('what counts hides what does not, and the edges belong to it', () => {
    const works = [
      { weeks: { start: '2026-09-07', end: '2026-09-18' }, ready: false },
      { weeks: { start: '2026-09-14', end: '2026-09-18' }, ready: true },
    ];
    expect(
      ['2026-08-31', '2026-09-07', '2026-09-14', '2026-09-21'].map((monday) => workIn(week(monday), works)),
    ).toEqual([undefined, 'drafts', 'worked', undefined]);
  });

  test('they are told by month', () => {
    expect(monthsOf(['2026-08-31', '2026-09-07', '2026-09-14', '2026-10-05'].map(week))).toEqual([
      { first: '2026-08-31', count: 1 },
      { first: '2026-09-07', count: 2 },
      { first: '2026-10-05', count: 1 },
    ]);
  });
});
