import type { Week } from '../wire/protocol.gen';
import { fridayOf, mondayOf, plusDays, type Weeks } from './weeks';

/** Weeks of a school year by their places, both included, counted from 0. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What a span of weeks runs into. */
export interface Hits {
  /** Ids of the holidays in it. */
  readonly holidays: readonly string[];
  /** Ids of the periods in companies in it: the server refuses a situation there. */
  readonly pfmps: readonly string[];
  /** Whether no week of it has lessons. */
  readonly noLesson: boolean;
}

const WEEKS = 44;

/** The weeks of a year whose holidays are not known: all of them with lessons. */
export function plainWeeks(rentree: number): readonly Week[] {
  const first = mondayOf(`${rentree}-09-01`);
  return Array.from({ length: WEEKS }, (_, at) => ({
    number: at + 1,
    monday: plusDays(first, 7 * at),
    state: 'cours',
    feries: [],
  }));
}

/** The weeks of a class's school year, by their places: week 1 is the week of the rentrée. */
export class Annee {
  readonly weeks: readonly Week[];

  constructor(weeks: readonly Week[]) {
    this.weeks = weeks;
  }

  /** The place of the week of a day; before the first it is negative, after the last too big. */
  place(day: string): number {
    const first = this.weeks[0]?.monday ?? day;
    return Math.round((Date.parse(mondayOf(day)) - Date.parse(first)) / 604_800_000);
  }

  /** The weeks that a period has in this year; undefined for one outside of it. */
  span({ start, end }: Weeks): Span | undefined {
    const first = this.place(start);
    const last = this.place(end);
    if (last < 0 || first >= this.weeks.length) return undefined;
    return { first: Math.max(0, first), last: Math.min(this.weeks.length - 1, last) };
  }

  /** Whole weeks, as a register keeps them. */
  period({ first, last }: Span): Weeks {
    const monday = (at: number) => plusDays(this.weeks[0]?.monday ?? '', 7 * at);
    return { start: monday(first), end: fridayOf(monday(last)) };
  }

  /** The same span some weeks later or earlier, kept within the year. */
  moved({ first, last }: Span, by: number): Span {
    const step = Math.max(-first, Math.min(this.weeks.length - 1 - last, by));
    return { first: first + step, last: last + step };
  }

  /** The same span with its end some weeks later or earlier, at least one week long. */
  resized({ first, last }: Span, by: number): Span {
    return { first, last: Math.max(first, Math.min(this.weeks.length - 1, last + by)) };
  }

  hits(span: Span): Hits {
    const within = this.weeks.slice(span.first, span.last + 1);
    return {
      holidays: once(within.flatMap(({ holiday }) => holiday ?? [])),
      pfmps: once(within.flatMap(({ pfmp }) => pfmp ?? [])),
      noLesson: !within.some(teaches),
    };
  }

  /**
   * The span so many weeks with lessons later or earlier, with as many lessons as before. One that
   * would run over a period in companies goes beyond it as a whole; undefined when the year has no
   * place for it.
   */
  shifted({ first, last }: Span, by: 1 | -1): Span | undefined {
    const lessons = this.weeks.flatMap((week, at) => (teaches(week) ? [at] : []));
    const from = lessons.findIndex((at) => at >= first);
    if (from < 0) return undefined;
    const length = Math.max(1, lessons.filter((at) => at >= first && at <= last).length);
    for (let at = from + by; at >= 0 && at + length <= lessons.length; at += by) {
      const span = { first: lessons[at] ?? 0, last: lessons[at + length - 1] ?? 0 };
      if (this.hits(span).pfmps.length === 0) return span;
    }
    return undefined;
  }

  /** The months, as `YYYY-MM`, and how many weeks each has; a week is of the month of its Monday. */
  months(): readonly { readonly month: string; readonly first: number; readonly count: number }[] {
    const months: { month: string; first: number; count: number }[] = [];
    this.weeks.forEach(({ monday }, at) => {
      const month = monday.slice(0, 7);
      const current = months.at(-1);
      if (current?.month === month) current.count++;
      else months.push({ month, first: at, count: 1 });
    });
    return months;
  }

  /** Holidays in a row, as one span each. */
  holidays(): readonly (Span & { readonly id: string })[] {
    const runs: { id: string; first: number; last: number }[] = [];
    this.weeks.forEach(({ holiday }, at) => {
      if (holiday === undefined) return;
      const current = runs.at(-1);
      if (current?.id === holiday && current.last === at - 1) current.last = at;
      else runs.push({ id: holiday, first: at, last: at });
    });
    return runs;
  }
}

/** Whether a class has lessons in a week. */
export function teaches({ state }: Week): boolean {
  return state === 'cours' || state === 'finDAnnee';
}

/** Stacks spans so that none lies over another: of each its lane, counted from 0. */
export function lanes(spans: readonly Span[]): readonly number[] {
  const ends: number[] = [];
  const found = new Map<Span, number>();
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const free = ends.findIndex((end) => end < span.first);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.last;
    found.set(span, lane);
  }
  return spans.map((span) => found.get(span) ?? 0);
}

function once(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
