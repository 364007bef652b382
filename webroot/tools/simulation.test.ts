import { describe, expect, test } from 'vitest';

import { BoardClient } from '../src/room/BoardClient.ts';
import { seed } from './forAll.ts';
import { planted, withFault } from './simulation/planted.ts';
import { type Figures, noFigures, simulate } from './simulation/simulate.ts';

/** BINOME_RUNS makes more of them. */
const RUNS = Number(process.env['BINOME_RUNS'] ?? 40);

/** A planted fault must show in so many runs, always the same ones. */
const ENOUGH = 60;

describe('two to four people, cut off, killed, restarted at random', () => {
  test(`S-60 every act comes true once or is a draft, in ${RUNS} runs`, { timeout: RUNS * 2_000 }, () => {
    const sum = noFigures();
    for (let at = 0; at < RUNS; at++) {
      try {
        const figures = simulate(seed + at, BoardClient);
        for (const name of Object.keys(sum) as (keyof Figures)[]) sum[name] += figures[name];
      } catch (failure) {
        throw new Error(`BINOME_SEED=${seed + at}`, { cause: failure });
      }
    }
    process.stdout.write(`simulation: seeds from ${seed}, ${JSON.stringify(sum)}\n`);
    // Nothing of what may go wrong has been left out.
    for (const [name, figure] of Object.entries(sum)) expect(figure, name).toBeGreaterThan(RUNS / 20);
  });

  test.each(planted)(
    'S-60 the simulation finds a client that $fault',
    { timeout: 120_000 },
    async (fault) => {
      const core = await withFault(fault);
      let runs = 0;
      const found = () => {
        try {
          simulate(runs, core);
          return false;
        } catch {
          return true;
        }
      };
      while (!found()) if (++runs === ENOUGH) throw new Error(`not found in ${ENOUGH} runs`);
      process.stdout.write(`in run ${runs + 1} found: ${fault.fault}\n`);
    },
  );
});
