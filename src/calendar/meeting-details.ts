import type { DateTime } from 'luxon';
import type { AllDayMeeting, TimedMeeting } from './meeting.ts';

/** Dates of an all-day entry; `endDate` is the first day after it. */
export type Dates = Pick<AllDayMeeting, 'startDate' | 'endDate'>;

/** What a post says about its meeting. Two posts with equal details read the same. */
export interface MeetingDetails {
  readonly title: string;
  /** For a meeting that is now cancelled or an all-day entry, when it was planned. */
  readonly start: DateTime<true>;
  readonly end: DateTime<true>;
  /** Its dates, if it has become an all-day entry, which has no times. */
  readonly allDay?: Dates;
  readonly joinLink?: string;
  readonly linkKind?: NonNullable<TimedMeeting['linkKind']>;
  readonly agendaLink?: string;
  readonly place?: string;
  readonly seriesId?: string;
  /** The name of whoever has said that they host it. */
  readonly host?: string;
  readonly tentative: boolean;
  readonly cancelled: boolean;
  /** Of a cancelled meeting: it will take place at another time, which is not known yet. */
  readonly postponed?: true;
}

/** What a post would say about the meeting now. */
export function detailsOf(meeting: TimedMeeting): MeetingDetails {
  return { ...factsOf(meeting), start: meeting.start, end: meeting.end };
}

/** What a post would say about a meeting that was announced with times and no longer has any. */
export function allDayDetails(
  meeting: AllDayMeeting,
  { start, end }: Pick<MeetingDetails, 'start' | 'end'>,
): MeetingDetails {
  const { startDate, endDate } = meeting;
  return { ...factsOf(meeting), start, end, allDay: { startDate, endDate } };
}

function factsOf(meeting: TimedMeeting | AllDayMeeting) {
  const { title, joinLink, linkKind, agendaLink, place, seriesId, host, status, postponed } =
    meeting;
  return {
    title,
    ...(joinLink !== undefined && { joinLink }),
    ...(linkKind !== undefined && { linkKind }),
    ...(agendaLink !== undefined && { agendaLink }),
    ...(place !== undefined && { place }),
    ...(seriesId !== undefined && { seriesId }),
    ...(host !== undefined && { host }),
    tentative: status === 'tentative',
    cancelled: status === 'cancelled',
    ...(postponed !== undefined && { postponed }),
  };
}

/** What someone who read the old details has to be told. */
export type Change =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'all day'; readonly dates: Dates }
  | { readonly kind: 'timed' }
  | { readonly kind: 'moved'; readonly from: DateTime<true> }
  | { readonly kind: 'end' }
  | { readonly kind: 'tentative' }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'renamed'; readonly from: string }
  | { readonly kind: 'join link' }
  | { readonly kind: 'agenda link' }
  | { readonly kind: 'place' }
  | { readonly kind: 'host' };

/** The changes from one to the other; for a cancelled meeting, only the cancellation. */
export function changesBetween(before: MeetingDetails, after: MeetingDetails): Change[] {
  if (after.cancelled) return before.cancelled ? [] : [{ kind: 'cancelled' }];
  const changes = timeChanges(before, after);
  if (before.tentative !== after.tentative) {
    changes.push({ kind: after.tentative ? 'tentative' : 'confirmed' });
  }
  if (before.title !== after.title) changes.push({ kind: 'renamed', from: before.title });
  if (before.joinLink !== after.joinLink) changes.push({ kind: 'join link' });
  if (before.agendaLink !== after.agendaLink) changes.push({ kind: 'agenda link' });
  if (before.place !== after.place) changes.push({ kind: 'place' });
  if (before.host !== after.host) changes.push({ kind: 'host' });
  return changes;
}

function timeChanges(before: MeetingDetails, after: MeetingDetails): Change[] {
  if (after.allDay) {
    const same =
      before.allDay?.startDate === after.allDay.startDate &&
      before.allDay.endDate === after.allDay.endDate;
    return same ? [] : [{ kind: 'all day', dates: after.allDay }];
  }
  const changes: Change[] = before.allDay ? [{ kind: 'timed' }] : [];
  if (!isSame(before.start, after.start)) {
    changes.push({ kind: 'moved', from: before.start });
  } else if (!isSame(before.end, after.end)) {
    changes.push({ kind: 'end' });
  }
  return changes;
}

/** Whether two posts say the same. */
export function sameDetails(a: MeetingDetails, b: MeetingDetails): boolean {
  return a.cancelled === b.cancelled && changesBetween(a, b).length === 0;
}

function isSame(a: DateTime<true>, b: DateTime<true>): boolean {
  return a.toMillis() === b.toMillis();
}
