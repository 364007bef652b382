import calendrier from '../../../src/main/resources/referentiels/calendrier-2026-2027.json';
import type { InsightValues, Week } from '../../src/wire/protocol.gen';

const pfmps = [
  ['p1', '2026-11-09', '2026-12-04'],
  ['p2', '2027-05-17', '2027-06-11'],
] as const;

/** The year of the class 1MA as the server tells it: zone B, Alsace, two periods in companies. */
export function insightsYear(): InsightValues {
  const weeks = calendrier.weeks.map(({ number, monday, friday, zones }): Week => {
    const pfmp = pfmps.find(([, start, end]) => start <= monday && monday <= end)?.[0];
    const holiday = zones.B === 'cours' ? undefined : zones.B;
    const feries = calendrier.feries.map(({ date }) => date).filter((day) => day >= monday && day <= friday);
    const state = pfmp ? 'pfmp' : holiday ? 'vacances' : 'cours';
    return { number, monday, state, feries, ...(holiday ? { holiday } : {}), ...(pfmp ? { pfmp } : {}) };
  });
  return {
    weeks,
    'annees/b9': {
      label: 'TMA',
      year: 'terminale',
      pfmps: [
        { start: '2026-09-14', end: '2026-10-09' },
        { start: '2027-01-11', end: '2027-02-05' },
      ],
      situations: [
        {
          id: 'x1',
          titre: 'Panne à l’hôpital : garder le contact',
          complexite: 'critique',
          start: '2026-11-09',
          end: '2026-12-11',
          ready: true,
        },
      ],
    },
    'annees/b2': {
      label: '2MRC',
      year: 'seconde',
      pfmps: [{ start: '2026-11-30', end: '2026-12-18' }],
      situations: [
        {
          id: 'x2',
          titre: 'Un samedi matin à la médiathèque',
          complexite: 'courante',
          start: '2026-09-14',
          end: '2026-10-02',
          ready: true,
        },
      ],
    },
    pfmp: {
      ruleset: 'seed-2019',
      weeks: 8,
      asked: 8,
      splits: [[4, 4]],
      total: 22,
      askedTotal: 22,
      planned: true,
      periods: pfmps.map(([id], i) => ({ id, number: i + 1, weeks: 4, validated: i === 0 })),
    },
  };
}
