/**
 * Where a key leads in a grid whose lines may be of different lengths; undefined when it leads nowhere.
 *
 * @param wanted the column to come back to behind a line that is too short for it
 * @param far whether Ctrl is held, with which Home and End go to the ends of the whole grid
 */
export function moved(
  lines: readonly (readonly string[])[],
  from: string,
  key: string,
  far: boolean,
  wanted: number,
): string | undefined {
  const line = lines.findIndex((one) => one.includes(from));
  const column = lines[line]?.indexOf(from) ?? 0;
  const near = (at: number) => lines[at]?.[wanted] ?? lines[at]?.at(-1);
  if (far && key !== 'Home' && key !== 'End') return undefined;
  switch (key) {
    case 'ArrowLeft':
      return lines[line]?.[column - 1];
    case 'ArrowRight':
      return lines[line]?.[column + 1];
    case 'ArrowUp':
      return near(line - 1);
    case 'ArrowDown':
      return near(line + 1);
    case 'Home':
      return far ? lines[0]?.[0] : lines[line]?.[0];
    case 'End':
      return far ? lines.at(-1)?.at(-1) : lines[line]?.at(-1);
    default:
      return undefined;
  }
}
