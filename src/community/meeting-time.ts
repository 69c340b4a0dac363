import type { DateTime } from 'luxon';
import type { GroupFile } from '../group/schema.ts';
import { isoWeekday, type Weekday, weekdayName } from '../group/when.ts';
import { ellipsize } from '../text/plain.ts';
import { clockTime } from './clock-time.ts';
import type { FieldDoubt } from './doubt.ts';
import { type Rhythm, readRhythm } from './rhythm.ts';
import { spokenDate } from './spoken-date.ts';
import { zoneName } from './zone-name.ts';

/** A meeting's time as the community writes it: four texts that nothing checks. */
export interface PublishedTime {
  readonly day?: string | undefined;
  readonly time?: string | undefined;
  readonly tz?: string | undefined;
  readonly frequency?: string | undefined;
}

/** A rule as the group file writes it. */
export type WrittenRule = NonNullable<NonNullable<GroupFile['meetings']>[number]['when']>;

type TimeDoubt = FieldDoubt<keyof PublishedTime>;

export interface MeetingTime {
  /** Undefined if nothing is published. */
  readonly when: WrittenRule | undefined;
  readonly doubts: readonly TimeDoubt[];
}

const MAX_TEXT = 300;

/**
 * Reads a meeting's time by its meaning. What can't be computed for certain is kept in the words of the
 * page: a wrong time is worse than none.
 */
export function readMeetingTime(published: PublishedTime): MeetingTime {
  const { day = '', time = '', tz = '', frequency = '' } = published;
  if ([day, time, tz, frequency].every((text) => text.trim() === '')) {
    return { when: undefined, doubts: [] };
  }
  const clock = clockTime(time);
  const zone = zoneName(tz);
  const days = readDays(day, frequency);
  const doubts: TimeDoubt[] = [
    ...(clock === undefined ? [inWords('time', time)] : []),
    ...(zone === undefined ? [inWords('tz', tz)] : []),
    ...(zone?.doubt === undefined
      ? []
      : [{ field: 'tz' as const, what: zone.doubt, done: `read as ${zone.zone}` }]),
    ...days.doubts,
  ];
  if (clock === undefined || zone === undefined || days.rule === undefined) {
    return { when: textRule(published, zone?.zone), doubts };
  }
  const { anchor, ...rule } = days.rule;
  const whole = { ...rule, time: clock, zone: zone.zone };
  return { when: anchor === undefined ? whole : { ...whole, anchor }, doubts };
}

type DayRule =
  | { readonly every_weeks: number; readonly weekday: Weekday; readonly anchor?: string }
  | {
      readonly nth: number | number[] | 'last';
      readonly weekday: Weekday;
      readonly days_after?: number;
      readonly anchor?: undefined;
    };

interface Days {
  readonly rule: DayRule | undefined;
  readonly doubts: readonly TimeDoubt[];
}

function readDays(day: string, frequency: string): Days {
  const inDay = spokenDate(day);
  const date = inDay ?? spokenDate(frequency);
  const field = inDay ? 'day' : 'frequency';
  const words = inDay ? `${inDay.rest}, ${frequency}` : `${day}, ${date?.rest ?? frequency}`;
  const { rhythm, weekdays, remarks } = readRhythm(words);
  const said = remarks.map((remark): TimeDoubt => {
    return { field: 'frequency', what: `adds "${remark}"`, done: 'left out' };
  });
  const [weekday] = weekdays;
  if (weekday === undefined || weekdays.length > 1 || rhythm === undefined) {
    const wrong = weekdays.length === 1 ? inWords('frequency', frequency) : inWords('day', day);
    return { rule: undefined, doubts: [...said, wrong] };
  }
  const fits = date?.date?.weekday === isoWeekday(weekday) ? date.date : undefined;
  const wrongDate: TimeDoubt[] =
    date && !fits
      ? [
          {
            field,
            what: `"${date.written}" is not a ${weekdayName(isoWeekday(weekday))}`,
            done: 'date left out',
          },
        ]
      : [];
  const read =
    rhythm.kind === 'weeks' ? weekly(rhythm.every, weekday, fits) : monthly(rhythm, weekday, fits);
  return { rule: read.rule, doubts: [...said, ...wrongDate, ...read.doubts] };
}

function weekly(every: number, weekday: Weekday, start: DateTime<true> | undefined): Days {
  const rule = { every_weeks: every, weekday };
  // Every week is one of its weeks, so there is nothing to count.
  const mustCount = start !== undefined && every > 1;
  return { rule: mustCount ? { ...rule, anchor: start.toISODate() } : rule, doubts: [] };
}

type Monthly = Extract<Rhythm, { kind: 'month' }>;

function monthly(
  { nth, after }: Monthly,
  weekday: Weekday,
  start: DateTime<true> | undefined,
): Days {
  const day = weekdayName(isoWeekday(weekday));
  if (after !== undefined && nth !== undefined) {
    const days_after = (isoWeekday(weekday) - isoWeekday(after) + 7) % 7 || 7;
    return { rule: { nth: written(nth), weekday: after, days_after }, doubts: [] };
  }
  if (nth !== undefined) return { rule: { nth: written(nth), weekday }, doubts: [] };
  const ofStart = start === undefined ? undefined : Math.ceil(start.day / 7);
  // A fifth weekday may as well be meant as the last one.
  if (start === undefined || ofStart === undefined || ofStart > 4) {
    const what = `says monthly, but not which ${day} of the month`;
    return { rule: undefined, doubts: [{ field: 'frequency', what, done: 'kept in words' }] };
  }
  const ordinal = ['first', 'second', 'third', 'fourth'][ofStart - 1];
  const what = `says monthly, but not which ${day} of the month`;
  const done = `read as the ${ordinal}, which ${start.toISODate()} was`;
  return { rule: { nth: ofStart, weekday }, doubts: [{ field: 'frequency', what, done }] };
}

/** As people write it: the third is 3, the first and the third are a list. */
function written(nth: readonly number[] | 'last'): number | number[] | 'last' {
  if (nth === 'last') return nth;
  const [only, ...others] = nth;
  return only !== undefined && others.length === 0 ? only : [...nth];
}

function inWords(field: keyof PublishedTime, written: string): TimeDoubt {
  const what = written.trim() === '' ? 'is missing' : `"${ellipsize(written, 100)}" can't be read`;
  return { field, what, done: 'kept in words' };
}

/** As in “Thursday at 8:00, monthly”, with the zone apart if it is known. */
function textRule(published: PublishedTime, zone: string | undefined): WrittenRule {
  const { day, time, tz, frequency } = published;
  const clock = [time, zone === undefined ? tz : undefined].filter(isSaid).join(' ');
  const at = [day, clock].filter(isSaid).join(' at ');
  const text = ellipsize([at, frequency].filter(isSaid).join(', '), MAX_TEXT);
  return zone === undefined ? { text } : { text, zone };
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
