import type { DateTime } from 'luxon';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { calendarFindings, noCalendarFinding, unreadCalendarFinding } from '../checks/calendar.ts';
import { reminderFindings, retiredFinding } from '../checks/reminders.ts';
import { googleAccess, storeLocation } from '../config/config.ts';
import type { UsableSettings } from '../config/usable-settings.ts';
import { SetupError } from '../errors.ts';
import type { GoogleAccess } from '../google/access.ts';
import { googleFeed } from '../google/feed/source.ts';
import { googleCalendar } from '../google/source.ts';
import { retirementOf } from '../group/lookup.ts';
import type { PlacedGroup } from '../group/placement.ts';
import { calendarIds } from '../group/published-meetings.ts';
import type { Group } from '../group/schema.ts';
import { silentLogger } from '../logger.ts';
import { channelAudience } from '../reminders/audience.ts';
import type { Ledger } from '../reminders/ports.ts';
import { upcomingReminders } from '../reminders/upcoming-reminders.ts';
import { openStoreForReading } from '../store/open.ts';
import { type Checked, skipped } from './check.ts';

const ABOUT = 'Calendar';
const KEYS = ['GOOGLE_API_KEY', 'GOOGLE_APPLICATION_CREDENTIALS', 'GOOGLE_API_ROOT_URL'];
const EMPTY: Pick<Ledger, 'states' | 'posted'> = {
  states: async () => new Map(),
  posted: async () => [],
};

/** Reads the calendar once. */
export async function checkCalendar(
  { values, wrong }: UsableSettings,
  group: Group | undefined,
  now: DateTime<true>,
): Promise<Checked<CalendarSnapshot>> {
  if (!group) return skipped(ABOUT, 'a group file, which names it');
  const ids = calendarIds(group);
  if (ids.length === 0) return { findings: [noCalendarFinding(group)] };
  const wrongKey = KEYS.find((name) => wrong.has(name));
  if (wrongKey !== undefined) return skipped(ABOUT, `a right ${wrongKey}`);
  const google = googleAccess(values);
  try {
    const rootUrl = values.GOOGLE_API_ROOT_URL;
    // Not through the feed if the API fails: the doctor shows what is wrong with the settings.
    const read = (id: string) =>
      google
        ? googleCalendar(google, rootUrl, id, group, silentLogger).read(now, [])
        : googleFeed(rootUrl, id, group, silentLogger).read(now, []);
    const value = together(await Promise.all(ids.map(read)), now);
    const findings = calendarFindings(value, sourceName(google), group, now);
    return { findings, value };
  } catch (error) {
    if (error instanceof SetupError) {
      return { findings: error.problems.map((says) => ({ kind: 'fatal', about: ABOUT, says })) };
    }
    return { findings: [unreadCalendarFinding(error)] };
  }
}

function together(all: readonly CalendarSnapshot[], now: DateTime<true>): CalendarSnapshot {
  return {
    meetings: all.flatMap(({ meetings }) => meetings),
    unreadable: new Set(all.flatMap(({ unreadable }) => [...unreadable])),
    readAt: now,
    source: all[0]?.source ?? 'feed',
  };
}

function sourceName(google: GoogleAccess | undefined): string {
  switch (google?.kind) {
    case 'api key':
      return 'the Google Calendar API, with GOOGLE_API_KEY';
    case 'credentials file':
      return 'the Google Calendar API, with GOOGLE_APPLICATION_CREDENTIALS';
    case undefined:
      return 'its public feed';
  }
}

/** What the bot would post next in the channel. */
export async function checkReminders(
  { values }: UsableSettings,
  placed: PlacedGroup | undefined,
  snapshot: CalendarSnapshot | undefined,
  now: DateTime<true>,
): Promise<Checked<never>> {
  const about = 'Next reminders';
  const { REMINDER_LEADS: leads, DATABASE_URL: url } = values;
  if (!placed || !snapshot) return skipped(about, 'a calendar that can be read');
  const { group, places } = placed;
  if (retirementOf(group)) return { findings: [retiredFinding(group)] };
  const channel = places.reminders;
  if (channel === undefined || leads === undefined) return skipped(about, 'the settings for them');
  const store = url === undefined ? undefined : await readableStore(url);
  try {
    const ledger = store?.forGroup(group.id).ledgers.channel ?? EMPTY;
    const audience = channelAudience(channel, leads);
    const upcoming = await upcomingReminders(audience, snapshot, ledger, now);
    return { findings: reminderFindings(upcoming, channel, group.zone, now) };
  } finally {
    await store?.close();
  }
}

/** A store that can't be read is the finding of another check. */
async function readableStore(url: string) {
  const location = storeLocation(url);
  return openStoreForReading(location).catch(() => undefined);
}
