import type { DateTime } from 'luxon';
import { type MeetingDetails, sameDetails } from '../calendar/meeting-details.ts';
import { type ResolvedMeeting, resolveMeeting } from '../calendar/resolve-meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { PostedMessage, Statement } from './post.ts';

// Replicas' clocks differ by less than this.
const CLOCKS_DIFFER = { minutes: 3 };

/** An edit that makes a message true again. */
export interface Correction extends ResolvedMeeting {
  readonly post: PostedMessage;
}

/** The current truth about a statement, computed once for all messages that make it. */
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

/** What a message has to say instead at `now`; undefined if it is true or its meeting has started. */
export function correctionOf(
  said: Pick<Statement, 'meetingId' | 'shown' | 'editUnsettled'>,
  resolve: Resolve,
  now: DateTime<true>,
): ResolvedMeeting | undefined {
  const resolved = resolve(said);
  if (!resolved) return undefined;
  if (!said.editUnsettled && sameDetails(said.shown, resolved.details)) return undefined;
  const { cancelled, start } = resolved.details;
  const ahead = said.shown.start > now || (!cancelled && start > now);
  return ahead ? resolved : undefined;
}

/**
 * The messages that are no longer true at `now`. Those based on a later snapshot, such as another
 * replica's, are left alone; a snapshot from the future was read by a wrong clock.
 */
export function planCorrections(
  posts: readonly PostedMessage[],
  { readAt }: Pick<CalendarSnapshot, 'readAt'>,
  resolve: Resolve,
  now: DateTime<true>,
): Correction[] {
  return posts
    .filter(({ asOf }) => asOf <= readAt || asOf > now.plus(CLOCKS_DIFFER))
    .flatMap((post) => {
      const resolved = correctionOf(post, resolve, now);
      return resolved ? [{ post, ...resolved }] : [];
    });
}
