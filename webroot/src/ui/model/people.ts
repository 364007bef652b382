import { binomeOf } from '../../parcours/classe';
import { members } from '../../parcours/situation';
import { fr } from '../fr';
import type { Person } from './board';
import type { BoardModel } from './BoardModel.svelte';

/** Somebody who can be mentioned. */
export interface Mentionable extends Person {
  readonly id: string;
}

/** The people of a class, its binôme first. */
export function peopleOf(board: BoardModel): readonly Mentionable[] {
  const { x, y } = binomeOf(board);
  const others = ['enseignant', 'acces'].flatMap((kind) => members(board, board.id, kind));
  return [...new Set([x, y, ...others])].flatMap((id) => {
    const person = id === undefined ? undefined : board.person(id);
    return id === undefined || person === undefined ? [] : [{ ...person, id }];
  });
}

/** What somebody is called whom a text mentions. */
export function nameOf(board: BoardModel, id: string): string {
  return board.person(id)?.name ?? fr.formerMember;
}
