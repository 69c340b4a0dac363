import type { DateTime } from 'luxon';
import {
  type AllDayMeeting,
  endOf,
  isTimed,
  type Meeting,
  runsLong,
  stands,
  startOf,
  type TimedMeeting,
} from './meeting.ts';
import { inZone } from './moment.ts';
import { timelineOf } from './timeline.ts';

/** What can be said about this week, Monday to Sunday in the group's zone. */
export type Week = 'meeting ahead' | 'meeting over' | 'cancelled' | 'off';

/** What is on and what comes next, seen from one moment. */
export interface Schedule {
  readonly inProgress: readonly TimedMeeting[];
  /** The next meeting that takes place, and those that start before it ends, ordered by start. */
  readonly next: readonly TimedMeeting[];
  /** Cancelled meetings that would have started before `next`. */
  readonly cancelled: readonly Meeting[];
  /** Meetings so long that others take place during them, if they are on or start before `next`. */
  readonly aside: readonly TimedMeeting[];
  /** All-day entries that are on or start before `next` (all of them if there is no next). */
  readonly allDay: readonly AllDayMeeting[];
  /** The next regular meeting, unless it is among those in progress or next. */
  readonly nextRegular: TimedMeeting | undefined;
  readonly week: Week;
}

/** Reads the schedule at `now`. `zone` is the group's; it decides where days and weeks start. */
export function readSchedule(
  calendar: readonly Meeting[],
  now: DateTime<true>,
  zone: string,
): Schedule {
  const ahead = beginning(calendar, now, zone);
  const standing = ahead.filter(stands).filter(isTimed);
  const meetings = main(standing);
  const shown = new Set(meetings);
  const inProgress = meetings.filter((meeting) => meeting.start <= now);
  const later = meetings.filter((meeting) => meeting.start > now);
  const [first] = later;
  const next = first ? later.filter((m) => m === first || m.start < first.end) : [];
  const beforeNext = (meeting: Meeting) => !first || startOf(meeting, zone) <= first.start;
  return {
    inProgress,
    next,
    cancelled: ahead.filter((meeting) => !stands(meeting) && beforeNext(meeting)),
    aside: standing.filter((meeting) => !shown.has(meeting) && beforeNext(meeting)),
    allDay: ahead.filter((m) => m.allDay).filter((m) => stands(m) && beforeNext(m)),
    nextRegular: [...inProgress, ...next].some((meeting) => meeting.regular)
      ? undefined
      : timelineOf(calendar)
          .starting(now.toMillis() + 1, Infinity)
          .find((meeting) => meeting.regular && stands(meeting)),
    week: readWeek(calendar, inZone(now, zone)),
  };
}

// How far ahead to look for the next meeting, in days, before looking further.
const HORIZONS = [8, 64, Infinity];
const DAY_MS = 24 * 60 * 60 * 1000;

/** What is ahead, at least until the end of the next meeting: a calendar may have thousands after it. */
function beginning(calendar: readonly Meeting[], now: DateTime<true>, zone: string): Meeting[] {
  const nowMs = now.toMillis();
  const allDay = calendar.filter((meeting) => meeting.allDay);
  for (const days of HORIZONS) {
    const until = nowMs + days * DAY_MS;
    const timed = timelineOf(calendar).on(nowMs, until);
    const next = timed.find(
      (meeting) => stands(meeting) && !runsLong(meeting) && meeting.start.toMillis() > nowMs,
    );
    if (next && next.end.toMillis() <= until) {
      const begun = allDay.filter((meeting) => startOf(meeting, zone).toMillis() < until);
      return upcoming([...timed, ...begun], now, zone);
    }
  }
  return upcoming(calendar, now, zone);
}

/** All meetings except long ones, or the long ones if the calendar has nothing else. */
function main(meetings: readonly TimedMeeting[]): readonly TimedMeeting[] {
  const short = meetings.filter((meeting) => !runsLong(meeting));
  return short.length > 0 ? short : meetings;
}

/** Meetings that are not over at `now`, including cancelled ones, ordered by start. */
export function upcoming(
  meetings: readonly Meeting[],
  now: DateTime<true>,
  zone: string,
): Meeting[] {
  const nowMs = now.toMillis();
  return meetings
    .filter((meeting) => endOf(meeting, zone).toMillis() > nowMs)
    .map((meeting) => ({ meeting, at: startOf(meeting, zone).toMillis() }))
    .sort((a, b) => a.at - b.at || Number(b.meeting.regular) - Number(a.meeting.regular))
    .map(({ meeting }) => meeting);
}

/** The last meeting that took place and is over at `now`. */
export function lastHeld(
  meetings: readonly Meeting[],
  now: DateTime<true>,
): TimedMeeting | undefined {
  const over = meetings.filter(isTimed).filter((meeting) => stands(meeting) && meeting.end <= now);
  return main(over).toSorted(
    (a, b) => b.end.toMillis() - a.end.toMillis() || Number(b.regular) - Number(a.regular),
  )[0];
}

function readWeek(meetings: readonly Meeting[], now: DateTime<true>): Week {
  const monday = now.startOf('week');
  const nextMonday = monday.plus({ weeks: 1 });
  const thisWeek = timelineOf(meetings).starting(monday.toMillis(), nextMonday.toMillis());
  const standing = thisWeek.filter(stands);
  if (standing.some((meeting) => meeting.end > now)) return 'meeting ahead';
  if (thisWeek.some((meeting) => !stands(meeting) && meeting.end > now)) return 'cancelled';
  if (standing.length > 0) return 'meeting over';
  return thisWeek.length > 0 ? 'cancelled' : 'off';
}
