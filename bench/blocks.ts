import type { DateTime } from 'luxon';
import { ACTORS, CHANNEL } from '../sandbox/world.ts';
import { type Bound, reportBounds } from './goals.ts';
import { changed, withTownHall } from './large-calendar.ts';
import { type LargeTown, largeTown, NOW, type Population } from './large-town.ts';
import { print } from './report.ts';
import { type Watched, type WatchedBot, watchedBot } from './watched.ts';

const SIZE: Population = { groups: 35, events: 10_000, people: 10_000, oldPosts: 100_000 };
const MAX_BLOCKED_MS = 20;
// Ten thousand direct messages take an hour; this long is enough to see how they begin.
const POSTING_MS = 20_000;
const IDLE_MS = 3_000;
const ASKED = [
  'next-meeting',
  'next-meeting stream 07',
  'upcoming',
  'agenda',
  'recordings',
  'where is the autoscaling doc?',
];

/**
 * How long nobody else gets a turn in a large bot: 35 groups, one of them with 10,000 events, 10,000 people
 * with reminders and 100,000 old posts. Whether that is never longer than allowed.
 */
export async function blocks(): Promise<boolean> {
  const town = await largeTown(SIZE);
  const bot = watchedBot(town.env);
  // Until it is connected, it keeps nobody waiting.
  await bot.order({ do: 'start', at: NOW.toISO() });
  const noise = await idleMs(bot);
  const bounds: Bound[] = [];
  for await (const [what, seen] of largeWork(bot, town)) bounds.push(bound(what, seen, noise));
  await bot.end();
  await town.close();
  print('How long nobody else gets a turn, in a bot with 35 groups, 10,000 events, 10,000 people');
  print('and 100,000 old posts (time on the processor; noise: while it does nothing):');
  return reportBounds(bounds);
}

async function* largeWork(bot: WatchedBot, town: LargeTown): AsyncGenerator<[string, Watched]> {
  yield ['all jobs, and deleting the old posts', await bot.order(jobsAt(1))];
  yield ['all jobs, when nothing is new', await bot.order(jobsAt(6))];
  const { id: groupId, calendarId } = town.first;
  yield ['loading the copy of the calendar', await bot.order({ do: 'load', groupId, calendarId })];
  for (const text of ASKED) {
    const ask = () => town.slack.slash(ACTORS.member.id, CHANNEL, `/wg-serving ${text}`);
    yield [`the first answer to “${text}”`, await bot.during(ask)];
  }
  yield ['the Home tab', await bot.during(() => town.slack.openHome(ACTORS.member.id))];
  town.setEvents(changed(town.events));
  yield ['all jobs, when all meetings have changed', await bot.order(jobsAt(11))];
  town.setEvents(withTownHall(town.events, minutes(40)));
  const due = { ...jobsAt(21), forMs: POSTING_MS };
  yield ['all jobs, when everybody is due a reminder', await bot.order(due)];
}

function jobsAt(after: number) {
  return { do: 'run jobs', at: minutes(after).toISO() } as const;
}

function minutes(after: number): DateTime<true> {
  return NOW.plus({ minutes: after });
}

async function idleMs(bot: WatchedBot): Promise<number> {
  const idle = () => new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  return (await bot.during(idle)).blockedMs;
}

function bound(what: string, { blockedMs }: Watched, noise: number): Bound {
  return { what, unit: 'ms', value: blockedMs, atMost: MAX_BLOCKED_MS, noise };
}
