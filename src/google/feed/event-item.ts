import type ICAL from 'ical.js';
import type { EventMoment } from '../event.ts';
import { type FeedEvent, textOf } from './feed-event.ts';
import { type FeedMoment, timeAt } from './feed-moment.ts';

const DAY_MS = 86_400_000;
// Google ends the description of an event that has a Meet link with its own words, in some feeds
// between two lines of -::~:~::-.
const MEET_FENCE = /-::[~:]{8,}::?-[\s\S]*?-::[~:]{8,}::?-/gu;
const MEET_WORDS =
  /^Join with Google Meet: \S+(?:\n+Or dial: .*)?(?:\n+More phone numbers: \S+)?(?:\n+Learn more about Meet at: \S+)?\s*$/gmu;

/** The event resource that Google's API would send; parsed as strictly as one. */
export interface EventItem {
  readonly id: string;
  readonly recurringEventId?: string;
  readonly originalStartTime?: EventMoment;
  readonly status: string | undefined;
  readonly iCalUID?: string;
  readonly [field: string]: unknown;
}

/** One occurrence of an event, or a single event. */
export interface OccurrenceTime {
  readonly start: FeedMoment;
  /** Its original start, if it belongs to a series. */
  readonly original: FeedMoment | undefined;
}

/** What the API would say about an occurrence. */
export function eventItem(event: FeedEvent, { start, original }: OccurrenceTime): EventItem {
  const { component, eventId, uid } = event;
  return {
    ...identity(eventId, original),
    iCalUID: uid,
    status: textOf(component, 'status')?.toLowerCase(),
    summary: textOf(component, 'summary'),
    description: textOf(component, 'description')
      ?.replace(MEET_FENCE, '')
      .replace(MEET_WORDS, '')
      .trim(),
    location: textOf(component, 'location'),
    start: start.value,
    end: endOf(start, event.lengthMs),
    visibility: textOf(component, 'class')?.toLowerCase(),
    conferenceData: conferenceOf(component),
    attachments: component.getAllProperties('attach').flatMap(attachmentOf),
  };
}

/** What the API would say about an occurrence that was cancelled. */
export function cancelledItem({ eventId, uid }: FeedEvent, original: FeedMoment): EventItem {
  return { ...identity(eventId, original), iCalUID: uid, status: 'cancelled' };
}

function identity(eventId: string, original: FeedMoment | undefined) {
  if (original === undefined) return { id: eventId };
  return {
    id: `${eventId}_${original.stamp}`,
    recurringEventId: eventId,
    originalStartTime: original.value,
  };
}

function endOf(start: FeedMoment, lengthMs: number | undefined) {
  const { date, timeZone } = start.value;
  if (date === undefined) return timeAt(start.ms + (lengthMs ?? 0), timeZone).value;
  // A day that a clock change makes longer or shorter is one day.
  const days = Math.max(1, Math.round((lengthMs ?? 0) / DAY_MS));
  return { date: new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) };
}

function conferenceOf(component: ICAL.Component) {
  const uri = textOf(component, 'x-google-conference');
  return uri && { entryPoints: [{ entryPointType: 'video', uri }] };
}

function attachmentOf(property: ICAL.Property) {
  const fileUrl: unknown = property.getFirstValue();
  if (typeof fileUrl !== 'string') return [];
  const [title, mimeType] = ['filename', 'fmttype'].map((name) => property.getFirstParameter(name));
  return [{ fileUrl, title, mimeType }];
}
