import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { keepKnown } from '../calendar/known-meetings.ts';
import type { CalendarSource } from '../calendar/ports.ts';
import { inSlices } from '../concurrency/steps.ts';
import { UpstreamError } from '../errors.ts';
import { authorization, type GoogleAccess } from './access.ts';
import type { Published } from './cancelled.ts';
import { eventsPageSchema, FIELDS } from './event.ts';
import { googleError } from './failure.ts';
import { malformedLog, unreadableIds } from './malformed.ts';
import { readEvents } from './meetings.ts';
import { readingWindow } from './reading-window.ts';

const PAGE_SIZE = 250;
const MAX_PAGES = 40;
const TIMEOUT_MS = 10_000;

/** Reads a calendar through `events.list`: all pages of the window, with cancelled events. */
export function googleCalendar(
  access: GoogleAccess,
  rootUrl: string | undefined,
  calendarId: string,
  published: Published,
  logger: Logger,
): CalendarSource {
  const client = calendar({
    version: 'v3',
    auth: authorization(access),
    timeout: TIMEOUT_MS,
    ...(rootUrl !== undefined && { rootUrl }),
  });
  const warnOnce = malformedLog(logger);

  return {
    async read(now, known) {
      const { items, zone } = await listEvents(client, calendarId, now);
      const read = await inSlices(readEvents(items, { published, zone, known }));
      warnOnce(read.malformed);
      const meetings = await inSlices(keepKnown(read.meetings, known));
      return { meetings, unreadable: unreadableIds(read), readAt: now, source: 'api' };
    },
  };
}

async function listEvents(client: calendar_v3.Calendar, calendarId: string, now: DateTime<true>) {
  const items: unknown[] = [];
  const { from, to } = readingWindow(now);
  let zone: string | undefined;
  let pageToken: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await listPage(client, {
      calendarId,
      singleEvents: true,
      orderBy: 'startTime',
      showDeleted: true,
      timeMin: from.toUTC().toISO(),
      timeMax: to.toUTC().toISO(),
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
