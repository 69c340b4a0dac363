import type { DateTime } from 'luxon';
import {
  endOf,
  isTimed,
  type Meeting,
  stands,
  startOf,
  type TimedMeeting,
} from '../calendar/meeting.ts';
import { dayIn } from '../calendar/moment.ts';
import { originalStart } from '../calendar/original-start.ts';
import type { Days } from '../dates/spoken-dates.ts';

/** What the calendar says about some days. */
export interface MeetingsOn {
  /** What takes place then, or is cancelled, ordered by start. */
  readonly meetings: readonly Meeting[];
  /** What was planned for then and takes place at another time. */
  readonly movedAway: readonly TimedMeeting[];
  /** The first meeting after these days that takes place. */
  readonly after: TimedMeeting | undefined;
}

/** Looks up some days, which begin at midnight in `zone`. */
export function meetingsOn(
  { from, to }: Days,
  meetings: readonly Meeting[],
  now: DateTime<true>,
  zone: string,
): MeetingsOn {
  const begin = dayIn(from, zone);
  const end = dayIn(to, zone).plus({ days: 1 });
  const isThen = (meeting: Meeting) => startOf(meeting, zone) < end && endOf(meeting, zone) > begin;
  const wasThen = (meeting: Meeting) => {
    const planned = originalStart(meeting);
    return planned !== undefined && planned >= begin && planned < end;
  };
  const inOrder = meetings.toSorted((a, b) => +startOf(a, zone) - +startOf(b, zone));
  const standing = inOrder.filter(isTimed).filter(stands);
  return {
    meetings: inOrder.filter(isThen),
    movedAway: standing.filter((meeting) => wasThen(meeting) && !isThen(meeting)),
    after: standing.find(({ start }) => start >= end && start > now),
  };
}
