import type { DateTime } from 'luxon';
import { keyStamp, stands } from '../calendar/meeting.ts';
import { detailsOf } from '../calendar/meeting-details.ts';
import { type ResolvedMeeting, resolveMeeting } from '../calendar/resolve-meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { timelineOf } from '../calendar/timeline.ts';
import type { Resolve } from './corrections.ts';
import type { Destination } from './destination.ts';
import { isNudge } from './nudge.ts';
import { postKey } from './plan.ts';
import type { PlannedPost, PostedMessage, Statement } from './post.ts';

// Closer than this, people may already have planned to come, reminder or not.
const SHORT_NOTICE = { hours: 24 };
// Edits notify nobody, so people who were reminded and may come at the wrong time get a notice.
const MOVE_NOTICE = { days: 2 };
// A calendar may change back and forth while someone edits it: a change must last this long.
const STANDS_FOR = { minutes: 3 };

/** The notice that a statement calls for: its meeting is cancelled, or moved so that people might come at the wrong time. */
export function callsForNotice(
  said: Pick<Statement, 'kind' | 'meetingId' | 'shown'>,
  resolve: Resolve,
  now: DateTime<true>,
): 'cancellation' | 'move' | undefined {
  if (said.kind !== 'reminder') return undefined;
  const details = resolve(said)?.details;
  if (!details) return undefined;
  if (details.cancelled) return said.shown.start > now ? 'cancellation' : undefined;
  if (details.start <= now || isNudge(said.shown.start, details.start)) return undefined;
  const isNear = [said.shown.start, details.start].some((start) => {
    return start <= now.plus(MOVE_NOTICE) && start >= now.minus(MOVE_NOTICE);
  });
  return isNear ? 'move' : undefined;
}

/** The notices for destinations that got a reminder: one for each meeting, destination and change. */
export function noticesAfterReminder(
  posts: readonly PostedMessage[],
  { readAt }: Pick<CalendarSnapshot, 'readAt'>,
  resolve: Resolve,
  now: DateTime<true>,
): PlannedPost[] {
  const notices = posts.flatMap((post) => {
    const resolved = resolve(post);
    const kind = callsForNotice(post, resolve, now);
    if (!resolved || !kind) return [];
    return [
      kind === 'cancellation'
        ? cancellation(post.destination, resolved, readAt)
        : move(post.destination, post.shown.start, resolved, readAt),
    ];
  });
  return [...new Map(notices.map((notice) => [notice.key, notice])).values()];
}

/** The notices for meetings in the last snapshot that are cancelled in the new one, less than a day ahead. */
export function noticesAtShortNotice(
  destination: Destination,
  before: CalendarSnapshot,
  snapshot: CalendarSnapshot,
): PlannedPost[] {
  const { readAt: now } = snapshot;
  return timelineOf(before.meetings)
    .starting(now.toMillis() + 1, now.plus(SHORT_NOTICE).toMillis() + 1)
    .filter(stands)
    .flatMap((meeting) => {
      const resolved = resolveMeeting(meeting.id, detailsOf(meeting), snapshot);
      return resolved?.details.cancelled ? [cancellation(destination, resolved, now)] : [];
    });
}

/** When a notice may be posted: once the change has lasted a while, and in time before the meeting. */
export function noticeTime({ details }: PlannedPost, now: DateTime<true>): DateTime<true> {
  const settled = now.plus(STANDS_FOR);
  return details.start > settled.plus(STANDS_FOR) ? settled : now;
}

function cancellation(
  destination: Destination,
  { meetingId, details }: ResolvedMeeting,
  asOf: DateTime<true>,
): PlannedPost {
  const key = postKey(destination, `cancellation/${meetingId}/${keyStamp(details.start)}`);
  return { kind: 'cancellation', key, meetingId, destination, details, asOf };
}

function move(
  destination: Destination,
  from: DateTime<true>,
  { meetingId, details }: ResolvedMeeting,
  asOf: DateTime<true>,
): PlannedPost {
  const key = postKey(destination, `move/${meetingId}/${keyStamp(details.start)}`);
  return { kind: 'move', from, key, meetingId, destination, details, asOf };
}
