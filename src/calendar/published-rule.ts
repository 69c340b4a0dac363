import { DateTime } from 'luxon';
import { isoWeekday, type RegularMeeting } from '../group/schema.ts';
import { inZone } from './moment.ts';

/** Possible starts according to the published rule, in the meeting's zone. */
export interface RuleDates {
  /**
   * `known`: the meeting is on every one of the dates. `unknown`: it is on one of them, and
   * nothing says which, since a rule such as every other week needs an anchor.
   */
  readonly week: 'known' | 'unknown';
  readonly starts: readonly DateTime<true>[];
}

/**
 * The next dates by the published rule, including a meeting in progress. Weeks are counted on the
 * local calendar from the anchor date, so neither clock changes nor ISO week 53 shift them.
 */
export function nextByRule(rule: RegularMeeting, now: DateTime<true>): RuleDates {
  const known = rule.everyWeeks === 1 || rule.anchor !== undefined;
  if (!known) return { week: 'unknown', starts: weeklyStarts(rule, now, rule.everyWeeks) };
  const starts = weeklyStarts(rule, now, rule.everyWeeks * 2).filter((start) =>
    isOnRule(rule, start),
  );
  return { week: 'known', starts };
}

/** End of a meeting that the rule starts at `start`. */
export function ruleEnd(rule: RegularMeeting, start: DateTime<true>): DateTime<true> {
  return start.plus({ minutes: rule.durationMinutes });
}

function weeklyStarts(rule: RegularMeeting, now: DateTime<true>, count: number): DateTime<true>[] {
  const [hour = 0, minute = 0] = rule.time.split(':').map(Number);
  const today = inZone(now, rule.zone).startOf('day');
  const toWeekday = (isoWeekday(rule.weekday) - today.weekday + 7) % 7;
  const candidates = Array.from({ length: count + 1 }, (_, week) =>
    today.plus({ days: toWeekday + week * 7 }).set({ hour, minute }),
  );
  return candidates.filter((start) => ruleEnd(rule, start) > now).slice(0, count);
}

function isOnRule(rule: RegularMeeting, start: DateTime<true>): boolean {
  if (rule.anchor === undefined) return true;
  const asDate = (date: DateTime<true>) => DateTime.utc(date.year, date.month, date.day);
  const anchor = DateTime.fromISO(rule.anchor, { zone: 'utc' });
  const weeks = Math.round(asDate(start).diff(anchor, 'weeks').weeks);
  return weeks % rule.everyWeeks === 0;
}
