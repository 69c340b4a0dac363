import { DateTime, Duration } from 'luxon';
import type { Meeting } from '../calendar/meeting.ts';
import { isoWeekday, type RegularMeeting } from '../group/schema.ts';
import { type CalendarEvent, type EventMoment, instant } from './event.ts';

/** What helps to read an event beside the event itself. */
export interface Surroundings {
  readonly regular: RegularMeeting;
  /** The calendar's own zone, for events that name none. */
  readonly zone: string;
  /** Meetings of the last reading: they say what an occurrence was before its cancellation. */
  readonly known: readonly Meeting[];
}

/**
 * Google sends a cancelled occurrence often with no more than its id and original start. What is
 * missing comes from the last reading, else from another occurrence of the series.
 */
export function restoreCancelled(
  event: CalendarEvent,
  events: readonly CalendarEvent[],
  { known, regular, zone }: Surroundings,
): CalendarEvent | undefined {
  if (event.start && event.end && event.summary) return event;
  const before = known.find(({ id }) => id === event.id);
  const sibling = events.find(
    (other) => other.recurringEventId === event.recurringEventId && other.status !== 'cancelled',
  );
  const series = event.recurringEventId === undefined ? undefined : sibling;
  // The last reading comes first: it knows where the occurrence was moved before it was cancelled.
  const start = event.start ?? startMoment(before) ?? event.originalStartTime;
  if (start === undefined) return undefined;
  const summary =
    event.summary ?? before?.title ?? series?.summary ?? titleByRule(start, regular, zone);
  const end = event.end ?? endAfter(start, before, series);
  return { ...event, start, end, ...(summary !== undefined && { summary }) };
}

/** With nothing else known, the hour of the regular meeting tells that it was one. */
function titleByRule(start: EventMoment, regular: RegularMeeting, zone: string) {
  const local = instant(start, zone)?.setZone(regular.zone);
  const fits =
    local?.weekday === isoWeekday(regular.weekday) && local.toFormat('HH:mm') === regular.time;
  return fits ? regular.title : undefined;
}

function startMoment(meeting: Meeting | undefined): EventMoment | undefined {
  if (meeting === undefined) return undefined;
  if (meeting.allDay) return { date: meeting.startDate };
  return { dateTime: meeting.start.toISO(), timeZone: meeting.start.zoneName };
}

function endAfter(
  start: EventMoment,
  before: Meeting | undefined,
  series: CalendarEvent | undefined,
): EventMoment {
  if (start.date !== undefined) {
    const next = DateTime.fromISO(start.date, { zone: 'utc' }).plus({ days: 1 }).toISODate();
    return { ...(next !== null && { date: next }) };
  }
  const begin = instant(start, 'utc');
  const end = begin?.plus(durationOf(before, series)).toISO();
  return { ...start, ...(end && { dateTime: end }) };
}

function durationOf(before: Meeting | undefined, series: CalendarEvent | undefined): Duration {
  if (before && !before.allDay) return before.end.diff(before.start);
  const start = instant(series?.start, 'utc');
  const end = instant(series?.end, 'utc');
  return start && end ? end.diff(start) : Duration.fromObject({ hours: 1 });
}
