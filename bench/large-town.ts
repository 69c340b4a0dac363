import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DateTime } from 'luxon';
import { manualClock } from '../sandbox/clock.ts';
import { CHANNEL, ORGANIZERS, type Services, startServices } from '../sandbox/world.ts';
import { detailsOf } from '../src/calendar/meeting-details.ts';
import { valid } from '../src/calendar/moment.ts';
import { meetingsFromEvents } from '../src/google/meetings.ts';
import { loadGroup } from '../src/group/load.ts';
import type { Group } from '../src/group/schema.ts';
import { peopleAudience } from '../src/reminders/audience.ts';
import { DELIVERY } from '../src/reminders/destination.ts';
import { type DueReminder, planReminders } from '../src/reminders/plan.ts';
import { openStore } from '../src/store/open.ts';
import { addChannels, groupFolder, madeGroups, weeklyOf } from '../test/support/many-groups.ts';
import { type Event, largeCalendar, pageOf, seriesName, TOWN_HALL } from './large-calendar.ts';

/** How much there is of everything. */
export interface Population {
  readonly groups: number;
  /** In the calendar of the first group. */
  readonly events: number;
  /** Who want to be reminded of the first group's meetings. */
  readonly people: number;
  /** Messages about meetings that are long over. */
  readonly oldPosts: number;
}

export const NOW = valid(DateTime.fromISO('2026-12-01T12:00:00Z', { zone: 'utc' }));
const NO_LIMIT = 1_000_000;
const LEAD_TIMES = [1440, 60, 15];
const OLD = { days: 120 };

/** Groups with their channels and calendars, and a store for a bot of theirs. */
export interface LargeTown extends Services {
  /** Replaces the first group's calendar. */
  setEvents(events: readonly Event[]): void;
  readonly events: readonly Event[];
  readonly first: { readonly id: string; readonly calendarId: string };
}

export async function largeTown(size: Population): Promise<LargeTown> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-town-'));
  const others = madeGroups(size.groups - 1);
  const files = await groupFolder(others);
  const path = join(folder, 'bot.sqlite');
  let events: readonly Event[] = largeCalendar(size.events, NOW);
  const services = await startServices({
    clock: manualClock(NOW),
    events: [],
    slack: { postsAMinute: NO_LIMIT },
    google: {
      calendars: new Map(others.map((one) => [one.calendarId, weeklyOf(one)])),
      // The sandbox expands and sorts a calendar for each page.
      fault: (url, run) =>
        others.some(({ calendarId }) => isOf(url, calendarId))
          ? run()
          : (pageOf(url, events) ?? run()),
    },
    env: {
      SLACK_CHANNEL_ID: CHANNEL,
      ORGANIZERS_CHANNEL: ORGANIZERS,
      DATABASE_URL: `file:${path}`,
      COMMUNITY_CALENDAR: 'off',
    },
  });
  addChannels(services, others);
  for (let n = 0; n < size.people; n += 1) {
    services.slack.workspace.addUser({ id: `U${n}`, name: `member-${n}`, zone: 'Europe/Berlin' });
  }
  const first = await loadGroup(services.env.GROUPS);
  await fillStore(path, first, events, size);
  const own = services.env.GROUPS;
  return {
    ...services,
    env: { ...services.env, ...(others.length > 0 && { GROUPS: `${own},${files.path}` }) },
    events,
    first: { id: first.id, calendarId: first.calendar?.id ?? '' },
    setEvents(next) {
      events = next;
    },
    async close() {
      await services.close();
      await files.remove();
      await rm(folder, { recursive: true });
    },
  };
}

function isOf(url: URL, calendarId: string): boolean {
  return decodeURIComponent(url.pathname).includes(calendarId);
}

/** Everybody asked for one of the series, and for the town hall, and was told what is due already. */
async function fillStore(path: string, group: Group, events: readonly unknown[], size: Population) {
  const location = { kind: 'sqlite', path } as const;
  await (await openStore(location, group.id)).close();
  addSubscriptions(path, group.id, size.people);
  const store = await openStore(location, group.id);
  const { subscriptions, ledgers } = store.forGroup(group.id);
  const { meetings } = meetingsFromEvents(events, {
    published: group,
    zone: group.zone,
    known: [],
  });
  const audience = peopleAudience(subscriptions, (about) => [about]);
  const wanted = await audience.subscriptions();
  const { paceMs } = DELIVERY.person;
  const due = planReminders(wanted, audience.namesFor, meetings, paceMs, NOW);
  await ledgers.person.enqueue(due.map(toldAt(NOW)), NOW);
  await ledgers.person.enqueue(oldPosts(size.oldPosts), NOW);
  await store.close();
  const database = new DatabaseSync(path);
  database.exec(`UPDATE posts SET state = 'posted', channel = 'D1', ts = '1764590400.000100'`);
  database.close();
}

/** In one transaction: one for each of them takes minutes. */
function addSubscriptions(path: string, groupId: string, people: number): void {
  const database = new DatabaseSync(path);
  const insert = database.prepare(
    'INSERT INTO subscriptions (group_id, user_id, about, lead_times) VALUES (?, ?, ?, ?)',
  );
  database.exec('BEGIN');
  for (let n = 0; n < people; n += 1) {
    insert.run(groupId, `U${n}`, seriesName(n), JSON.stringify(LEAD_TIMES));
    insert.run(groupId, `U${n}`, TOWN_HALL, '[15]');
  }
  database.exec('COMMIT');
  database.close();
}

function toldAt(now: DateTime<true>) {
  return ({ key, destination, meeting, leadMinutes }: DueReminder) => ({
    notBefore: now,
    post: {
      kind: 'reminder',
      key,
      destination,
      leadMinutes,
      meetingId: meeting.id,
      details: detailsOf(meeting),
      asOf: now,
    } as const,
  });
}

/** What is left of reminders for a meeting long ago. */
function oldPosts(count: number) {
  const start = NOW.minus(OLD);
  const end = start.plus({ hours: 1 });
  const details = { title: 'A meeting', start, end, tentative: false, cancelled: false };
  return Array.from({ length: count }, (_, n) => ({
    notBefore: start,
    post: {
      kind: 'reminder',
      key: `dm/U${n}/reminder/old/15m`,
      leadMinutes: 15,
      destination: { kind: 'person', userId: `U${n}` },
      meetingId: 'old',
      details,
      asOf: start,
    } as const,
  }));
}
