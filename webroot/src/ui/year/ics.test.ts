import ICAL from 'ical.js';
import { expect, test } from 'vitest';

import { fr } from '../fr';
import { icsName, icsOf } from './ics';
import type { Item } from './items';

const items: readonly Item[] = [
  {
    kind: 'situation',
    id: 's1',
    title: 'Le guichet ; « accueil », suite\\fin',
    start: '2026-09-21',
    end: '2026-10-09',
  },
  { kind: 'jalon', id: 'j1', title: 'É'.repeat(90), start: '2026-12-31', end: '2026-12-31' },
  { kind: 'vacances', id: 'noel', title: 'Noël', start: '2026-12-21', end: '2027-01-01' },
];

const written = () => icsOf('b1', '1MA', items, new Date(Date.UTC(2026, 10, 25, 9, 30)));

test('V-104 read back, each thing has its whole days and its words', async () => {
  const calendar = new ICAL.Component(ICAL.parse(await written()) as string[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(
    events.map(({ summary, startDate, endDate }) => [
      summary,
      startDate.isDate,
      startDate.toString(),
      endDate.toString(),
    ]),
  ).toEqual([
    [fr.annee.ics.summary('1MA', 'Le guichet ; « accueil », suite\\fin'), true, '2026-09-21', '2026-10-10'],
    [fr.annee.ics.summary('1MA', 'É'.repeat(90)), true, '2026-12-31', '2027-01-01'],
    [fr.annee.ics.summary('1MA', 'Noël'), true, '2026-12-21', '2027-01-02'],
  ]);
  expect(events.map(({ uid }) => uid)).toEqual([
    'b1-situation-s1-0@binome',
    'b1-jalon-j1-0@binome',
    'b1-vacances-noel-2026@binome',
  ]);
});

test('V-104 lines end and fold as RFC 5545 wants, 75 bytes at most', async () => {
  const lines = (await written()).split('\r\n');
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
  expect(lines).toContain('DTSTART;VALUE=DATE:20260921');
  expect(lines.at(-2)).toBe('END:VCALENDAR');
});

test('V-104 the file is named after the class', () => {
  expect(icsName('1re MCV Été', '2026-2027')).toBe('1re-mcv-ete-2026-2027.ics');
  expect(icsName('***', '')).toBe('calendrier.ics');
});
