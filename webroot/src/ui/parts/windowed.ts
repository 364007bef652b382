/** With more rows, those that are far from the window are not on the page. */
export const MANY = 40;

/** Rows from one to before another, counted from 0. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A row that is on the page, or a gap as high as the rows that are left out there. */
export type Part =
  | { readonly row: number; readonly gap?: undefined }
  | { readonly row?: undefined; readonly gap: Span; readonly height: number };

/**
 * Which rows stand between two heights of a list.
 *
 * @param sizes how high each row is
 * @param space between two rows
 */
export function rowsWithin(sizes: readonly number[], space: number, top: number, bottom: number): Span {
  let at = 0;
  let from = 0;
  while (from < sizes.length && at + (sizes[from] ?? 0) < top) at += (sizes[from++] ?? 0) + space;
  let to = from;
  while (to < sizes.length && at < bottom) at += (sizes[to++] ?? 0) + space;
  return { from, to };
}

/** A list with gaps for the rows that are not wanted. */
export function partsOf(
  sizes: readonly number[],
  space: number,
  isWanted: (row: number) => boolean,
): readonly Part[] {
  const parts: Part[] = [];
  for (let row = 0; row < sizes.length;) {
    if (isWanted(row)) {
      parts.push({ row: row++ });
      continue;
    }
    const from = row;
    let height = -space;
    while (row < sizes.length && !isWanted(row)) height += (sizes[row++] ?? 0) + space;
    parts.push({ gap: { from, to: row }, height });
  }
  return parts;
}
