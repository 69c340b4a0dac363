import type { DateTime } from 'luxon';
import { isTimed, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { inZone } from '../calendar/moment.ts';
import { nextByRule } from '../calendar/published-rule.ts';
import { pairMeetings } from '../community/pair-meetings.ts';
import { meetingFinder } from '../group/published-meetings.ts';
import type { Group, GroupMeeting, When } from '../group/schema.ts';
import { weekdayName } from '../group/when.ts';
import type { Difference } from './difference.ts';

// Far enough for two occurrences of a monthly meeting.
const AHEAD = { days: 95 };
const MAX_OCCURRENCES = 6;

/**
 * Meetings that the calendar has at another time, or with another link, than the group's page says. One
 * occurrence that was moved is no difference: two or more, and most of those ahead, must disagree.
 */
export function calendarDifferences(
  group: Group,
  published: Group,
  meetings: readonly Meeting[],
  now: DateTime<true>,
): Difference[] {
  const find = meetingFinder(group.meetings);
  const ahead = meetings.filter(
    (one): one is TimedMeeting =>
      isTimed(one) && stands(one) && one.start > now && one.start < now.plus(AHEAD),
  );
  const byMeeting = Map.groupBy(ahead, ({ title }) => find(title));
  const { pairs } = pairMeetings(group.meetings, published.meetings);
  return pairs.flatMap(([known, other]) => {
    const occurrences = (byMeeting.get(known) ?? []).slice(0, MAX_OCCURRENCES);
    return [
      ...hourDifference(known, other, occurrences),
      ...linkDifference(known, other, occurrences),
    ];
  });
}

function hourDifference(
  { title }: GroupMeeting,
  { when }: GroupMeeting,
  occurrences: readonly TimedMeeting[],
): Difference[] {
  if (when === undefined || when.kind === 'text') return [];
  const elsewhere = occurrences.filter(({ start }) => !isOnRule(when, start));
  if (!isMost(elsewhere, occurrences)) return [];
  const words = elsewhere.map(({ start }) => clockWords(start, when.zone));
  return [{ kind: 'calendar time', meeting: title, published: when, calendar: commonest(words) }];
}

function isOnRule(when: When, start: DateTime<true>): boolean {
  const dates = nextByRule(when, start, 1);
  if (dates.week === 'not computable') return true;
  return dates.starts[0]?.toMillis() === start.toMillis();
}

/** As in “Thursday at 17:00 (Europe/Berlin)”. */
function clockWords(start: DateTime<true>, zone: string): string {
  const local = inZone(start, zone);
  return `${weekdayName(local.weekday)} at ${local.toFormat('HH:mm')} (${zone.replaceAll('_', ' ')})`;
}

function linkDifference(
  { title, join: file }: GroupMeeting,
  { join: published }: GroupMeeting,
  occurrences: readonly TimedMeeting[],
): Difference[] {
  if (published === undefined) return [];
  const rooms = new Set([published, file].map(roomOf));
  // An event without a link of its own has that of the file, which is compared elsewhere.
  const others = occurrences.flatMap(({ joinLink, linkKind }) =>
    joinLink === undefined || linkKind !== undefined || rooms.has(roomOf(joinLink))
      ? []
      : [joinLink],
  );
  if (!isMost(others, occurrences)) return [];
  return [{ kind: 'calendar link', meeting: title, published, calendar: commonest(others) }];
}

function isMost(some: readonly unknown[], all: readonly unknown[]): boolean {
  return some.length >= 2 && some.length * 2 > all.length;
}

function roomOf(link: string | undefined): string | undefined {
  return link?.split('?')[0];
}

function commonest(texts: readonly string[]): string {
  const counts = Map.groupBy(texts, (text) => text);
  const [first] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return first?.[0] ?? '';
}
