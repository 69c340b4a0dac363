import type { DateTime } from 'luxon';
import type { WrittenDay } from '../text/written-dates.ts';
import type { DatedHeading } from './dated-heading.ts';

/** What tells a section's date. */
export interface DateFacts {
  readonly heading: Pick<DatedHeading, 'date'>;
  /** The year of the last line that is a year and nothing else. */
  readonly year: number | undefined;
}

/** A day with its year. */
export type Day = WrittenDay & { readonly year: number };

// Coming meetings are sometimes listed in the other order than those that are over.
const DISORDER_DAYS = 20;

/**
 * What the date of each section can mean. Where the day is in doubt, as in 05/06, or the year is left out,
 * the order of the sections decides.
 */
export function datesOf(sections: readonly DateFacts[], now: DateTime<true>): Day[][] {
  const readings = ['first', 'last'] as const;
  const [one, other] = readings.map((which) => {
    const days = sections.map(({ heading: { date } }) => reading(date.readings, which));
    return { days, jumps: jumps(days) };
  });
  if (one === undefined || other === undefined) return [];
  if (one.jumps < other.jumps) return withYears(sections, one.days, now).map((day) => [day]);
  if (other.jumps < one.jumps) return withYears(sections, other.days, now).map((day) => [day]);
  const first = withYears(sections, one.days, now);
  const second = withYears(sections, other.days, now);
  return first.map((day, index) => {
    const also = second[index];
    return also === undefined || isSame(day, also) ? [day] : [day, also];
  });
}

function reading(readings: readonly WrittenDay[], which: 'first' | 'last'): WrittenDay {
  const found = which === 'first' ? readings[0] : readings.at(-1);
  if (found === undefined) throw new Error('a date without a meaning');
  return found;
}

function isSame(a: Day, b: Day): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** A number that grows with the day; a day without a year counts as of year 0. */
function ordinal({ year = 0, month, day }: WrittenDay): number {
  return year * 372 + month * 31 + day;
}

/** How many sections are far from the one before: sections are days or weeks apart. */
function jumps(days: readonly WrittenDay[]): number {
  return days.filter((day, index) => {
    const before = days[index - 1];
    return before !== undefined && Math.abs(ordinal(day) - ordinal(before)) > 62;
  }).length;
}

/** Whether the newest section is the first. */
function isNewestFirst(days: readonly WrittenDay[]): boolean {
  const steps = days.slice(1).map((day, index) => ordinal(day) - ordinal(days[index] ?? day));
  return steps.filter((step) => step < 0).length >= steps.filter((step) => step > 0).length;
}

function withYears(
  sections: readonly DateFacts[],
  days: readonly WrittenDay[],
  now: DateTime<true>,
): Day[] {
  const newestFirst = isNewestFirst(days);
  const order = days.map((day, index) => ({ ...day, year: day.year ?? sections[index]?.year }));
  const fromNewest = newestFirst ? order : order.toReversed();
  const dated: Day[] = [];
  for (const day of fromNewest)
    dated.push({ ...day, year: day.year ?? yearOf(day, dated.at(-1), now) });
  return newestFirst ? dated : dated.reverse();
}

/** The year of a day, of which the newer section's is known. */
function yearOf(day: WrittenDay, newer: Day | undefined, now: DateTime<true>): number {
  if (newer === undefined) return nearestYear(day, now);
  const isOlder = ordinal({ ...day, year: newer.year }) <= ordinal(newer) + DISORDER_DAYS;
  return isOlder ? newer.year : newer.year - 1;
}

function nearestYear(day: WrittenDay, { year, month, day: today }: DateTime<true>): number {
  const at = ordinal({ year, month, day: today });
  const years = [year - 1, year, year + 1];
  const far = (one: number) => Math.abs(ordinal({ ...day, year: one }) - at);
  return years.reduce((best, one) => (far(one) < far(best) ? one : best));
}
