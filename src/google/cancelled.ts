import { Duration } from 'luxon';
import type { Meeting } from '../calendar/meeting.ts';
import { isoWeekday, type RegularMeeting } from '../group/schema.ts';
import type { CalendarEvent, EventMoment } from './event.ts';
import { instant } from './instant.ts';

/** What is needed to read an event besides the event itself. */
export interface Surroundings {
  readonly regular: RegularMeeting;
  /** The calendar's own zone, for events without one. */
  readonly zone: string;
  /** Hosts of meeting rooms that the group names. */
  readonly joinHosts?: readonly string[];
  /** Meetings from the last read, with the details of occurrences before they were cancelled. */
  readonly known: readonly Meeting[];
}

/**
 * Google often sends a cancelled occurrence with only its ID and original start, or with a different
 * start from the one it had. Its details come from the last read, or else from another occurrence of
 * the series.
 */
export function restoreCancelled(
  event: CalendarEvent,
  events: readonly CalendarEvent[],
  { known, regular, zone }: Surroundings,
): CalendarEvent | undefined {
  const before = known.find(({ id }) => id === event.id);
  const series = siblingOf(event, events);
  // The last read comes first: it knows where the occurrence was moved before it was cancelled.
  const start = startMoment(before) ?? event.start ?? event.originalStartTime;
  if (start === undefined) return undefined;
  const summary =
    event.summary ?? before?.title ?? series?.summary ?? titleByRule(start, regular, zone);
  const end = endMoment(before) ?? event.end ?? endAfter(start, series);
  const { eventType = series?.eventType, visibility = series?.visibility } = event;
  return { ...event, start, end, summary, eventType, visibility };
}

function siblingOf({ recurringEventId }: CalendarEvent, events: readonly CalendarEvent[]) {
  if (recurringEventId === undefined) return undefined;
  return events.find(
    (other) => other.recurringEventId === recurringEventId && other.status !== 'cancelled',
  );
}

/** With nothing else known, it was the regular meeting if it starts at that meeting's time. */
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

function endMoment(meeting: Meeting | undefined): EventMoment | undefined {
  if (meeting === undefined) return undefined;
  if (meeting.allDay) return { date: meeting.endDate };
  return { dateTime: meeting.end.toISO(), timeZone: meeting.end.zoneName };
}

/** An hour after the start, or as long as the other occurrences are. */
function endAfter(start: EventMoment, series: CalendarEvent | undefined): EventMoment | undefined {
  const begin = instant(start, 'utc');
  const [from, to] = [instant(series?.start, 'utc'), instant(series?.end, 'utc')];
  const length = from && to ? to.diff(from) : Duration.fromObject({ hours: 1 });
  return begin && { ...start, dateTime: begin.plus(length).toISO() };
}
