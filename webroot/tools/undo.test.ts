import { describe, expect, test } from 'vitest';

import { BoardClient } from '../src/room/BoardClient.ts';
import { seed } from './forAll.ts';
import { plantedInUndo, withFault } from './simulation/planted.ts';
import { takeAllBack, type Weather } from './simulation/takeBack.ts';

/** BINOME_RUNS makes more of them. */
const RUNS = Number(process.env['BINOME_RUNS'] ?? 25);

/** A planted fault must show in so many runs, always the same ones. */
const ENOUGH = 60;

const calm = { busy: false, snapshots: false };

describe(
  'one of two to four people takes back all of theirs and does it again',
  { timeout: RUNS * 2_000 },
  () => {
    test.each<[string, Weather]>([
      ['S-68, S-69 while the others rest: exactly theirs goes, and all is as before', calm],
      ['S-69 while the others go on: no letter of theirs goes', { busy: true, snapshots: false }],
      ['S-69 through snapshots: no letter of the others goes', { busy: false, snapshots: true }],
    ])('%s', (_, weather) => {
      for (let at = 0; at < RUNS; at++) {
        try {
          takeAllBack(seed + at, BoardClient, weather);
        } catch (failure) {
          throw new Error(`BINOME_SEED=${seed + at}`, { cause: failure });
        }
      }
    });

    test.each([50_128, 361_002_007])(
      'S-68 what is taken out as a snapshot comes is not brought back twice: seed %d',
      (known) => {
        takeAllBack(known, BoardClient, { busy: false, snapshots: true });
      },
    );

    test.each(plantedInUndo)('S-69 a client is found that $fault', async (fault) => {
      const core = await withFault(fault);
      let runs = 0;
      const found = () => {
        try {
          takeAllBack(runs, core, calm);
          return false;
        } catch {
          return true;
        }
      };
      while (!found() && runs < ENOUGH) runs++;
      expect(runs).toBeLessThan(ENOUGH);
    });
  },
);
