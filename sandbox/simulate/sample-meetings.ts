import type { DateTime } from 'luxon';
import { regularMeeting } from '../../src/group/published-meetings.ts';
import type { Group } from '../../src/group/schema.ts';

/** How many meetings there are; ad-hoc ones are twelve days apart. */
export interface MeetingCounts {
  readonly regular: number;
  readonly adHoc: number;
}

/** As many meetings as in a year. */
export const YEAR: MeetingCounts = { regular: 26, adHoc: 30 };

/**
 * The meetings of a busy group: the regular one every other week, and ad-hoc ones in between, of which some lack
 * their notes or are in somebody's own room.
 */
export function sampleMeetings(
  group: Group,
  from: DateTime<true>,
  counts: MeetingCounts,
): unknown[] {
  const regular = regularMeeting(group);
  const room = group.scheduling?.join;
  const zone = group.zone;
  const wednesday = from.setZone(zone).plus({ weeks: 1 }).set({ weekday: 3, hour: 9, minute: 0 });
  const first = wednesday.startOf('minute');
  const times = (start: DateTime, minutes: number) => ({
    start: { dateTime: start.toISO(), timeZone: zone },
    end: { dateTime: start.plus({ minutes }).toISO(), timeZone: zone },
  });
  const series = {
    id: 'regular',
    status: 'confirmed',
    summary: regular?.title,
    location: regular?.join,
    description: `Agenda: ${regular?.agenda}`,
    ...times(first, 60),
    recurrence: [`RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=${counts.regular}`],
  };
  const adHoc = Array.from({ length: counts.adHoc }, (_, n) => ({
    id: `adhoc${n}`,
    status: 'confirmed',
    summary: `Deep dive ${n + 1}`,
    location: n % 5 === 0 ? 'https://zoom.us/j/5551234567' : room,
    ...(n % 3 !== 0 && { description: `Notes: https://docs.google.com/document/d/deep${n}/edit` }),
    ...times(first.plus({ days: 1 + n * 12, hours: n % 6 }), 60),
  }));
  return [series, ...adHoc];
}
