import { DateTime } from 'luxon';
import type { When } from '../group/schema.ts';
import { isoWeekday } from '../group/when.ts';
import { dayIn, inZone, valid } from './moment.ts';

type Rule = Exclude<When, { kind: 'text' }>;
type Weekly = Extract<When, { kind: 'weekly' }>;
type Monthly = Extract<When, { kind: 'monthly' }>;

/** Possible starts according to a published rule, in the rule's zone. */
export type RuleDates =
  | {
      /**
       * `known`: the meeting is on every one of the dates. `unknown`: it is on one of them, and
       * nothing says which, since a rule such as every other week needs an anchor.
       */
      readonly week: 'known' | 'unknown';
      readonly starts: readonly DateTime<true>[];
    }
  /** The rule is in words that only people understand. */
  | { readonly week: 'not computable'; readonly text: string };

const KNOWN_STARTS = 2;
// How long a meeting of unpublished length counts as one that may still be going on.
const MAY_GO_ON_MINUTES = 60;
// In a year, every month has had a fifth weekday that can have one.
const MONTHS_AHEAD = 12;

/**
 * The next dates by the published rule, including a meeting that began and may still be going on. Weeks
 * are counted on the local calendar from the anchor date, so neither clock changes nor ISO week 53 shift
 * them.
 */
export function nextByRule(when: When, now: DateTime<true>, durationMinutes?: number): RuleDates {
  const over = now.minus({ minutes: durationMinutes ?? MAY_GO_ON_MINUTES });
  const isAhead = (start: DateTime<true>) => start > over;
  switch (when.kind) {
    case 'text':
      return { week: 'not computable', text: when.text };
    case 'monthly':
      return { week: 'known', starts: firstOf(monthlyStarts(when, now).filter(isAhead)) };
    case 'weekly': {
      const { everyWeeks, anchor } = when;
      const weekly = weeklyStarts(when, now).filter(isAhead);
      return everyWeeks === 1 || anchor !== undefined
        ? { week: 'known', starts: firstOf(weekly.filter((start) => isOnRule(when, start))) }
        : { week: 'unknown', starts: weekly.slice(0, everyWeeks) };
    }
  }
}

function firstOf(starts: readonly DateTime<true>[]): readonly DateTime<true>[] {
  return starts.slice(0, KNOWN_STARTS);
}

/** Every week's start from yesterday on, as many as hold two on the rule. */
function weeklyStarts(rule: Weekly, now: DateTime<true>): DateTime<true>[] {
  const yesterday = inZone(now, rule.zone).startOf('day').minus({ days: 1 });
  const toWeekday = (isoWeekday(rule.weekday) - yesterday.weekday + 7) % 7;
  const weeks = rule.everyWeeks * KNOWN_STARTS + 1;
  return Array.from({ length: weeks }, (_, week) =>
    atTime(yesterday.plus({ days: toWeekday + week * 7 }), rule),
  );
}

function isOnRule({ anchor, everyWeeks }: Weekly, start: DateTime<true>): boolean {
  if (anchor === undefined) return true;
  const date = DateTime.utc(start.year, start.month, start.day);
  const weeks = Math.round(date.diff(dayIn(anchor, 'utc'), 'weeks').weeks);
  return weeks % everyWeeks === 0;
}

/** Starts from last month's on: what comes days after a weekday may fall into the next month. */
function monthlyStarts(rule: Monthly, now: DateTime<true>): DateTime<true>[] {
  const thisMonth = inZone(now, rule.zone).startOf('month');
  return Array.from({ length: MONTHS_AHEAD + 2 }, (_, month) =>
    thisMonth.plus({ months: month - 1 }),
  )
    .flatMap((month) => daysOf(rule, month))
    .map((day) => atTime(day.plus({ days: rule.daysAfter ?? 0 }), rule))
    .sort((a, b) => a.toMillis() - b.toMillis());
}

/** The days of a month that the rule counts: its fourth Tuesday, or its last. */
function daysOf({ weekday, nth }: Monthly, month: DateTime<true>): DateTime<true>[] {
  const toFirst = (isoWeekday(weekday) - month.weekday + 7) % 7;
  const days = [0, 1, 2, 3, 4]
    .map((week) => month.plus({ days: toFirst + week * 7 }))
    .filter((day) => day.month === month.month);
  return nth === 'last' ? days.slice(-1) : days.filter((_, week) => nth.includes(week + 1));
}

function atTime(day: DateTime<true>, { time, zone }: Rule): DateTime<true> {
  return valid(DateTime.fromISO(`${day.toISODate()}T${time}`, { zone }));
}
