import { fr } from '../fr';
import { dayAfter, type Item } from './items';

/**
 * The year of a class as an iCalendar file: whole days, nobody's name. The same thing has the same UID
 * each time, so that a calendar that takes the file in again replaces what it had.
 *
 * @param stamp when it is written
 */
export async function icsOf(
  board: string,
  classe: string,
  items: readonly Item[],
  stamp: Date,
): Promise<string> {
  const { default: ICAL } = await import('ical.js');
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Binome//Calendrier//FR');
  calendar.addPropertyWithValue('x-wr-calname', fr.annee.ics.name(classe));
  for (const item of items) {
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', `${board}-${item.kind}-${item.id}-${uidDay(item)}@binome`);
    event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(stamp, true));
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(item.start));
    event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(dayAfter(item)));
    event.addPropertyWithValue('summary', fr.annee.ics.summary(classe, item.title));
    event.addPropertyWithValue('categories', fr.annee.kinds[item.kind]);
    // Nobody is busy because a class has holidays, or is in a company.
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

/** Holidays have the same id each year; what is planned keeps its own wherever it goes. */
function uidDay({ kind, start }: Item): string {
  return kind === 'vacances' ? start.slice(0, 4) : '0';
}

/** « 1ma-2026-2027.ics »: letters and figures, which every system keeps. */
export function icsName(classe: string, year: string): string {
  const plain = classe
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${[plain || 'calendrier', year].filter((part) => part !== '').join('-')}.ics`;
}
