import { DateTime } from 'luxon';
import { z } from 'zod';
import { instantOf, type Moment, type StoredEvent } from '../event.ts';
import { utcStamp } from '../recurrence.ts';
import { conferenceFields, conferenceUri, meetBlock } from './conference.ts';
import { momentProperty, parameter, textProperty, uriProperty } from './property.ts';
import { recurrenceLines } from './recurrence.ts';

const text = z.string().optional().catch(undefined);
const attachment = z.looseObject({ fileUrl: text, title: text, mimeType: text });

const details = conferenceFields.extend({
  iCalUID: text,
  eventType: text,
  visibility: text,
  summary: text,
  description: text,
  location: text,
  created: text,
  updated: text,
  transparency: text,
  sequence: z.number().int().catch(0),
  attachments: z.array(attachment).catch([]),
});

type Details = z.infer<typeof details>;

/** What all events of a feed have in common. */
export interface FeedFacts {
  /** The calendar's zone. */
  readonly zone: string;
  readonly now: DateTime;
  /** When events that don't say so were changed last. */
  readonly changedAt: DateTime;
}

// Google's own value for an event whose creation it doesn't know.
const CREATED_UNKNOWN = '19000101T120000Z';

/**
 * Whether the feed has an entry for it: nothing that is cancelled or has no time. Where someone
 * works is not exported either; out of office, focus time and the others are ordinary entries.
 */
export function isInFeed(event: StoredEvent, zone: string): boolean {
  const { eventType } = details.parse(event);
  if (event.status === 'cancelled' || eventType === 'workingLocation') return false;
  return instantOf(event.start, zone) !== undefined;
}

/** The VEVENT of an event; `without` are the occurrences of a series that it has no entry for. */
export function eventLines(
  event: StoredEvent,
  without: readonly Moment[],
  facts: FeedFacts,
): string[] {
  const facet = details.parse(event);
  const recurs = Boolean(event.recurrence?.length || event.recurringEventId);
  const moment = (name: string, value: Moment | undefined, local = true) =>
    momentProperty(name, value, facts.zone, local);
  return [
    'BEGIN:VEVENT',
    ...moment('DTSTART', event.start, recurs),
    ...moment('DTEND', event.end, recurs),
    ...recurrenceLines(event, without, facts.zone),
    `DTSTAMP:${utcStamp(facts.now)}`,
    textProperty('UID', facet.iCalUID ?? `${event.recurringEventId ?? event.id}@google.com`),
    ...conferenceLines(facet),
    ...(event.recurringEventId ? moment('RECURRENCE-ID', event.originalStartTime) : []),
    ...(isPrivate(facet) ? ['SUMMARY:Busy'] : detailLines(event, facet, facts)),
    'END:VEVENT',
  ];
}

/**
 * A feed without authentication shows a private event as it shows every event of a calendar that
 * shares only whether one is busy: a time and this title.
 */
function isPrivate({ visibility }: Details): boolean {
  return visibility === 'private' || visibility === 'confidential';
}

function conferenceLines(facet: Details): string[] {
  const uri = isPrivate(facet) ? undefined : conferenceUri(facet);
  return uri === undefined ? [] : [uriProperty('X-GOOGLE-CONFERENCE', uri)];
}

function detailLines(event: StoredEvent, facet: Details, { changedAt }: FeedFacts): string[] {
  const description = [facet.description, meetBlock(facet)].filter(Boolean).join('\n\n');
  return [
    ...(facet.visibility === 'public' ? ['CLASS:PUBLIC'] : []),
    `CREATED:${stampOf(facet.created) ?? CREATED_UNKNOWN}`,
    ...(description ? [textProperty('DESCRIPTION', description)] : []),
    `LAST-MODIFIED:${stampOf(facet.updated) ?? utcStamp(changedAt)}`,
    ...(facet.location ? [textProperty('LOCATION', facet.location)] : []),
    `SEQUENCE:${facet.sequence}`,
    `STATUS:${event.status === 'tentative' ? 'TENTATIVE' : 'CONFIRMED'}`,
    textProperty('SUMMARY', facet.summary ?? ''),
    `TRANSP:${facet.transparency === 'transparent' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...facet.attachments.flatMap(attachmentLine),
  ];
}

function attachmentLine({ fileUrl, title, mimeType }: z.infer<typeof attachment>): string[] {
  if (fileUrl === undefined) return [];
  const name = `ATTACH;FILENAME=${parameter(title ?? '')}`;
  return [uriProperty(mimeType ? `${name};FMTTYPE=${parameter(mimeType)}` : name, fileUrl)];
}

function stampOf(iso: string | undefined): string | undefined {
  const at = DateTime.fromISO(iso ?? '', { zone: 'utc' });
  return at.isValid ? utcStamp(at) : undefined;
}
