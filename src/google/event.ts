import { z } from 'zod';

/** A field that is dropped if it can't be parsed: one bad field must not lose the event. */
function lenient<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

/** A list without the entries that can't be parsed. */
function lenientList<T extends z.ZodType>(schema: T) {
  const entries = z.array(z.unknown()).catch([]);
  return entries.transform((list) =>
    list.flatMap((entry) => {
      const parsed = schema.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

const text = lenient(z.string());

const moment = z.object({
  date: lenient(z.iso.date()),
  dateTime: lenient(z.iso.datetime({ offset: true, local: true })),
  timeZone: text,
});

// An unknown status promises nothing, so the meeting is not presented as certain.
const status = z.preprocess(
  (value) => value ?? 'confirmed',
  z.enum(['confirmed', 'tentative', 'cancelled']).catch('tentative'),
);

/**
 * The parts of an event resource that the bot reads. Only the ID is required: a cancelled
 * occurrence may have nothing else, and other programs write odd values into the rest.
 * https://developers.google.com/workspace/calendar/api/v3/reference/events#resource
 */
export const eventSchema = z.object({
  id: z.string().min(1).max(1024),
  status,
  summary: text,
  description: text,
  location: text,
  start: lenient(moment),
  end: lenient(moment),
  recurringEventId: text,
  originalStartTime: lenient(moment),
  iCalUID: text,
  eventType: text,
  visibility: text,
  hangoutLink: text,
  conferenceData: lenient(
    z.object({ entryPoints: lenientList(z.object({ entryPointType: text, uri: text })) }),
  ),
  attachments: lenientList(z.object({ fileUrl: z.string(), title: text, mimeType: text })),
});

export type CalendarEvent = z.infer<typeof eventSchema>;
export type EventMoment = z.infer<typeof moment>;

/** One page of `events.list`. Items are parsed one by one, so that a bad one affects no other. */
export const eventsPageSchema = z.object({
  items: z.array(z.unknown()),
  timeZone: text,
  nextPageToken: z.string().nullish(),
});

/** What the bot asks Google to send: the fields above, without attendees. */
export const FIELDS =
  'timeZone,nextPageToken,items(id,status,summary,description,location,start,end,recurringEventId,originalStartTime,iCalUID,eventType,visibility,hangoutLink,conferenceData/entryPoints(entryPointType,uri),attachments(fileUrl,title,mimeType))';
