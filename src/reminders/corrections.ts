import type { DateTime } from 'luxon';
import { isTimed, keyStamp, stands } from '../calendar/meeting.ts';
import { detailsOf, type MeetingDetails, sameDetails } from '../calendar/meeting-details.ts';
import { type ResolvedMeeting, resolveMeeting } from '../calendar/resolve-meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { DueReminder } from './plan.ts';

/** A message in the channel, as the ledger knows it. */
export interface PostedMessage {
  readonly key: string;
  readonly kind: 'reminder' | 'cancellation';
  readonly meetingId: string;
  /** Of a reminder: its lead in minutes. */
  readonly leadMinutes: number | undefined;
  readonly channel: string;
  /** The one person whom it is for. */
  readonly recipient?: string | undefined;
  readonly ts: string;
  readonly postedAt: DateTime<true>;
  /** What it said at first, and what it says since its last edit. */
  readonly original: MeetingDetails;
  readonly shown: MeetingDetails;
  /** When the calendar was read that `shown` is from. */
  readonly asOf: DateTime<true>;
}

/** An edit that makes a message true again. */
export interface Correction extends ResolvedMeeting {
  readonly post: PostedMessage;
}

/** A meeting of which all should know that it does not take place. */
export interface Cancellation extends ResolvedMeeting {
  readonly key: string;
}

// Closer than this, people may have set out already, reminder or not.
const SHORT_NOTICE = { hours: 24 };

/**
 * The messages that are no longer true at `now`. Meetings that have begun are left alone, and so
 * are messages that tell of a later reading than `reading`, as another replica's may.
 */
export function planCorrections(
  posts: readonly PostedMessage[],
  reading: CalendarSnapshot,
  now: DateTime<true>,
): Correction[] {
  return posts
    .filter(({ asOf }) => asOf <= reading.readAt)
    .flatMap((post) => {
      const found = resolveMeeting(post.meetingId, post.shown, reading);
      if (!found || sameDetails(post.shown, found.details)) return [];
      const { cancelled, start } = found.details;
      const ahead = post.shown.start > now || (!cancelled && start > now);
      return ahead ? [{ post, ...found }] : [];
    });
}

/** Cancellations after a reminder has gone out: one for each meeting. */
export function cancelledAfterReminder(
  posts: readonly PostedMessage[],
  reading: CalendarSnapshot,
  now: DateTime<true>,
): Cancellation[] {
  const found = posts
    .filter(({ kind, shown }) => kind === 'reminder' && shown.start > now)
    .flatMap(({ meetingId, shown }) => cancellation(meetingId, shown, reading));
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

/** Meetings of the last reading that the new one finds cancelled less than a day ahead. */
export function cancelledAtShortNotice(
  before: CalendarSnapshot,
  reading: CalendarSnapshot,
  now: DateTime<true>,
): Cancellation[] {
  return before.meetings
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.start > now)
    .filter((meeting) => meeting.start <= now.plus(SHORT_NOTICE))
    .flatMap((meeting) => cancellation(meeting.id, detailsOf(meeting), reading));
}

/**
 * Whether a reminder for the same lead, title and start is out already, under an event that no
 * longer stands: then `due` is that meeting, and nobody needs to hear of it twice.
 */
export function isAlreadyReminded(
  due: DueReminder,
  posts: readonly PostedMessage[],
  { meetings }: CalendarSnapshot,
): boolean {
  const { meeting, leadMinutes } = due;
  return posts.some(
    (post) =>
      post.key !== due.key &&
      post.leadMinutes === leadMinutes &&
      post.original.start.toMillis() === meeting.start.toMillis() &&
      (post.meetingId === meeting.id ||
        (post.original.title === meeting.title &&
          !meetings.some((other) => other.id === post.meetingId && stands(other)))),
  );
}

function cancellation(
  meetingId: string,
  details: MeetingDetails,
  reading: CalendarSnapshot,
): Cancellation[] {
  const found = resolveMeeting(meetingId, details, reading);
  if (!found?.details.cancelled) return [];
  return [{ key: `cancellation/${meetingId}/${keyStamp(details.start)}`, ...found }];
}
