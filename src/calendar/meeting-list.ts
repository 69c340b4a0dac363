import type { DateTime } from 'luxon';
import { isTimed, type Meeting, stands, startOf } from './meeting.ts';
import { upcoming } from './schedule.ts';

/** A list that was cut off, and how many meetings it leaves out. */
export interface MeetingList<T extends Meeting = Meeting> {
  readonly shown: readonly T[];
  readonly more: number;
}

/**
 * The next `count` meetings. Only meetings that take place and have times count; cancelled ones and all-day
 * entries before the last of them are listed too, at most as many again.
 */
export function nextMeetings(
  meetings: readonly Meeting[],
  count: number,
  now: DateTime<true>,
  zone: string,
): MeetingList {
  const ahead = upcoming(meetings, now, zone);
  const standing = ahead.filter((meeting) => isTimed(meeting) && stands(meeting));
  const counted = standing.slice(0, count);
  const last = counted.length < count ? undefined : counted.at(-1);
  const isStanding = new Set<Meeting>(standing);
  const beside = ahead
    .filter((meeting) => !isStanding.has(meeting))
    .filter((meeting) => !last || startOf(meeting, zone) <= startOf(last, zone))
    .slice(0, count);
  const shown = new Set([...counted, ...beside]);
  return {
    shown: ahead.filter((meeting) => shown.has(meeting)),
    more: standing.length - counted.length,
  };
}

/** At most `max` of some simultaneous meetings, in their order; the regular meeting is never left out. */
export function firstOf<T extends Meeting>(meetings: readonly T[], max: number): MeetingList<T> {
  const wanted = new Set(
    meetings.toSorted((a, b) => Number(b.regular) - Number(a.regular)).slice(0, max),
  );
  return {
    shown: meetings.filter((meeting) => wanted.has(meeting)),
    more: meetings.length - wanted.size,
  };
}

/**
 * Leaves out single events that somebody deleted: a discarded draft is not a cancelled meeting,
 * unless its id is among the `announced`.
 */
export function withoutDrafts(
  meetings: readonly Meeting[],
  announced: ReadonlySet<string>,
): Meeting[] {
  return meetings.filter(({ id, deleted }) => !deleted || announced.has(id));
}
