import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { CalendarSource } from '../calendar/ports.ts';
import { UpstreamError } from '../errors.ts';
import type { Group } from '../group/schema.ts';
import { authorization, type GoogleAccess } from './access.ts';
import { eventsPageSchema, FIELDS } from './event.ts';
import { googleError } from './failure.ts';
import { type Malformed, meetingsFromEvents } from './meetings.ts';

// Far enough back to find the last monthly meeting even if one was skipped, and far enough ahead for
// twenty biweekly ones.
const BACK = { days: 65 };
const AHEAD = { days: 300 };
const PAGE_SIZE = 250;
const MAX_PAGES = 40;
const TIMEOUT_MS = 10_000;

/** Reads the shared calendar through `events.list`: all pages of the window, with cancelled events. */
export function googleCalendar(
  access: GoogleAccess,
  rootUrl: string | undefined,
  group: Group,
  logger: Logger,
): CalendarSource {
  const client = calendar({
    version: 'v3',
    auth: authorization(access),
    timeout: TIMEOUT_MS,
    ...(rootUrl !== undefined && { rootUrl }),
  });
  let warned = new Set<string>();

  function warnOnce(malformed: readonly Malformed[]): void {
    for (const { id, reason } of malformed) {
      if (!warned.has(id)) logger.warn({ eventId: id, reason }, 'calendar event skipped');
    }
    warned = new Set(malformed.map(({ id }) => id));
  }

  return {
    async read(now, known) {
      const { items, zone } = await listEvents(client, group.calendar.id, now);
      const regular = group.regularMeeting;
      const around = { regular, known, zone: zone ?? regular.zone, joinHosts: group.joinHosts };
      const { meetings, malformed, withheld } = meetingsFromEvents(items, around);
      warnOnce(malformed);
      const unreadable = new Set([...malformed.map(({ id }) => id), ...withheld]);
      return { meetings, unreadable, readAt: now };
    },
  };
}

async function listEvents(client: calendar_v3.Calendar, calendarId: string, now: DateTime<true>) {
  const items: unknown[] = [];
  let zone: string | undefined;
  let pageToken: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await listPage(client, {
      calendarId,
      singleEvents: true,
      orderBy: 'startTime',
      showDeleted: true,
      timeMin: now.minus(BACK).toUTC().toISO() ?? '',
      timeMax: now.plus(AHEAD).toUTC().toISO() ?? '',
      maxResults: PAGE_SIZE,
      fields: FIELDS,
      ...(pageToken !== undefined && { pageToken }),
    });
    items.push(...page.items);
    zone ??= page.timeZone;
    pageToken = page.nextPageToken ?? undefined;
    if (pageToken === undefined) return { items, zone };
  }
  throw new UpstreamError('Google Calendar sent more pages than any group’s calendar could have', {
    kind: 'unavailable',
  });
}

async function listPage(
  client: calendar_v3.Calendar,
  query: calendar_v3.Params$Resource$Events$List & { calendarId: string },
) {
  const { data } = await client.events.list(query).catch((error: unknown) => {
    throw googleError(error, query.calendarId);
  });
  const page = eventsPageSchema.safeParse(data);
  if (page.success) return page.data;
  // A proxy's error page, or a truncated response.
  throw new UpstreamError('Google Calendar answered with something that is not a list of events', {
    kind: 'unavailable',
  });
}
