import type { DateTime } from 'luxon';
import { isTimed, type Meeting, stands, startOf } from './meeting.ts';
import { upcoming } from './schedule.ts';

/** A list that was cut, and how many meetings it leaves out. */
export interface MeetingList<T extends Meeting = Meeting> {
  readonly shown: readonly T[];
  readonly more: number;
}

/**
 * The next `count` meetings. What counts are those that stand and have times; cancelled ones and all-day
 * entries on the way to the last of them are shown beside them, at most as many again.
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
  const beside = ahead
    .filter((meeting) => !standing.includes(meeting))
    .filter((meeting) => !last || startOf(meeting, zone) <= startOf(last, zone))
    .slice(0, count);
  return {
    shown: ahead.filter((meeting) => counted.includes(meeting) || beside.includes(meeting)),
    more: standing.length - counted.length,
  };
}

/** At most `max` meetings of one moment, in their order; the regular meeting is never left out. */
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
 * Without single events that somebody deleted: a draft that was thrown away is no cancelled meeting,
 * unless its id is among the `announced`.
 */
export function withoutDrafts(
  meetings: readonly Meeting[],
  announced: ReadonlySet<string>,
): Meeting[] {
  return meetings.filter(({ id, deleted }) => !deleted || announced.has(id));
}
