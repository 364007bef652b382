/** Whole school weeks: from a Monday to a Friday, as `YYYY-MM-DD`. */
export interface Weeks {
  readonly start: string;
  readonly end: string;
}

export type WeeksProblem = 'notADate' | 'endsBeforeStart';

const DAY = 86_400_000;

/** `2026-11-25`, in the time zone of this device. */
export function isoDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The Monday of the week in which a day stands. A Saturday or a Sunday belongs to the week before it. */
export function mondayOf(day: string): string {
  return plusDays(day, -((weekday(day) + 6) % 7));
}

/** The Friday of the week in which a day stands. */
export function fridayOf(day: string): string {
  return plusDays(mondayOf(day), 4);
}

/** Whole weeks around two days that a person picked, or what is wrong with them. */
export function weeksAround(from: string, to: string): Weeks | WeeksProblem {
  if (!isDay(from) || !isDay(to)) return 'notADate';
  const weeks = { start: mondayOf(from), end: fridayOf(to) };
  return weeks.start < weeks.end ? weeks : 'endsBeforeStart';
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

// Days are counted in UTC, where each has 24 hours.
function weekday(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** The day that comes so many days later. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
