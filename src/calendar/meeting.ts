import type { DateTime } from 'luxon';
import type { LinkKind } from './links/invitation.ts';
import { dayIn } from './moment.ts';

interface MeetingFacts {
  /** ID of the calendar instance; stays the same when the occurrence is moved. */
  readonly id: string;
  /** ID of the recurring event that the occurrence belongs to. */
  readonly seriesId?: string;
  readonly title: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** A single event that somebody deleted: a meeting that was called off, or a discarded draft. */
  readonly deleted?: true;
  /** Of a cancelled meeting: it will take place at another time, which is not known yet. */
  readonly postponed?: true;
  /** True for a meeting that the group file describes, which may use the file's links. */
  readonly regular: boolean;
  readonly joinLink?: string;
  /** What the join link opens, if not a room. */
  readonly linkKind?: Exclude<LinkKind, 'room'>;
  readonly agendaLink?: string;
  /** Where it takes place, if the calendar says more than the join link does. */
  readonly place?: string;
  /** The name of whoever has said that they host it. */
  readonly host?: string;
  /** Plain text; untrusted. */
  readonly description: string;
}

/** An occurrence with a start and an end, both in the event's own zone. */
export interface TimedMeeting extends MeetingFacts {
  readonly allDay: false;
  readonly start: DateTime<true>;
  readonly end: DateTime<true>;
}

/** An entry with dates but no times. `endDate` is the first day after it (as in Google's API). */
export interface AllDayMeeting extends MeetingFacts {
  readonly allDay: true;
  /** ISO date. */
  readonly startDate: string;
  /** ISO date, exclusive. */
  readonly endDate: string;
}

/** One occurrence of a meeting. */
export type Meeting = TimedMeeting | AllDayMeeting;

export function isTimed(meeting: Meeting): meeting is TimedMeeting {
  return !meeting.allDay;
}

/** An instant as written in the key of a post: to the minute, in UTC. */
export function keyStamp(at: DateTime<true>): string {
  return at.toUTC().toFormat("yyyyMMdd'T'HHmm'Z'");
}

/** Whether the meeting takes place, according to the calendar. */
export function stands(meeting: Meeting): boolean {
  return meeting.status !== 'cancelled';
}

// A summit or a hackathon longer than this has other meetings alongside it.
const LONG_MS = 4 * 60 * 60 * 1000;

/** Whether the meeting is so long that it must not hide others that take place during it. */
export function runsLong({ start, end, regular }: TimedMeeting): boolean {
  return !regular && end.toMillis() - start.toMillis() > LONG_MS;
}

/** Start as an instant. An all-day entry starts at midnight in `zone`, for ordering only. */
export function startOf(meeting: Meeting, zone: string): DateTime<true> {
  return meeting.allDay ? dayIn(meeting.startDate, zone) : meeting.start;
}

/** End as an instant; see startOf. */
export function endOf(meeting: Meeting, zone: string): DateTime<true> {
  return meeting.allDay ? dayIn(meeting.endDate, zone) : meeting.end;
}

/**
 * Drops a cancelled occurrence that another entry of the same name replaces at the same time:
 * "this and following" leaves such pairs behind, and the meeting takes place.
 */
export function withoutReplaced(meetings: readonly Meeting[]): Meeting[] {
  const standing = new Set(meetings.filter(stands).map(nameAndStart));
  return meetings.filter((meeting) => stands(meeting) || !standing.has(nameAndStart(meeting)));
}

function nameAndStart(meeting: Meeting): string {
  const start = meeting.allDay ? meeting.startDate : meeting.start.toMillis();
  return `${start} ${meeting.title.toLowerCase()}`;
}
