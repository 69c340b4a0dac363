import type { DateTime } from 'luxon';
import { sameRoom } from '../calendar/links/same-room.ts';
import { isTimed, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { type MeetingPlan, startsUntil } from './plan.ts';

// As far ahead as a plan that repeats is compared with the calendar.
const LOOK_AHEAD = { weeks: 26 };

/** A meeting of the calendar at the time of one that is planned. */
export interface Conflict {
  readonly meeting: TimedMeeting;
  /** When the planned meeting begins. */
  readonly start: DateTime<true>;
  /** It is in the room that the plan would use. */
  readonly sameRoom: boolean;
}

/** What takes place at the plan's times, earliest first. `room`: the link that the plan would use. */
export function conflictsOf(
  plan: Pick<MeetingPlan, 'start' | 'minutes' | 'repeats'>,
  meetings: readonly Meeting[],
  room: string | undefined,
): Conflict[] {
  const { start: first, minutes } = plan;
  const standing = meetings.filter(isTimed).filter(stands);
  return startsUntil(plan, first.plus(LOOK_AHEAD)).flatMap((start) => {
    const end = start.plus({ minutes });
    return standing
      .filter((meeting) => meeting.start < end && meeting.end > start)
      .map((meeting) => ({ meeting, start, sameRoom: sameRoom(meeting.joinLink, room) }));
  });
}
