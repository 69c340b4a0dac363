import { DateTime } from 'luxon';
import type { ChosenLinks, PublishedLinks } from '../calendar/links/choose.ts';
import type { AllDayMeeting, TimedMeeting } from '../calendar/meeting.ts';
import { valid } from '../calendar/moment.ts';
import type { TitleStatus } from '../calendar/title-status.ts';
import type { Entry } from '../calendar/twins.ts';
import type { Description } from './description.ts';
import type { CalendarEvent } from './event.ts';
import { instant } from './instant.ts';
import type { ChooseLinks } from './link-chooser.ts';

/** How to read an event. */
export interface Reading {
  /** The zone of events without one. */
  readonly zone: string;
  /** What a title says besides its meeting's name. */
  readonly titled: (summary: string) => TitleStatus;
  /** The text and links of a description. */
  readonly describe: (html: string) => Description;
  readonly choose: ChooseLinks;
  /** What the group publishes of a meeting with this title or of this series; undefined if it is none of its own. */
  published(title: string, seriesId: string | undefined): PublishedLinks | undefined;
}

/** The meeting that an event represents, or why it is not one. */
export function toEntry(event: CalendarEvent, reading: Reading): Entry | string {
  const time = timeOf(event, reading.zone);
  if (typeof time === 'string') return time;
  const { status: said, name } = reading.titled(event.summary ?? '');
  const title = name || (event.status === 'cancelled' ? unnamed(time) : 'Untitled meeting');
  const published = reading.published(title, event.recurringEventId);
  const description = reading.describe(event.description ?? '');
  const links = reading.choose(event, description, published);
  const facts = {
    id: event.id,
    ...(event.recurringEventId !== undefined && { seriesId: event.recurringEventId }),
    ...(isDeleted(event) && { deleted: true as const }),
    title,
    status: said === undefined ? event.status : ('cancelled' as const),
    ...(said === 'postponed' && { postponed: true as const }),
    regular: published !== undefined,
    description: description.text,
    ...linkFacts(links),
  };
  const borrowed = links.join?.published ?? false;
  return { meeting: { ...facts, ...time }, uid: event.iCalUID, borrowed };
}

type Time =
  | Pick<TimedMeeting, 'allDay' | 'start' | 'end'>
  | Pick<AllDayMeeting, 'allDay' | 'startDate' | 'endDate'>;

/** When the event is, or why that is unclear. */
function timeOf(event: CalendarEvent, zone: string): Time | string {
  const startDate = event.start?.date;
  if (startDate !== undefined) {
    const endDate = event.end?.date;
    // If the last day can't be parsed, it is the first day.
    const hasEnd = endDate !== undefined && endDate > startDate;
    return { allDay: true, startDate, endDate: hasEnd ? endDate : dayAfter(startDate) };
  }
  const start = instant(event.start, zone);
  if (!start) return 'start: must be a date or a time';
  const end = instant({ timeZone: event.start?.timeZone, ...event.end }, zone);
  // When it ends is unknown and not made up: it only has a start.
  return { allDay: false, start, end: end && end > start ? end : start };
}

/** A cancelled meeting whose name nothing tells, as in “A meeting on Wed, Dec 9”, in its own zone. */
function unnamed(time: Time): string {
  const day = time.allDay ? DateTime.fromISO(time.startDate) : time.start;
  return `A meeting on ${day.toFormat('ccc, LLL d', { locale: 'en-US' })}`;
}

/** Google keeps a deleted single event, including a draft, as a cancelled one. */
function isDeleted({ status, recurringEventId }: CalendarEvent): boolean {
  return status === 'cancelled' && recurringEventId === undefined;
}

function linkFacts({ join, agenda, place }: ChosenLinks) {
  return {
    ...(join && { joinLink: join.url }),
    ...(join && join.kind !== 'room' && { linkKind: join.kind }),
    ...(agenda !== undefined && { agendaLink: agenda }),
    ...(place !== undefined && { place }),
  };
}

function dayAfter(isoDate: string): string {
  return valid(DateTime.fromISO(isoDate, { zone: 'utc' }).plus({ days: 1 })).toISODate();
}
