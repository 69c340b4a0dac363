import { DateTime } from 'luxon';
import type { AllDayMeeting, Meeting, TimedMeeting } from '../../calendar/meeting.ts';
import { valid } from '../../calendar/moment.ts';

interface PlainTime {
  readonly ms: number;
  readonly zone: string;
}

/** A meeting as it crosses from one thread to another. */
export type PlainMeeting =
  | AllDayMeeting
  | (Omit<TimedMeeting, 'start' | 'end'> & { readonly start: PlainTime; readonly end: PlainTime });

export function toPlain(meeting: Meeting): PlainMeeting {
  if (meeting.allDay) return meeting;
  return { ...meeting, start: plainTime(meeting.start), end: plainTime(meeting.end) };
}

export function fromPlain(plain: PlainMeeting): Meeting {
  if (plain.allDay) return plain;
  return { ...plain, start: timeOf(plain.start), end: timeOf(plain.end) };
}

function plainTime(time: DateTime<true>): PlainTime {
  return { ms: time.toMillis(), zone: time.zoneName };
}

function timeOf({ ms, zone }: PlainTime): DateTime<true> {
  return valid(DateTime.fromMillis(ms, { zone }));
}
