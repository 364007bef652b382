import { expect, test } from 'vitest';

import { fridayOf, mondayOf, weeksAround } from './weeks';

test.each([
  ['2026-09-21', '2026-09-21', '2026-09-25'],
  ['2026-09-23', '2026-09-21', '2026-09-25'],
  ['2026-09-27', '2026-09-21', '2026-09-25'],
  ['2027-01-01', '2026-12-28', '2027-01-01'],
  ['2027-03-29', '2027-03-29', '2027-04-02'],
])('the week of %s runs from Monday %s to Friday %s', (day, monday, friday) => {
  expect(mondayOf(day)).toBe(monday);
  expect(fridayOf(day)).toBe(friday);
});

test('two days become whole weeks', () => {
  expect(weeksAround('2026-09-23', '2026-10-07')).toEqual({ start: '2026-09-21', end: '2026-10-09' });
  expect(weeksAround('2026-09-23', '2026-09-21')).toEqual({ start: '2026-09-21', end: '2026-09-25' });
  expect(weeksAround('2026-09-23', '2026-09-14')).toBe('endsBeforeStart');
  expect(weeksAround('', '2026-09-14')).toBe('notADate');
  expect(weeksAround('2026-02-31', '2026-19-01')).toBe('notADate');
});
