import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';

const moment = z.looseObject({
  date: z.string().optional(),
  dateTime: z.string().optional(),
  timeZone: z.string().optional(),
});

/**
 * An event in the local calendar. The fields that the calendar computes with are parsed here;
 * everything else, malformed or not, is kept and served as is.
 */
const storedEvent = z.looseObject({
  id: z.string().optional(),
  status: z.string().optional().catch(undefined),
  start: moment.optional().catch(undefined),
  end: moment.optional().catch(undefined),
  recurrence: z.array(z.string()).optional().catch(undefined),
  recurringEventId: z.string().optional().catch(undefined),
  originalStartTime: moment.optional().catch(undefined),
});

const NAMES_OFFSET = /T.*(?:Z|[+-]\d\d:?\d\d)$/;

export type StoredEvent = z.infer<typeof storedEvent>;
export type Moment = z.infer<typeof moment>;

/** An event file: an array of event resources. */
export const eventFile = z.array(z.unknown());

/** The resource as the calendar sees it, along with the resource itself. */
export function readEvent(resource: unknown): StoredEvent {
  return storedEvent.catch({}).parse(resource);
}

/** The instant of a moment; a date is midnight in `zone`. */
export function instantOf(moment: Moment | undefined, zone: string): DateTime<true> | undefined {
  const text = moment?.dateTime ?? moment?.date;
  if (text === undefined) return undefined;
  const at = DateTime.fromISO(text, { zone: zoneOf(moment, zone) });
  return at.isValid ? at : undefined;
}

/** The instant of a moment in milliseconds, which takes no look at a zone's clock if the moment names its offset. */
export function millisOf(moment: Moment | undefined, zone: string): number | undefined {
  const { dateTime } = moment ?? {};
  if (dateTime === undefined || !NAMES_OFFSET.test(dateTime)) {
    return instantOf(moment, zone)?.toMillis();
  }
  const at = DateTime.fromISO(dateTime, { zone: 'utc' });
  return at.isValid ? at.toMillis() : undefined;
}

/** The zone that a moment is in; an unknown name means the calendar's own. */
export function zoneOf(moment: Moment | undefined, zone: string): string {
  const named = moment?.timeZone;
  // Unlike `isValidZone`, it remembers.
  return named !== undefined && IANAZone.create(named).isValid ? named : zone;
}

/** The resource with what Google adds to every event that it sends. */
export function asServed(resource: unknown): unknown {
  const { id, start, recurringEventId } = readEvent(resource);
  if (typeof resource !== 'object' || id === undefined || start === undefined) return resource;
  const iCalUID = `${recurringEventId ?? id}@google.com`;
  return { eventType: 'default', iCalUID, ...resource };
}
