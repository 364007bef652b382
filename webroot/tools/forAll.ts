import { expect } from 'vitest';

import { compose, sameDelta } from '../src/text/delta.ts';
import type { Delta } from '../src/text/op.ts';
import { type Random, randomDocument, randomEdit, seeded } from './randomTexts.ts';

/** Of the first case of a run; BINOME_SEED runs one again. */
export const seed = Number(process.env['BINOME_SEED'] ?? Date.now() % 0x7fff_ffff);

export interface Case {
  readonly document: Delta;
  /** Two edits made at the same time, and one made after the first. */
  readonly one: Delta;
  readonly other: Delta;
  readonly next: Delta;
  readonly random: Random;
}

/** Holds a property against random cases; a failure tells the seed that has it as its first. */
export function forAll(cases: number, holds: (random: Case) => void): void {
  for (let at = 0; at < cases; at++) {
    const random = seeded(seed + at);
    const document = randomDocument(random);
    const one = randomEdit(random, document);
    const other = randomEdit(random, document);
    const next = randomEdit(random, compose(document, one));
    try {
      holds({ document, one, other, next, random });
    } catch (failure) {
      const shown = JSON.stringify({ document, one, other, next });
      throw new Error(`BINOME_SEED=${seed + at} ${shown}`, { cause: failure });
    }
  }
}

export function expectSame(mine: Delta, expected: Delta): void {
  if (!sameDelta(mine, expected)) expect(mine).toEqual(expected);
}
