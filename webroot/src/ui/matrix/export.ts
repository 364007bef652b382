import type { Column, MatrixBloc } from '../../parcours/matrix';
import { fr } from '../fr';
import { cellCount, cellWords, classesOf } from './words';

/** Lines of a spreadsheet, the heads first. */
export type Table = readonly (readonly (string | number)[])[];

/** The matrix as it shows: of each cell its number and its words. */
export function tableOf(columns: readonly Column[], blocs: readonly MatrixBloc[]): Table {
  const heads = columns.flatMap((column) => {
    const year = [fr.years[column.year], classesOf({ column })].filter((part) => part !== '').join(', ');
    return [fr.parcours.numberOf(year), fr.parcours.readingOf(year)];
  });
  const lines = blocs.flatMap(({ bloc, label, rows }) =>
    rows.map(({ competence, cells }) => [
      [...(bloc ? [bloc] : competence.blocs)].map(fr.parcours.bloc).join(', '),
      label,
      competence.label,
      ...cells.flatMap((cell) => [cellCount(cell) ?? '', cellWords(cell)]),
    ]),
  );
  return [[fr.parcours.blocFilter, fr.parcours.blocLabel, fr.parcours.competence, ...heads], ...lines];
}

/** For a French spreadsheet; no cell of it is run as a formula. */
export async function csvText(table: Table): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  return stringify(
    table.map((line) => [...line]),
    { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}

export function csvFile(text: string): Blob {
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

export async function csvOf(table: Table): Promise<Blob> {
  return csvFile(await csvText(table));
}

export async function xlsxOf(table: Table, sheet: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const [heads = [], ...lines] = table;
  const widths = [8, 34, 52, ...heads.slice(3).map((_, at) => (at % 2 === 0 ? 12 : 34))];
  const data = [
    heads.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const, wrap: true })),
    ...lines.map((line) =>
      line.map((value) =>
        typeof value === 'number' ? { value, type: Number } : value === '' ? null : { value, type: String },
      ),
    ),
  ];
  return write(data, {
    sheet,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }).toBlob();
}

/** Hands a file to the browser, to be kept where the person wants. */
export function hand(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
