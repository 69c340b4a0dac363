import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Meeting } from '../calendar/meeting.ts';
import type { MeetingDetails } from '../calendar/meeting-details.ts';

const linkKind = z.enum(['link', 'registration', 'chat', 'stream']).exactOptional();

const facts = {
  id: z.string(),
  seriesId: z.string().exactOptional(),
  title: z.string(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  deleted: z.literal(true).exactOptional(),
  postponed: z.literal(true).exactOptional(),
  regular: z.boolean(),
  joinLink: z.string().exactOptional(),
  linkKind,
  agendaLink: z.string().exactOptional(),
  place: z.string().exactOptional(),
  description: z.string(),
};

/** Converts a moment with its zone to the store's JSON and back. */
export const moment = z.codec(
  z.object({ at: z.iso.datetime({ offset: true }), zone: z.string() }),
  z.custom<DateTime<true>>((value) => DateTime.isDateTime(value) && value.isValid),
  {
    decode: ({ at, zone }, context) => {
      // Its offset fixes the instant; reading a text in a zone takes several times as long.
      const moment = DateTime.fromMillis(Date.parse(at), { zone });
      if (moment.isValid) return moment;
      context.issues.push({ code: 'custom', message: 'no moment in a known zone', input: at });
      return z.NEVER;
    },
    encode: (at) => ({ at: at.toISO(), zone: at.zoneName }),
  },
);

/** Converts meeting details to the store's JSON and back. */
export const storedMeetingDetails = z.object({
  title: z.string(),
  start: moment,
  end: moment,
  joinLink: z.string().exactOptional(),
  linkKind,
  agendaLink: z.string().exactOptional(),
  place: z.string().exactOptional(),
  seriesId: z.string().exactOptional(),
  host: z.string().exactOptional(),
  // Posts from earlier versions lack this.
  tentative: z.boolean().default(false),
  cancelled: z.boolean(),
  postponed: z.literal(true).exactOptional(),
  allDay: z.object({ startDate: z.string(), endDate: z.string() }).exactOptional(),
}) satisfies z.ZodType<MeetingDetails>;

/** Converts a meeting to the store's JSON and back. An instant keeps its zone. */
export const storedMeeting = z.discriminatedUnion('allDay', [
  z.object({ ...facts, allDay: z.literal(false), start: moment, end: moment }),
  z.object({ ...facts, allDay: z.literal(true), startDate: z.string(), endDate: z.string() }),
]) satisfies z.ZodType<Meeting>;
