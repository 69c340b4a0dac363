import type { Logger } from 'pino';
import type { CalendarSource } from '../calendar/ports.ts';
import type { GoogleAccess } from './access.ts';
import type { Published } from './cancelled.ts';
import { eitherSource } from './either-source.ts';
import { googleFeed } from './feed/source.ts';
import { googleCalendar } from './source.ts';

/** How the calendar is reached. */
export interface GoogleSettings {
  /** If absent, the calendar is read through its public feed alone. */
  readonly access: GoogleAccess | undefined;
  /** Replaces Google's own servers. */
  readonly rootUrl: string | undefined;
}

/** A calendar of a group: through the API if there is access to it, and through the public feed. */
export function calendarSource(
  { access, rootUrl }: GoogleSettings,
  calendarId: string,
  published: Published,
  logger: Logger,
): CalendarSource {
  const feed = googleFeed(rootUrl, calendarId, published, logger);
  if (access === undefined) return feed;
  return eitherSource(googleCalendar(access, rootUrl, calendarId, published, logger), feed, logger);
}
