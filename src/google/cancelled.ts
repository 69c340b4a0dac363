import { Duration } from 'luxon';
import type { Meeting } from '../calendar/meeting.ts';
import { seriesRoot } from '../calendar/resolve-meeting.ts';
import type { Group } from '../group/schema.ts';
import type { CalendarEvent, EventMoment } from './event.ts';
import { instant } from './instant.ts';

/** What a group says of its meetings, by which they are recognized in a calendar. */
export type Published = Pick<Group, 'meetings' | 'joinHosts' | 'zone'>;

/** What is needed to read an event besides the event itself. */
export interface Surroundings {
  readonly published: Published;
  /** The calendar's own zone, for events without one; by default the group's. */
  readonly zone: string | undefined;
  /** Meetings from the last read, with the details of occurrences before they were cancelled. */
  readonly known: readonly Meeting[];
}

/**
 * Google often sends a cancelled occurrence with only its ID and original start, or with a different
 * start from the one it had. Its details come from the last read, or else from its own series: from an
 * occurrence of it, or of a series that it continues. What merely starts at the same hour says nothing.
 */
export function cancelledRestorer(
  events: readonly CalendarEvent[],
  known: readonly Meeting[],
): (cancelled: CalendarEvent) => CalendarEvent | undefined {
  const knownById = new Map(known.map((meeting) => [meeting.id, meeting]));
  const series = new Map(
    events
      .filter(({ status }) => status !== 'cancelled')
      .flatMap((event) => seriesKeys(event.recurringEventId).map((key) => [key, event] as const))
      .toReversed(),
  );
  const titles = new Map(
    known.flatMap(({ seriesId, title }) =>
      seriesKeys(seriesId).map((key) => [key, title] as const),
    ),
  );
  return (event) => {
    const keys = seriesKeys(event.recurringEventId);
    const find = <T>(map: ReadonlyMap<string, T>) => keys.map((key) => map.get(key)).find(Boolean);
    return restored(event, knownById.get(event.id), find(series), find(titles));
  };
}

function restored(
  event: CalendarEvent,
  before: Meeting | undefined,
  series: CalendarEvent | undefined,
  seriesTitle: string | undefined,
): CalendarEvent | undefined {
  // The last read comes first: it knows where the occurrence was moved before it was cancelled.
  const start = startMoment(before) ?? event.start ?? event.originalStartTime;
  if (start === undefined) return undefined;
  const summary = event.summary ?? before?.title ?? series?.summary ?? seriesTitle;
  const end = endMoment(before) ?? event.end ?? endAfter(start, series);
  const { eventType = series?.eventType, visibility = series?.visibility } = event;
  return { ...event, start, end, summary, eventType, visibility };
}

/** The series itself, and then what it continues. */
function seriesKeys(seriesId: string | undefined): string[] {
  return seriesId === undefined ? [] : [seriesId, `root ${seriesRoot(seriesId)}`];
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
