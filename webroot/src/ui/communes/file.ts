/** Why a file holds no table that can be read as text. */
export type FileFault = 'workbook' | 'binary' | 'tooBig';

/** What is read of a file at most; a table of forty lines has a tenth of it. */
export const LARGEST = 200_000;

/** In bytes, whichever way it is written. */
export const LARGEST_FILE = 4 * LARGEST;

const starts = (bytes: Uint8Array, ...sign: readonly number[]) =>
  sign.every((byte, at) => bytes[at] === byte);

/**
 * The text of a file as spreadsheets write it: UTF-8 with or without its mark, UTF-16 (« Texte Unicode »),
 * or else Windows-1252, as Excel does in France.
 */
export function textOfFile(buffer: ArrayBuffer): { readonly text: string } | { readonly fault: FileFault } {
  const bytes = new Uint8Array(buffer);
  // XLSX and ODS are archives; XLS is older still.
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { fault: 'workbook' };
  if (bytes.length > LARGEST_FILE) return { fault: 'tooBig' };
  const text = decoded(bytes);
  return text.includes('\0') ? { fault: 'binary' } : { text };
}

function decoded(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
