import type { DateTime } from 'luxon';
import type { TimedMeeting } from './meeting.ts';

/** What a post tells of its meeting. Two posts of equal announcements read the same. */
export interface MeetingDetails {
  readonly title: string;
  readonly start: DateTime<true>;
  readonly end: DateTime<true>;
  readonly joinLink?: string;
  readonly agendaLink?: string;
  readonly seriesId?: string;
  readonly cancelled: boolean;
}

/** What a post would tell of the meeting now. */
export function detailsOf(meeting: TimedMeeting): MeetingDetails {
  const { title, start, end, joinLink, agendaLink, seriesId, status } = meeting;
  return {
    title,
    start,
    end,
    ...(joinLink !== undefined && { joinLink }),
    ...(agendaLink !== undefined && { agendaLink }),
    ...(seriesId !== undefined && { seriesId }),
    cancelled: status === 'cancelled',
  };
}

/** What a reader of the first has to be told to know the second. */
export type Change =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'moved'; readonly from: DateTime<true> }
  | { readonly kind: 'end' }
  | { readonly kind: 'renamed'; readonly from: string }
  | { readonly kind: 'join link' }
  | { readonly kind: 'agenda link' };

/** The changes from one to another; a cancelled meeting has no other. */
export function changesBetween(before: MeetingDetails, after: MeetingDetails): Change[] {
  if (after.cancelled) return before.cancelled ? [] : [{ kind: 'cancelled' }];
  const changes: Change[] = [];
  const moved = !isSame(before.start, after.start);
  if (moved) changes.push({ kind: 'moved', from: before.start });
  if (!moved && !isSame(before.end, after.end)) changes.push({ kind: 'end' });
  if (before.title !== after.title) changes.push({ kind: 'renamed', from: before.title });
  if (before.joinLink !== after.joinLink) changes.push({ kind: 'join link' });
  if (before.agendaLink !== after.agendaLink) changes.push({ kind: 'agenda link' });
  return changes;
}

/** Whether two announcements say the same. */
export function sameDetails(a: MeetingDetails, b: MeetingDetails): boolean {
  return a.cancelled === b.cancelled && changesBetween(a, b).length === 0;
}

function isSame(a: DateTime<true>, b: DateTime<true>): boolean {
  return a.toMillis() === b.toMillis();
}
