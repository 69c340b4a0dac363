import { DateTime } from 'luxon';
import type { WrittenRule } from './meeting-time.ts';
import type { MeetingFacts, WrittenMeeting } from './meetings.ts';
import type { Oddity } from './oddity.ts';

type Clocked = Exclude<WrittenRule, { text: string }>;
type Weekly = Extract<WrittenRule, { every_weeks: number }>;

/** What does not go together about a meeting and those before it. Nobody but the group can say what is meant. */
export function clashes(one: MeetingFacts, others: readonly MeetingFacts[]): Oddity[] {
  const { path, about } = one;
  return others.flatMap(({ meeting: other }) =>
    [sameRoom(one.meeting, other), sameWeeks(one.meeting, other)].flatMap((found) =>
      found === undefined ? [] : [{ path, about, ...found }],
    ),
  );
}

function sameRoom(one: WrittenMeeting, other: WrittenMeeting) {
  const [a, b] = [clockOf(one.when), clockOf(other.when)];
  if (a === undefined || a !== b) return undefined;
  if (one.join === undefined || other.join === undefined) return undefined;
  if (roomOf(one.join) !== roomOf(other.join)) return undefined;
  const what = `is at the same hour in the same room as "${other.title}"`;
  return { what, done: 'kept; they may alternate' };
}

/** Two meetings with common notes that start weeks apart, as if to alternate, and never do. */
function sameWeeks(one: WrittenMeeting, other: WrittenMeeting) {
  const [a, b] = [weeklyOf(one.when), weeklyOf(other.when)];
  if (!a?.anchor || !b?.anchor || a.anchor === b.anchor) return undefined;
  const isPair = a.weekday === b.weekday && a.every_weeks === b.every_weeks && a.every_weeks > 1;
  if (!isPair || one.agenda === undefined || one.agenda !== other.agenda) return undefined;
  const weeks = DateTime.fromISO(a.anchor).diff(DateTime.fromISO(b.anchor), 'weeks').weeks;
  if (Math.round(weeks) % a.every_weeks !== 0) return undefined;
  const what = `counts from ${a.anchor}, so it is in the same weeks as "${other.title}"`;
  return { what, done: 'kept; if they alternate, one of their dates is wrong' };
}

function clockOf(when: WrittenRule | undefined): string | undefined {
  if (when === undefined || 'text' in when) return undefined;
  const { weekday, time, zone }: Clocked = when;
  return [weekday, time, zone].join(' ');
}

function weeklyOf(when: WrittenRule | undefined): Weekly | undefined {
  return when !== undefined && 'every_weeks' in when ? when : undefined;
}

function roomOf(join: string): string {
  return join.split('?')[0] ?? join;
}
