import { isoDay } from '../parcours/weeks';
const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/**
 * Sets a sentence of ours in French typography; what stands in `${…}` was typed by a person and is
 * left as it is.
 */
export function f(sentence: TemplateStringsArray, ...typed: readonly (string | number)[]): string {
  return sentence.reduce((set, part, i) => `${set}${typed[i - 1] ?? ''}${typeset(part)}`, '');
}

function typeset(part: string): string {
  return part
    .replaceAll("'", '’')
    .replaceAll('...', '…')
    .replace(/ ([;?!])/g, `${NARROW}$1`)
    .replace(/ ([:»])/g, `${NO_BREAK}$1`)
    .replaceAll('« ', `«${NO_BREAK}`)
    .replace(/(^|\d) (min|h|caractères|minutes)\b/g, `$1${NO_BREAK}$2`);
}

/** The official lists as they are shown: their labels are set like our own sentences. */
export function typesetLists<T>(lists: T): T {
  const shown = new Set(['label', 'shortLabel', 'tableLabel', 'statement']);
  return JSON.parse(JSON.stringify(lists), (key, value: unknown) =>
    typeof value === 'string' && shown.has(key) ? typeset(value) : value,
  ) as T;
}

/** « 20 000 ». */
export function number(count: number): string {
  return new Intl.NumberFormat('fr').format(count);
}

/** « 24 min », « 1 h 30 » is for yearly totals only. */
export function minutes(count: number): string {
  return f`${count} min`;
}

/** « 11 h », « 8 h 30 ». */
export function hours(count: number): string {
  const rest = count % 60;
  const whole = `${Math.floor(count / 60)}${NO_BREAK}h`;
  return rest === 0 ? whole : `${whole}${NO_BREAK}${String(rest).padStart(2, '0')}`;
}

/** « un, deux et trois ». */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat('fr').format(items);
}

/** « du 21 septembre au 9 octobre 2026 » for days given as `YYYY-MM-DD`. */
export function period(start: string, end: string): string {
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  return f`du ${day(start, !sameYear)} au ${day(end, true)}`;
}

/** « 21 sept. – 9 oct. », « 2 – 20 nov. ». */
export function shortPeriod(start: string, end: string): string {
  const first = day(start, false, 'short');
  const last = day(end, false, 'short');
  return start.slice(0, 7) === end.slice(0, 7)
    ? [first.split(NO_BREAK)[0], '–', last].join(NO_BREAK)
    : `${first} – ${last}`;
}

/** « 14 mai », for a day given as `YYYY-MM-DD`. */
export function shortDay(iso: string): string {
  return day(iso, false);
}

/** The day at school, as `YYYY-MM-DD`, wherever this device is. */
export function schoolDay(date: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(date);
}

/** « S » for September. */
export function monthLetter(iso: string): string {
  return new Intl.DateTimeFormat('fr', { month: 'narrow', timeZone: 'UTC' }).format(new Date(iso));
}

/** « 14 h 05 », in the time zone of this device. */
export function time(date: Date): string {
  return hours(60 * date.getHours() + date.getMinutes());
}

/** « 25 novembre 2026 », in the time zone of this device. */
export function longDay(date: Date): string {
  return day(isoDay(date), true);
}

function day(iso: string, year: boolean, month: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat('fr', {
    day: 'numeric',
    month,
    timeZone: 'UTC',
    ...(year ? { year: 'numeric' } : {}),
  });
  const said = format.format(new Date(`${iso}T00:00:00Z`));
  return said.replace(/^1 /, '1er ').replace(' ', NO_BREAK);
}

/** Letters without accents or case, for searching. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** « 25 novembre 2026 à 18:03 », where this device is; from ms since 1970. */
export function moment(millis: number): string {
  return new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeStyle: 'short' }).format(millis);
}

/** « sept. », from `2026-09`. */
export function monthName(month: string, length: 'long' | 'short' = 'short'): string {
  const format = new Intl.DateTimeFormat('fr', { month: length, timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** « 21 septembre 2026 », from `2026-09-21`. */
export function fullDay(iso: string): string {
  return day(iso, true);
}

/** « aujourd'hui à 18 h 10 », « hier à 18 h 10 », « le 23 novembre 2026 à 18 h 10 », where this device is. */
export function lately(millis: number, now: number): string {
  const date = new Date(millis);
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const yesterday = new Date(new Date(midnight).setDate(new Date(midnight).getDate() - 1)).getTime();
  const at = f` à ${time(date)}`;
  if (millis >= midnight) return f`aujourd'hui` + at;
  return millis >= yesterday ? f`hier` + at : f`le ${longDay(date)}` + at;
}
