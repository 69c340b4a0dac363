import { DateTime } from 'luxon';

/** A day as somebody wrote it; the year is often left out. */
export interface WrittenDay {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

/** A date found in a text. */
export interface WrittenDate {
  readonly index: number;
  readonly length: number;
  /** What it can mean: `05/06/2026` is a day in May or one in June. Never empty. */
  readonly readings: readonly WrittenDay[];
  /** The moment, if the text says one, as names of Zoom's recordings do. */
  readonly moment?: DateTime<true>;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const YEAR = '(?<year>20\\d\\d)(?!\\d)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])';
const GAP = '[\\s,._-]{0,3}';
// What stands before the number of a version, an issue or a proposal.
const NO_NUMBER = '(?<![\\d#./-]|\\b(?:v|kep|pr|issue)[\\s-]?)';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type Groups = Readonly<Record<string, string | undefined>>;

interface Form {
  readonly pattern: RegExp;
  read(groups: Groups): readonly WrittenDay[];
  /** The time of day in UTC, for forms that have one. */
  readonly hasMoment?: true;
}

// In this order, so that a form is not taken for part of a longer one.
const FORMS: readonly Form[] = [
  // Zoom names recordings GMT20261209-170125_Recording_1920x1080.
  form(
    `GMT${YEAR.replace('(?!\\d)', '')}(?<month>\\d\\d)(?<day>\\d\\d)-(?<hour>\\d\\d)(?<minute>\\d\\d)\\d\\d`,
    ymd,
    true,
  ),
  form(
    `${NO_NUMBER}${YEAR}-(?<month>\\d\\d)-(?<day>\\d\\d)[T ](?<hour>\\d\\d):(?<minute>\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?\\s?(?:Z|UTC|GMT)(?![a-z])`,
    ymd,
    true,
  ),
  form(
    `${NO_NUMBER}${YEAR}(?<sign>[-/._ ])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?!\\d)`,
    ymd,
  ),
  form(`${YEAR}\\s?年\\s?(?<month>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日`, ymd),
  form(`${NO_NUMBER}(?<digits>\\d{8})(?!\\d)`, eightDigits),
  form(`(?<![a-z\\d])${YEAR}${GAP}${MONTH}${GAP}${DAY}`, named),
  form(`(?<![\\d.])(?<day>\\d{1,2})${GAP}${MONTH}${GAP}(?<other>\\d\\d)(?!\\d)`, dayMonthOther),
  form(`(?<![a-z])${MONTH}${GAP}${DAY}(?:${GAP}${YEAR})?`, named),
  form(`(?<![\\d.])${DAY}${GAP}(?:of )?${MONTH}(?:${GAP}${YEAR})?`, named),
  form(`${NO_NUMBER}(?<one>\\d{1,2})(?<sign>[-/._ ])(?<two>\\d{1,2})\\k<sign>${YEAR}`, monthAndDay),
  form(
    `${NO_NUMBER}(?<one>\\d{1,2})(?<sign>[-/.])(?<two>\\d{1,2})\\k<sign>(?<three>\\d\\d)(?!\\d)`,
    ({ one, two, three }) => threePairs(Number(one), Number(two), Number(three)),
  ),
  form(`${NO_NUMBER}(?<one>\\d\\d)(?<two>\\d\\d)(?<three>\\d\\d)(?!\\d)`, ({ one, two, three }) =>
    threePairs(Number(one), Number(two), Number(three)),
  ),
  form(`${NO_NUMBER}(?<one>\\d{1,2})/(?<two>\\d{1,2})(?![\\d/])`, monthAndDay),
];

// Longer texts are not titles or headings.
const MAX_LENGTH = 400;

/** The dates in a title or a heading, in the forms that people use, from left to right. */
export function writtenDates(text: string): WrittenDate[] {
  let left = text.slice(0, MAX_LENGTH);
  const found: WrittenDate[] = [];
  if (!/\d/u.test(left)) return found;
  for (const { pattern, read, hasMoment } of FORMS) {
    for (const match of left.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const readings = read(groups).filter(exists);
      const [first] = readings;
      if (first === undefined) continue;
      const { index, 0: written } = match;
      const moment = hasMoment && momentOf(first, groups);
      found.push({ index, length: written.length, readings, ...(moment && { moment }) });
      left = left.slice(0, index) + ' '.repeat(written.length) + left.slice(index + written.length);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Whether all of these can mean the same day; a date without a year can be in any. */
export function areOneDay([first, ...others]: readonly WrittenDate[]): boolean {
  if (first === undefined) return true;
  return first.readings.some((day) =>
    others.every(({ readings }) => readings.some((other) => isSameDay(day, other))),
  );
}

function isSameDay(one: WrittenDay, other: WrittenDay): boolean {
  const isYear = one.year === undefined || other.year === undefined || one.year === other.year;
  return isYear && one.month === other.month && one.day === other.day;
}

const WEEKDAY =
  /(?<![a-z])(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?(?![a-z])/giu;

/** The ISO weekdays that a text names, Monday being 1. */
export function writtenWeekdays(text: string): number[] {
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const matches = text.slice(0, MAX_LENGTH).matchAll(WEEKDAY);
  return [...matches].map(([, name = '']) => names.indexOf(name.toLowerCase()) + 1);
}

function form(source: string, read: Form['read'], hasMoment?: true): Form {
  return { pattern: new RegExp(source, 'giu'), read, ...(hasMoment && { hasMoment }) };
}

function ymd({ year, month, day }: Groups): WrittenDay[] {
  return [{ year: Number(year), month: Number(month), day: Number(day) }];
}

function named({ year, month = '', day }: Groups): WrittenDay[] {
  return [
    {
      year: year === undefined ? undefined : Number(year),
      month: monthOf(month),
      day: Number(day),
    },
  ];
}

/** `9 Dec 26` is a day in 2026, or December 26 after a number. */
function dayMonthOther({ day, month = '', other }: Groups): WrittenDay[] {
  return [
    { year: 2000 + Number(other), month: monthOf(month), day: Number(day) },
    { year: undefined, month: monthOf(month), day: Number(other) },
  ];
}

function monthAndDay({ one, two, year }: Groups): WrittenDay[] {
  return eitherOrder(Number(one), Number(two), year === undefined ? undefined : Number(year));
}

function eightDigits({ digits = '' }: Groups): WrittenDay[] {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const first = { year, month: month ?? 0, day: day ?? 0 };
  if (exists(first)) return [first];
  return eitherOrder(
    Number(digits.slice(0, 2)),
    Number(digits.slice(2, 4)),
    Number(digits.slice(4)),
  );
}

function threePairs(one: number, two: number, three: number): WrittenDay[] {
  return [{ year: 2000 + one, month: two, day: three }, ...eitherOrder(one, two, 2000 + three)];
}

function eitherOrder(one: number, two: number, year: number | undefined): WrittenDay[] {
  if (one === two) return [{ year, month: one, day: two }];
  return [
    { year, month: one, day: two },
    { year, month: two, day: one },
  ];
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Whether there is such a day, in this century. */
function exists({ year = 2024, month, day }: WrittenDay): boolean {
  const isCentury = year >= 2000 && year < 2100;
  if (month === 2 && day === 29) return isCentury && year % 4 === 0;
  return isCentury && day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

function momentOf({ year = 0, month, day }: WrittenDay, { hour, minute }: Groups) {
  const moment = DateTime.utc(year, month, day, Number(hour), Number(minute));
  return moment.isValid ? moment : undefined;
}
