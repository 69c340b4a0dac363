import { sameDetails } from '../calendar/meeting-details.ts';
import { type ResolvedMeeting, resolveMeeting } from '../calendar/resolve-meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { HostClaim } from './ports.ts';

/** What a change of the calendar means for a claim. */
export type ClaimChange =
  /** The meeting is cancelled, so nobody hosts it. */
  | { readonly kind: 'drop'; readonly meetingId: string }
  /** It has moved, or has become another event: whoever hosted it still does. */
  | { readonly kind: 'move'; readonly meetingId: string; readonly to: ResolvedMeeting };

/** The claims that no longer match the calendar. */
export function claimChanges(
  claims: readonly HostClaim[],
  snapshot: CalendarSnapshot,
): ClaimChange[] {
  return claims.flatMap((claim): ClaimChange[] => {
    const { meetingId, details } = claim;
    const to = resolveMeeting(meetingId, details, snapshot);
    if (!to || details.end <= snapshot.readAt) return [];
    if (to.details.cancelled) return [{ kind: 'drop', meetingId }];
    const isSame = to.meetingId === meetingId && sameDetails(to.details, details);
    return isSame ? [] : [{ kind: 'move', meetingId, to }];
  });
}
