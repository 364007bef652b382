import type { BoardView, Entity } from '../board/view';
import { plain } from '../text/delta';
import type { Value } from '../wire/protocol.gen';
import type { CommonCompetence } from './referentiel';

/** The register of a line that holds what it prepares, by specialty. */
export const REGISTERS = { ma: 'ma', 'mcv-a': 'mcvA', 'mcv-b': 'mcvB' } as const;

export type Diplome = keyof typeof REGISTERS;

export const diplomes = Object.keys(REGISTERS) as readonly Diplome[];

/** The competences that a line prepares in a diploma. */
export function preparedBy(line: Entity, diplome: Diplome): readonly string[] {
  const value: Value | undefined = line.fields[REGISTERS[diplome]];
  return typeof value === 'object' && 'words' in value ? value.words : [];
}

/** By what étapes name a line; undefined for one that stands for nothing yet. */
export function repereOf({ fields: { repere } }: Entity): string | undefined {
  return typeof repere === 'string' ? repere : undefined;
}

/** The table that the team of a class has put in place of the given one (D-55); none of its lines otherwise. */
export function tableauOf(board: BoardView): readonly CommonCompetence[] {
  return board.children(board.id, 'communePropre').flatMap((line) => {
    const id = repereOf(line);
    if (id === undefined) return [];
    const maps = Object.fromEntries(diplomes.map((diplome) => [diplome, preparedBy(line, diplome)]));
    return [{ id, label: plain(board.text(line.id, 'label')).trim(), verified: true, maps }];
  });
}

/** Whether an id is one of those that teams give to their own lines. */
export function isOwnRepere(id: string): boolean {
  return /^sec-propre-[1-9]\d{3}$/.test(id);
}
