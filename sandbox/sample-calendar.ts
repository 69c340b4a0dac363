import { DateTime } from 'luxon';
import { regularMeeting } from '../src/group/published-meetings.ts';
import type { Group, Workstream } from '../src/group/schema.ts';

// The first Wednesday of the series; its weeks count from here, whatever `now` is.
const FIRST = '2024-05-01';
const SERIES = 'regularmeeting';

/**
 * The group's calendar as it might look at `now`: the regular series with one occurrence cancelled
 * and one moved, a workstream's series, and an all-day entry.
 */
export function sampleCalendar(group: Group, now: DateTime): unknown[] {
  const { workstreams } = group;
  const regular = regularMeeting(group);
  if (regular?.when?.kind !== 'weekly') throw new Error('The sample has a weekly meeting only');
  const { time, zone } = regular.when;
  const first = DateTime.fromISO(`${FIRST}T${time}`, { zone });
  const facts = {
    status: 'confirmed',
    summary: regular.title,
    description: `<b>Agenda and notes:</b> <a href="${regular.agenda}">${regular.agenda}</a><br>Everyone is welcome.`,
    location: regular.join,
  };
  const minutes = regular.durationMinutes ?? 60;
  const [, second, third] = occurrencesAfter(first, now);
  return [
    {
      ...facts,
      id: SERIES,
      ...times(first, minutes),
      recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'],
    },
    ...(second ? [{ ...occurrence(second), status: 'cancelled' }] : []),
    ...(third
      ? [{ ...facts, ...occurrence(third), ...times(third.plus({ days: 1, hours: 1 }), minutes) }]
      : []),
    ...workstreams.slice(0, 1).map((stream) => workstreamSeries(stream, first)),
    allDay(now.setZone(zone).plus({ days: 24 })),
  ];
}

function occurrencesAfter(first: DateTime, now: DateTime): DateTime[] {
  const passed = Math.max(0, Math.floor(now.diff(first, 'weeks').weeks / 2));
  return [0, 1, 2, 3, 4]
    .map((more) => first.plus({ weeks: 2 * (passed + more) }))
    .filter((start) => start > now);
}

/** Identifies one occurrence of the regular series, even if it was moved. */
function occurrence(start: DateTime) {
  const suffix = start.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
  return { id: `${SERIES}_${suffix}`, recurringEventId: SERIES, originalStartTime: moment(start) };
}

function workstreamSeries({ name, doc }: Workstream, firstRegular: DateTime) {
  return {
    id: 'workstreammeeting',
    status: 'confirmed',
    summary: `${name} workstream`,
    description: `Where we are, and what comes next. Notes: ${doc}`,
    location: 'https://zoom.us/j/9955436256?pwd=Z2FQWU1jeDZkVC9RRTN4TlZyZTBHZz09',
    ...times(firstRegular.plus({ days: 6, hours: 1 }), 30),
    recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=4;BYDAY=TU'],
  };
}

function allDay(date: DateTime) {
  return {
    id: 'allday1',
    status: 'confirmed',
    summary: 'Topics for next quarter: last day to propose',
    start: { date: date.toISODate() },
    end: { date: date.plus({ days: 1 }).toISODate() },
  };
}

function times(start: DateTime, minutes: number) {
  return { start: moment(start), end: moment(start.plus({ minutes })) };
}

function moment(at: DateTime) {
  return { dateTime: at.toISO({ suppressMilliseconds: true }), timeZone: at.zoneName };
}
