import type { DateTime } from 'luxon';
import {
  type AllDayMeeting,
  endOf,
  isTimed,
  type Meeting,
  stands,
  startOf,
  type TimedMeeting,
} from './meeting.ts';
import { inZone } from './moment.ts';

/** What can be said of this week, Monday to Sunday in the group's zone. */
export type Week = 'meeting ahead' | 'meeting over' | 'cancelled' | 'off';

/** What is on and what comes next, seen from one moment. */
export interface Schedule {
  readonly inProgress: readonly TimedMeeting[];
  /** The next meeting that stands, and those that begin before it ends. */
  readonly next: readonly TimedMeeting[];
  /** Cancelled meetings that would have begun before `next` does. */
  readonly cancelled: readonly Meeting[];
  /** All-day entries that are on, or begin before `next` does (all of them when there is no next). */
  readonly allDay: readonly AllDayMeeting[];
  /** The next regular meeting, when it is not among those in progress or next. */
  readonly nextRegular: TimedMeeting | undefined;
  readonly week: Week;
}

/** Reads the schedule at `now`. `zone` is the group's; it decides where days and weeks begin. */
export function readSchedule(
  meetings: readonly Meeting[],
  now: DateTime<true>,
  zone: string,
): Schedule {
  const ahead = upcoming(meetings, now, zone);
  const standing = ahead.filter(stands).filter(isTimed);
  const inProgress = standing.filter((meeting) => meeting.start <= now);
  const later = standing.filter((meeting) => meeting.start > now);
  const [first] = later;
  const next = first ? later.filter((m) => m === first || m.start < first.end) : [];
  const beforeNext = (meeting: Meeting) => !first || startOf(meeting, zone) <= first.start;
  return {
    inProgress,
    next,
    cancelled: ahead.filter((meeting) => !stands(meeting) && beforeNext(meeting)),
    allDay: ahead.filter((m) => m.allDay).filter((m) => stands(m) && beforeNext(m)),
    nextRegular: [...inProgress, ...next].some((meeting) => meeting.regular)
      ? undefined
      : later.find((meeting) => meeting.regular),
    week: readWeek(meetings, inZone(now, zone), zone),
  };
}

/** Meetings that are not over at `now`, cancelled ones too, in the order of their starts. */
export function upcoming(
  meetings: readonly Meeting[],
  now: DateTime<true>,
  zone: string,
): Meeting[] {
  return meetings
    .filter((meeting) => endOf(meeting, zone) > now)
    .sort((a, b) => startOf(a, zone).toMillis() - startOf(b, zone).toMillis());
}

/** The last timed meeting that took place and is over at `now`. */
export function lastHeld(
  meetings: readonly Meeting[],
  now: DateTime<true>,
): TimedMeeting | undefined {
  return meetings
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.end <= now)
    .sort((a, b) => b.end.toMillis() - a.end.toMillis())[0];
}

function readWeek(meetings: readonly Meeting[], now: DateTime<true>, zone: string): Week {
  const monday = now.startOf('week');
  const nextMonday = monday.plus({ weeks: 1 });
  const thisWeek = meetings.filter(isTimed).filter((meeting) => {
    const start = meeting.start.setZone(zone);
    return start >= monday && start < nextMonday;
  });
  const standing = thisWeek.filter(stands);
  if (standing.some((meeting) => meeting.end > now)) return 'meeting ahead';
  if (thisWeek.some((meeting) => !stands(meeting) && meeting.end > now)) return 'cancelled';
  if (standing.length > 0) return 'meeting over';
  return thisWeek.length > 0 ? 'cancelled' : 'off';
}
