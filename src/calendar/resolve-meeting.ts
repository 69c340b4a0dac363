import { isTimed, type Meeting, stands, type TimedMeeting } from './meeting.ts';
import { allDayDetails, detailsOf, type MeetingDetails } from './meeting-details.ts';
import type { CalendarSnapshot } from './snapshot.ts';
import { timelineOf } from './timeline.ts';

// “This and following” may shift a meeting within its week; any further away is a different meeting.
const REPLACED_WITHIN_MS = 6 * 24 * 60 * 60 * 1000;

/** The event that a meeting now has in the calendar, and its details. */
export interface ResolvedMeeting {
  readonly meetingId: string;
  readonly details: MeetingDetails;
}

/**
 * What has become of a meeting that was announced: it is still on, it is now an all-day entry, it
 * continues as another event, or it is cancelled. Undefined if the calendar doesn't say.
 */
export function resolveMeeting(
  meetingId: string,
  details: MeetingDetails,
  reading: CalendarSnapshot,
): ResolvedMeeting | undefined {
  const { meetings, unreadable } = reading;
  // Google keeps deleted events as cancelled, so an empty list does not mean that all were cancelled.
  if (unreadable.has(meetingId) || meetings.length === 0) return undefined;
  const same = timelineOf(meetings).byId(meetingId);
  if (same && stands(same)) {
    return isTimed(same) ? found(same) : { meetingId, details: allDayDetails(same, details) };
  }
  const replacement = replacementOf(details, same, reading);
  if (replacement) return found(replacement);
  return { meetingId, details: { ...details, cancelled: true } };
}

function found(meeting: TimedMeeting): ResolvedMeeting {
  return { meetingId: meeting.id, details: detailsOf(meeting) };
}

/**
 * The event that continues a meeting. Google ends a series and starts another when someone edits
 * “this and following”: the old occurrences vanish or remain as cancelled ones.
 */
function replacementOf(
  details: MeetingDetails,
  left: Meeting | undefined,
  reading: CalendarSnapshot,
): TimedMeeting | undefined {
  const at = details.start.toMillis();
  return timelineOf(reading.meetings)
    .starting(at - REPLACED_WITHIN_MS, at + REPLACED_WITHIN_MS + 1)
    .filter((meeting) => stands(meeting) && meeting.id !== left?.id)
    .filter((meeting) => continues(details, left, meeting, reading))
    .sort((a, b) => distance(a, details) - distance(b, details))[0];
}

function continues(
  details: MeetingDetails,
  left: Meeting | undefined,
  meeting: TimedMeeting,
  reading: CalendarSnapshot,
): boolean {
  const sameTitle = meeting.title === details.title;
  if (sameTitle && distance(meeting, details) === 0) return true;
  const { seriesId } = details;
  if (seriesId === undefined || meeting.seriesId === undefined) return false;
  if (meeting.seriesId === seriesId) return false;
  if (seriesRoot(meeting.seriesId) === seriesRoot(seriesId)) return true;
  // One that vanished without a trace may continue under any ID; a cancelled one only under its own root.
  return left === undefined && sameTitle && takesOver(meeting.seriesId, seriesId, reading);
}

/**
 * Whether a series starts where another ends: it has not met yet, nor did it while the other did. Two
 * series side by side are two meetings with the same title, either of which may end.
 */
function takesOver(
  seriesId: string,
  ended: string,
  { meetings, readAt }: CalendarSnapshot,
): boolean {
  const timeline = timelineOf(meetings);
  const startsOf = (id: string) =>
    timeline
      .ofSeries(id)
      .filter(stands)
      .map(({ start }) => start);
  const met = [readAt, ...startsOf(ended)];
  return startsOf(seriesId).every((start) => met.every((before) => start > before));
}

/** `abc_R20261216T170000` is the continuation of `abc` from that day on. */
export function seriesRoot(seriesId: string): string {
  return seriesId.replace(/_R\d{8}(T\d{6}Z?)?$/u, '');
}

function distance(meeting: TimedMeeting, details: MeetingDetails): number {
  return Math.abs(meeting.start.toMillis() - details.start.toMillis());
}
