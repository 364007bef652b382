import { Lift } from './Lift.svelte';

/** The one lane of a list. */
export const ROWS = 'rows';

/**
 * Lifting in one list.
 *
 * @param drop puts a row at a place among the others
 */
export function liftRows(
  rows: () => readonly { readonly id: string }[],
  nameOf: (id: string) => string,
  drop: (id: string, place: number) => void,
): Lift {
  return new Lift({
    lanes: () => [{ id: ROWS, items: rows().map(({ id }) => id) }],
    nameOf,
    drop: (id, { place }) => drop(id, place),
  });
}
