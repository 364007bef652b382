import { readFileSync } from 'node:fs';

import type {
  Discipline,
  FamilleSeconde,
  Referentiel,
  Referentiels,
  Regle,
} from '../src/parcours/referentiel.ts';

/** The official lists themselves, as the server loads and gives them. */
export const official: Referentiels = {
  referentiels: ['ma', 'mcv-a', 'mcv-b'].map((name) => ({
    visees: [],
    relationDimensions: [],
    ...(read(name) as Omit<Referentiel, 'visees' | 'relationDimensions'>),
  })),
  familleSeconde: read('famille-seconde') as FamilleSeconde,
  disciplines: (read('disciplines') as { disciplines: readonly Discipline[] }).disciplines,
  regles: Object.fromEntries(
    ['regles', 'pfmp']
      .flatMap((name) => (read(name) as { rules: readonly Regle[] }).rules)
      .map((regle) => [regle.id, regle]),
  ),
};

function read(name: string): unknown {
  const file = `${import.meta.dirname}/../../src/main/resources/referentiels/${name}.json`;
  return JSON.parse(readFileSync(file, 'utf8'));
}
