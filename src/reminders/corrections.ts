import type { DateTime } from 'luxon';
import { isTimed, keyStamp, stands } from '../calendar/meeting.ts';
import { detailsOf, type MeetingDetails, sameDetails } from '../calendar/meeting-details.ts';
import { type ResolvedMeeting, resolveMeeting } from '../calendar/resolve-meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { Destination } from './destination.ts';
import { postKey } from './plan.ts';
import type { PlannedPost, PostedMessage, Statement } from './post.ts';

/** An edit that makes a message true again. */
export interface Correction extends ResolvedMeeting {
  readonly post: PostedMessage;
}

// Closer than this, people may have set out already, reminder or not.
const SHORT_NOTICE = { hours: 24 };

/** What is true now of what was said, worked out once for all messages that say it. */
export type Resolve = (said: Pick<Statement, 'meetingId' | 'shown'>) => ResolvedMeeting | undefined;

export function resolver(snapshot: CalendarSnapshot): Resolve {
  const known = new Map<MeetingDetails, Map<string, ResolvedMeeting | undefined>>();
  return ({ meetingId, shown }) => {
    const byMeeting = known.get(shown) ?? new Map<string, ResolvedMeeting | undefined>();
    known.set(shown, byMeeting);
    if (!byMeeting.has(meetingId)) {
      byMeeting.set(meetingId, resolveMeeting(meetingId, shown, snapshot));
    }
    return byMeeting.get(meetingId);
  };
}

/** What a message has to say instead at `now`; undefined when it is true, or its meeting has begun. */
export function correctionOf(
  said: Pick<Statement, 'meetingId' | 'shown'>,
  resolve: Resolve,
  now: DateTime<true>,
): ResolvedMeeting | undefined {
  const resolved = resolve(said);
  if (!resolved || sameDetails(said.shown, resolved.details)) return undefined;
  const { cancelled, start } = resolved.details;
  const ahead = said.shown.start > now || (!cancelled && start > now);
  return ahead ? resolved : undefined;
}

/**
 * The messages that are no longer true at `now`. Those that tell of a later snapshot, as another
 * replica's may, are left alone.
 */
export function planCorrections(
  posts: readonly PostedMessage[],
  { readAt }: Pick<CalendarSnapshot, 'readAt'>,
  resolve: Resolve,
  now: DateTime<true>,
): Correction[] {
  return posts
    .filter(({ asOf }) => asOf <= readAt)
    .flatMap((post) => {
      const resolved = correctionOf(post, resolve, now);
      return resolved ? [{ post, ...resolved }] : [];
    });
}

/** Whether a reminder was posted for a meeting ahead that is now cancelled. */
export function tellsOfCancelled(
  said: Pick<Statement, 'kind' | 'meetingId' | 'shown'>,
  resolve: Resolve,
  now: DateTime<true>,
): boolean {
  return (
    said.kind === 'reminder' && said.shown.start > now && resolve(said)?.details.cancelled === true
  );
}

/** The notices of cancellations after a reminder has gone out: one a meeting and destination. */
export function noticesAfterReminder(
  posts: readonly PostedMessage[],
  { readAt }: Pick<CalendarSnapshot, 'readAt'>,
  resolve: Resolve,
  now: DateTime<true>,
): PlannedPost[] {
  const notices = posts
    .filter((post) => tellsOfCancelled(post, resolve, now))
    .flatMap((post) => {
      const resolved = resolve(post);
      return resolved ? [noticeOf(post.destination, resolved, readAt)] : [];
    });
  return [...new Map(notices.map((notice) => [notice.key, notice])).values()];
}

/** The notices for meetings of the last snapshot that the new one finds cancelled less than a day ahead. */
export function noticesAtShortNotice(
  destination: Destination,
  before: CalendarSnapshot,
  snapshot: CalendarSnapshot,
): PlannedPost[] {
  const { readAt: now } = snapshot;
  return before.meetings
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.start > now)
    .filter((meeting) => meeting.start <= now.plus(SHORT_NOTICE))
    .flatMap((meeting) => {
      const resolved = resolveMeeting(meeting.id, detailsOf(meeting), snapshot);
      if (!resolved?.details.cancelled) return [];
      return [noticeOf(destination, resolved, now)];
    });
}

function noticeOf(
  destination: Destination,
  { meetingId, details }: ResolvedMeeting,
  asOf: DateTime<true>,
): PlannedPost {
  const key = postKey(destination, `cancellation/${meetingId}/${keyStamp(details.start)}`);
  return { kind: 'cancellation', key, meetingId, destination, details, asOf };
}
