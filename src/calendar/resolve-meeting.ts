import { isTimed, type Meeting, stands, type TimedMeeting } from './meeting.ts';
import { detailsOf, type MeetingDetails } from './meeting-details.ts';
import type { CalendarSnapshot } from './snapshot.ts';

// “This and following” may shift a meeting within its week; further away it is another meeting.
const REPLACED_WITHIN_DAYS = 6;

/** Under which event a meeting is in the calendar, and what is true of it. */
export interface ResolvedMeeting {
  readonly meetingId: string;
  readonly details: MeetingDetails;
}

/**
 * What is true now of a meeting that was announced: it stands, it goes on as another event, or it
 * is cancelled. Undefined when the calendar does not tell.
 */
export function resolveMeeting(
  meetingId: string,
  details: MeetingDetails,
  { meetings, unreadable }: CalendarSnapshot,
): ResolvedMeeting | undefined {
  // Google keeps what was deleted as cancelled, so a list of nothing is no list of cancellations.
  if (unreadable.has(meetingId) || meetings.length === 0) return undefined;
  const same = meetings.find(({ id }) => id === meetingId);
  if (same && stands(same)) return isTimed(same) ? found(same) : undefined;
  const replacement = replacementOf(details, same, meetings);
  if (replacement) return found(replacement);
  return { meetingId, details: { ...details, cancelled: true } };
}

function found(meeting: TimedMeeting): ResolvedMeeting {
  return { meetingId: meeting.id, details: detailsOf(meeting) };
}

/**
 * The event as which a meeting goes on. Google ends a series and starts another when someone edits
 * “this and following”: the old occurrences vanish, or stay behind as cancelled ones.
 */
function replacementOf(
  details: MeetingDetails,
  left: Meeting | undefined,
  meetings: readonly Meeting[],
): TimedMeeting | undefined {
  return meetings
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.id !== left?.id)
    .filter((meeting) => continues(details, left, meeting))
    .sort((a, b) => distance(a, details) - distance(b, details))[0];
}

function continues(details: MeetingDetails, left: Meeting | undefined, meeting: TimedMeeting) {
  const sameTitle = meeting.title === details.title;
  if (sameTitle && distance(meeting, details) === 0) return true;
  const otherSeries =
    details.seriesId !== undefined &&
    meeting.seriesId !== undefined &&
    meeting.seriesId !== details.seriesId;
  if (!otherSeries || distance(meeting, details) > REPLACED_WITHIN_DAYS * 86_400_000) return false;
  // One that vanished without a trace may go on under any id; a cancelled one only under its own root.
  const sameRoot = seriesRoot(meeting.seriesId) === seriesRoot(details.seriesId);
  return sameRoot || (left === undefined && sameTitle);
}

/** `abc_R20261216T170000` is the continuation of `abc` from that day on. */
function seriesRoot(seriesId: string | undefined): string | undefined {
  return seriesId?.replace(/_R\d{8}(T\d{6}Z?)?$/u, '');
}

function distance(meeting: TimedMeeting, details: MeetingDetails): number {
  return Math.abs(meeting.start.toMillis() - details.start.toMillis());
}
