import type { DateTime } from 'luxon';
import { isTimed, type Meeting, stands, startOf, type TimedMeeting } from '../calendar/meeting.ts';

/** A topic that someone proposed for a meeting: what they typed, and where it was discussed. */
export interface Proposal {
  readonly id: string;
  readonly meetingId: string;
  readonly meetingStart: DateTime<true>;
  readonly title: string;
  /** Address of the message; absent if not everyone can open it. */
  readonly link: string | undefined;
  /** Slack ID of who proposed it, so that they can have it deleted. */
  readonly proposedBy: string;
  /** An organizer has taken it up, or dropped it. */
  readonly done: boolean;
}

/** The open proposals for a meeting. */
export function proposalsFor(
  { id }: { readonly id: string },
  all: readonly Proposal[],
): Proposal[] {
  return all.filter(({ meetingId, done }) => meetingId === id && !done);
}

/** A proposal whose meeting has another time now, or is another meeting. */
export interface Move {
  readonly proposal: Proposal;
  readonly to: Pick<TimedMeeting, 'id' | 'start'>;
}

/**
 * Follows the calendar: what was meant for a meeting that does not take place is for the next one of the
 * same series, or the next regular one.
 */
export function movedProposals(
  proposals: readonly Proposal[],
  meetings: readonly Meeting[],
  zone: string,
): Move[] {
  const byId = new Map(meetings.map((one) => [one.id, one]));
  return proposals.flatMap((proposal) => {
    const meant = byId.get(proposal.meetingId);
    if (meant === undefined) return [];
    const to = stands(meant) && isTimed(meant) ? meant : heir(meant, meetings, zone);
    const isSame =
      to?.id === proposal.meetingId && to.start.toMillis() === proposal.meetingStart.toMillis();
    return to === undefined || isSame ? [] : [{ proposal, to }];
  });
}

function heir(left: Meeting, meetings: readonly Meeting[], zone: string): TimedMeeting | undefined {
  const after = startOf(left, zone);
  const later = meetings
    .filter(isTimed)
    .filter((one) => stands(one) && one.start > after)
    .toSorted((a, b) => a.start.toMillis() - b.start.toMillis());
  const ofSeries = later.find(
    ({ seriesId }) => seriesId !== undefined && seriesId === left.seriesId,
  );
  return ofSeries ?? later.find(({ regular }) => regular);
}
