import { casual, type ParsedResult } from 'chrono-node/en';
import { DateTime } from 'luxon';
import { HOLIDAYS } from './holidays.ts';

/** Whole days, the last of them included, as ISO dates. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

// Nobody needs more words to name a day.
const MAX_LENGTH = 300;
const ORDINAL = /\b(?:the |on )(\d{1,2})(?:st|nd|rd|th)\b/iu;
const WEEK = /\bweeks?\b/iu;
const WEEK_BEFORE = /\bweek (?:of|around|after|before) (?:the )?$/iu;

/** The words of a text that name days, such as `Feb 17`, `next week` or `Christmas`; undefined if none do. */
export function dateWords(text: string): string | undefined {
  const start = text.slice(0, MAX_LENGTH);
  const holiday = HOLIDAYS.find(({ pattern }) => pattern.test(start));
  if (holiday) return holiday.pattern.exec(start)?.[0];
  // Any moment will do to find the words.
  const found = datesIn(start, DateTime.fromMillis(0, { zone: 'utc' }));
  if (!found) return ORDINAL.exec(start)?.[0];
  const week = WEEK_BEFORE.exec(start.slice(0, found.index))?.[0] ?? '';
  return `${week}${found.text}`;
}

/** The days that such words name, seen from a moment in a zone; undefined if they name none. */
export function daysNamed(words: string, now: DateTime<true>, zone: string): Days | undefined {
  const here = now.setZone(zone);
  const holiday = HOLIDAYS.find(({ pattern }) => pattern.test(words));
  if (holiday) {
    const years = [here.year - 1, here.year, here.year + 1].map(holiday.days);
    const [from, to] = years.find(([, last]) => isoOf(last) >= isoOf(here)) ?? [];
    return from && to && { from: isoOf(from), to: isoOf(to) };
  }
  const found = datesIn(words, here);
  if (found) return daysOf(found, words);
  const ordinal = ORDINAL.exec(words)?.[1];
  return ordinal === undefined ? undefined : nextOrdinal(Number(ordinal), here);
}

/** The dates that are said most plainly: a day or a month, or else a week such as the next one. */
function datesIn(text: string, here: DateTime): ParsedResult | undefined {
  const reference = { instant: here.toJSDate(), timezone: here.offset };
  const found = casual.parse(text, reference, { forwardDate: true });
  const isPlain = ({ start }: ParsedResult) =>
    (['day', 'weekday', 'month'] as const).some((part) => start.isCertain(part));
  const isWeek = ({ text: words }: ParsedResult) => WEEK.test(words);
  return (
    found.find((one) => isPlain(one) && !isWeek(one)) ??
    found.find((one) => isPlain(one) || isWeek(one))
  );
}

function daysOf({ start, end }: ParsedResult, words: string): Days {
  const first = dayOf(start);
  if (end) return { from: isoOf(first), to: isoOf(dayOf(end)) };
  if (WEEK.test(words))
    return { from: isoOf(first.startOf('week')), to: isoOf(first.endOf('week')) };
  const isWholeMonth = !start.isCertain('day') && !start.isCertain('weekday');
  if (isWholeMonth) {
    return { from: isoOf(first.startOf('month')), to: isoOf(first.endOf('month')) };
  }
  return { from: isoOf(first), to: isoOf(first) };
}

function dayOf(parts: ParsedResult['start']): DateTime {
  const part = (name: 'year' | 'month' | 'day') => parts.get(name) ?? 1;
  return DateTime.utc(part('year'), part('month'), part('day'));
}

/** The next day with this number: this month's or a later one's. */
function nextOrdinal(day: number, here: DateTime): Days | undefined {
  const months = [0, 1, 2].map((months) => here.startOf('month').plus({ months }));
  const found = months
    .filter((month) => day >= 1 && day <= (month.daysInMonth ?? 0))
    .map((month) => isoOf(month.set({ day })))
    .find((date) => date >= isoOf(here));
  return found === undefined ? undefined : { from: found, to: found };
}

function isoOf(moment: DateTime): string {
  return moment.toISODate() ?? '';
}
