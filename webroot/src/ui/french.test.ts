import { expect, test } from 'vitest';

import { f, folded, hours, lately, longDay, minutes, period, shortPeriod, time } from './french';

test('our sentences get French spaces and apostrophes', () => {
  expect(f`Retirer l'étape ?`).toBe('Retirer l’étape\u202f?');
  expect(f`Attention : « fini »...`).toBe('Attention\u00a0: «\u00a0fini\u00a0»…');
});

test('what a person typed is left alone, the spaces around it are not', () => {
  expect(f`« ${"l'accueil ; fin"} » retirée`).toBe("«\u00a0l'accueil ; fin\u00a0» retirée");
  expect(f`${12} caractères de plus`).toBe('12\u00a0caractères de plus');
});

test('durations', () => {
  expect(minutes(110)).toBe('110\u00a0min');
  expect(hours(660)).toBe('11\u00a0h');
  expect(hours(545)).toBe('9\u00a0h\u00a005');
});

test('times of the day', () => {
  expect(time(new Date(2026, 10, 26, 14, 5))).toBe('14\u00a0h\u00a005');
});

test('periods name the year once unless it changes', () => {
  expect(period('2026-09-21', '2026-10-09')).toBe('du 21\u00a0septembre au 9\u00a0octobre 2026');
  expect(period('2026-12-14', '2027-01-08')).toBe('du 14\u00a0décembre 2026 au 8\u00a0janvier 2027');
  expect(shortPeriod('2026-09-21', '2026-10-09')).toBe('21\u00a0sept. – 9\u00a0oct.');
  expect(shortPeriod('2026-11-01', '2026-11-20')).toBe('1er\u00a0–\u00a020\u00a0nov.');
});

test('the first of a month is an ordinal, other days are not', () => {
  expect(period('2026-10-01', '2026-10-11')).toBe('du 1er\u00a0octobre au 11\u00a0octobre 2026');
  expect(longDay(new Date(2026, 10, 25, 23, 30))).toBe('25\u00a0novembre 2026');
});

test('search ignores accents and case', () => {
  expect(folded('Événement')).toBe('evenement');
});

test('what was lately is told from today', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 10).getTime();
  const now = at(25, 9);
  expect(lately(at(25, 8), now)).toBe('aujourd’hui à 8\u00a0h\u00a010');
  // The day begins at midnight.
  expect(lately(new Date(2026, 10, 25).getTime(), now)).toBe('aujourd’hui à 0\u00a0h');
  expect(lately(new Date(2026, 10, 25).getTime() - 1, now)).toBe('hier à 23\u00a0h\u00a059');
  expect(lately(new Date(2026, 10, 24).getTime(), now)).toBe('hier à 0\u00a0h');
  expect(lately(new Date(2026, 10, 24).getTime() - 1, now)).toMatch(/^le 23/);
  expect(lately(at(24, 18), now)).toBe('hier à 18\u00a0h\u00a010');
  expect(lately(at(23, 18), now)).toBe('le 23\u00a0novembre 2026 à 18\u00a0h\u00a010');
});
