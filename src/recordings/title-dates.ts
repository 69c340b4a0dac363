import {
  areOneDay,
  type WrittenDate,
  writtenDates,
  writtenWeekdays,
} from '../text/written-dates.ts';

/** What a video's title says besides names. */
export interface TitleDates {
  /** The title without dates, times and the number of a part. */
  readonly rest: string;
  /** Each date with what it can mean. */
  readonly dates: readonly WrittenDate[];
  /** Whether it names more than one day, so that nobody can tell on which the recording was made. */
  readonly severalDays: boolean;
  /** The one weekday that it names. */
  readonly weekday: number | undefined;
  /** Times of day, in minutes after midnight, in whatever zone. */
  readonly times: readonly number[];
  /** Which part of the recording it is. */
  readonly part: number | undefined;
}

const PART =
  /(?<![\p{L}\p{N}])(?:part|pt\.?|session)\s?#?(?<one>\d|[ivx]{1,3})(?:\s?(?:of|\/)\s?\d)?(?![\p{L}\p{N}])|[([]\s?(?<two>\d)\s?(?:of|\/)\s?\d\s?[)\]]|(?<![\p{L}\p{N}/])(?<three>\d) of \d(?![\p{L}\p{N}])/giu;
const TIME =
  /(?<![\d:.])(?<hour>\d{1,2})(?::(?<minute>[0-5]\d))?\s?(?<half>[ap])\.?m\b|(?<![\d:.])(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)(?![\d:])/giu;
// As in “December 9 and 10” and “9–10 December”.
const DAY_LIST =
  /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?: (?:and|to) | ?[&+–—-] ?)\d{1,2}(?:st|nd|rd|th)?(?![\d:]| ?[ap]\.?m)|(?<!\d)\d{1,2}(?: (?:and|to) | ?[&+–—-] ?)\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v'];

/** Reads the dates and the part of a video's title. */
export function titleDates(title: string): TitleDates {
  let part: number | undefined;
  const text = title.replace(PART, (found, one?: string, two?: string, three?: string) => {
    part ??= partNumber(one ?? two ?? three ?? '');
    return ' '.repeat(found.length);
  });
  const dates = writtenDates(text);
  const weekdays = writtenWeekdays(text);
  const rest = without(text, dates);
  return {
    rest: rest.replace(TIME, ' '),
    dates,
    // A moment says the day in UTC, which may be another one where the meeting was.
    severalDays:
      DAY_LIST.test(text) || !areOneDay(dates.filter(({ moment }) => moment === undefined)),
    times: timesIn(rest),
    weekday: weekdays.length === 1 ? weekdays[0] : undefined,
    part,
  };
}

function partNumber(written: string): number {
  const roman = ROMAN.indexOf(written.toLowerCase());
  return roman < 0 ? Number(written) : roman + 1;
}

function timesIn(text: string): number[] {
  return [...text.matchAll(TIME)].map(({ groups = {} }) => {
    const { hour, minute = '0', half = '', hours, minutes } = groups;
    if (hour === undefined) return Number(hours) * 60 + Number(minutes);
    const afternoon = half.toLowerCase() === 'p' ? 12 : 0;
    return ((Number(hour) % 12) + afternoon) * 60 + Number(minute);
  });
}

function without(text: string, dates: readonly WrittenDate[]): string {
  return dates.reduceRight(
    (left, { index, length }) => `${left.slice(0, index)} ${left.slice(index + length)}`,
    text,
  );
}
