import { expect, test } from 'vitest';

import type { Week } from '../wire/protocol.gen';
import { Annee, lanes, plainWeeks } from './annee';

/** Weeks from 31 August 2026: c lessons, v holidays, p in a company, f the end of the year. */
function year(letters: string): Annee {
  const states = { c: 'cours', v: 'vacances', p: 'pfmp', f: 'finDAnnee' } as const;
  return new Annee(
    [...letters].map((letter, at): Week => {
      const monday = new Date(Date.UTC(2026, 7, 31 + 7 * at)).toISOString().slice(0, 10);
      return {
        number: at + 1,
        monday,
        state: states[letter as keyof typeof states],
        feries: [],
        ...(letter === 'v' ? { holiday: 'toussaint' } : {}),
        ...(letter === 'p' ? { pfmp: 'p1' } : {}),
      };
    }),
  );
}

test('V-100 week 1 is the week of the rentrée, and a period has its places in the year', () => {
  const annee = year('ccvvcc');
  expect(annee.place('2026-09-02')).toBe(0);
  expect(annee.span({ start: '2026-09-07', end: '2026-09-18' })).toEqual({ first: 1, last: 2 });
  expect(annee.span({ start: '2026-08-03', end: '2026-08-28' })).toBeUndefined();
  expect(annee.span({ start: '2026-08-24', end: '2027-08-27' })).toEqual({ first: 0, last: 5 });
  expect(annee.period({ first: 1, last: 2 })).toEqual({ start: '2026-09-07', end: '2026-09-18' });
  expect(annee.holidays()).toEqual([{ id: 'toussaint', first: 2, last: 3 }]);
  expect(annee.months()).toEqual([
    { month: '2026-08', first: 0, count: 1 },
    { month: '2026-09', first: 1, count: 4 },
    { month: '2026-10', first: 5, count: 1 },
  ]);
});

test('V-100 where holidays are not known, the year still has its weeks', () => {
  expect(plainWeeks(2026)).toHaveLength(44);
  expect(plainWeeks(2026)[0]).toMatchObject({ number: 1, monday: '2026-08-31' });
  expect(plainWeeks(2027)[0]).toMatchObject({ monday: '2027-08-30' });
});

test('V-100 bars that share a week are stacked', () => {
  expect(
    lanes([
      { first: 3, last: 5 },
      { first: 0, last: 3 },
      { first: 1, last: 1 },
      { first: 4, last: 4 },
    ]),
  ).toEqual([1, 0, 1, 0]);
});

test('V-101 a bar stays within the year, whole weeks and one at least', () => {
  const annee = year('cccc');
  expect(annee.moved({ first: 1, last: 2 }, 5)).toEqual({ first: 2, last: 3 });
  expect(annee.moved({ first: 1, last: 2 }, -5)).toEqual({ first: 0, last: 1 });
  expect(annee.resized({ first: 1, last: 2 }, -5)).toEqual({ first: 1, last: 1 });
  expect(annee.resized({ first: 1, last: 2 }, 5)).toEqual({ first: 1, last: 3 });
});

test('V-101 a span says what it runs into', () => {
  const annee = year('ccvvpp');
  expect(annee.hits({ first: 1, last: 2 })).toEqual({
    holidays: ['toussaint'],
    pfmps: [],
    noLesson: false,
  });
  expect(annee.hits({ first: 2, last: 4 })).toEqual({
    holidays: ['toussaint'],
    pfmps: ['p1'],
    noLesson: true,
  });
});

test.each([
  // Lessons are counted, holidays are crossed.
  ['cccvvccc', { first: 0, last: 1 }, 1, { first: 1, last: 2 }],
  ['cccvvccc', { first: 1, last: 2 }, 1, { first: 2, last: 5 }],
  ['cccvvccc', { first: 2, last: 5 }, 1, { first: 5, last: 6 }],
  ['cccvvccc', { first: 5, last: 6 }, -1, { first: 2, last: 5 }],
  // Over a period in companies it would be refused: it goes beyond it.
  ['cccppccc', { first: 1, last: 2 }, 1, { first: 5, last: 6 }],
  ['cccppccc', { first: 5, last: 6 }, -1, { first: 1, last: 2 }],
  // The year ends.
  ['cccf', { first: 2, last: 2 }, 1, { first: 3, last: 3 }],
  ['cccf', { first: 2, last: 3 }, 1, undefined],
  ['cccp', { first: 1, last: 2 }, 1, undefined],
  ['cccc', { first: 0, last: 1 }, -1, undefined],
  // One without lessons starts with those that follow it.
  ['cvvccc', { first: 1, last: 2 }, 1, { first: 4, last: 4 }],
  ['cccv', { first: 3, last: 3 }, 1, undefined],
] as const)('V-102 in %s the span %o goes %i week on: %o', (weeks, span, by, to) => {
  expect(year(weeks).shifted(span, by)).toEqual(to);
});
