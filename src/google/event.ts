import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';

const moment = z.object({
  date: z.iso.date().optional(),
  dateTime: z.iso.datetime({ offset: true, local: true }).optional(),
  timeZone: z.string().optional(),
});

/**
 * The parts of an event resource that the bot reads. A cancelled occurrence may have nothing but
 * an id. https://developers.google.com/workspace/calendar/api/v3/reference/events#resource
 */
export const eventSchema = z.object({
  id: z.string().min(1).max(1024),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).default('confirmed'),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  start: moment.optional(),
  end: moment.optional(),
  recurringEventId: z.string().optional(),
  originalStartTime: moment.optional(),
  hangoutLink: z.string().optional(),
  conferenceData: z
    .object({
      entryPoints: z
        .array(z.object({ entryPointType: z.string().optional(), uri: z.string().optional() }))
        .optional(),
    })
    .optional(),
  attachments: z.array(z.object({ fileUrl: z.string().optional() })).optional(),
});

export type CalendarEvent = z.infer<typeof eventSchema>;
export type EventMoment = z.infer<typeof moment>;

/** One page of `events.list`. Items are read one by one, so that a bad one spoils no other. */
export const eventsPageSchema = z.object({
  items: z.array(z.unknown()),
  timeZone: z.string().optional(),
  nextPageToken: z.string().optional(),
});

/** What the bot asks Google to send: the fields above and no attendees. */
export const FIELDS =
  'timeZone,nextPageToken,items(id,status,summary,description,location,start,end,recurringEventId,originalStartTime,hangoutLink,conferenceData/entryPoints(entryPointType,uri),attachments/fileUrl)';

/** The instant of a moment that has a time, in its own zone, else in `fallbackZone`. */
export function instant(
  moment: EventMoment | undefined,
  fallbackZone: string,
): DateTime<true> | undefined {
  if (moment?.dateTime === undefined) return undefined;
  const named = moment.timeZone;
  const zone = named && IANAZone.isValidZone(named) ? named : fallbackZone;
  const at = DateTime.fromISO(moment.dateTime, { zone });
  return at.isValid ? at : undefined;
}
