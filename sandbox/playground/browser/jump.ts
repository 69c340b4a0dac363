import { DateTime } from 'luxon';
import type { Bot } from '../../../src/app/bot.ts';
import { isTimed, stands } from '../../../src/calendar/meeting.ts';
import { upcoming } from '../../../src/calendar/schedule.ts';
import type { ManualClock } from '../../clock.ts';
import type { Jump } from './act.ts';

const MAX_JUMP = { days: 90 };
// A bot that ran all the time would know what changed since the clock was moved.
const READS_BEFORE = { minutes: 10 };
// Posts come one after another; more than this in one jump means a broken calendar.
const MAX_STEPS = 500;

/**
 * Moves the clock. What is due on the way is posted at its own time. Fails with an Error whose
 * message is for the user.
 */
export async function jump(to: Jump, bot: Bot, clock: ManualClock, zone: string): Promise<void> {
  const now = clock.now();
  const target = await targetOf(to, bot, now, zone);
  if (target <= now) {
    throw new Error('The clock only moves forward. Restart the playground to go back.');
  }
  if (target > now.plus(MAX_JUMP)) throw new Error('A jump can be at most 90 days.');
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const [next] = (await bot.upcoming()).filter(({ at }) => at > clock.now() && at <= target);
    if (!next) break;
    const before = next.at.minus(READS_BEFORE);
    if (before > clock.now()) {
      clock.set(before);
      await bot.runJobs();
    }
    clock.set(next.at);
    await bot.runJobs();
  }
  clock.set(target);
  await bot.runJobs();
}

async function targetOf(
  to: Jump,
  bot: Bot,
  now: DateTime<true>,
  zone: string,
): Promise<DateTime<true>> {
  switch (to.kind) {
    case 'minutes':
      return now.plus({ minutes: to.minutes });
    case 'moment':
      return validMoment(to.at);
    case 'next post': {
      const [next] = (await bot.upcoming()).filter(({ at }) => at > now);
      if (!next) throw new Error('No post is ahead: the calendar has no meeting for a reminder.');
      return next.at;
    }
    case 'meeting start':
      return firstAfter(
        now,
        startsAndEnds(bot, now, zone).map(({ start }) => start),
      );
    case 'meeting end':
      return firstAfter(
        now,
        startsAndEnds(bot, now, zone).map(({ end }) => end),
      );
  }
}

function startsAndEnds(bot: Bot, now: DateTime<true>, zone: string) {
  const calendar = bot.calendar();
  const meetings = calendar.kind === 'read' ? upcoming(calendar.meetings, now, zone) : [];
  return meetings.filter(isTimed).filter(stands);
}

function firstAfter(now: DateTime, moments: readonly DateTime<true>[]): DateTime<true> {
  const next = moments.find((moment) => moment > now);
  if (!next) throw new Error('The bot knows of no upcoming meeting.');
  return next;
}

function validMoment(at: number): DateTime<true> {
  const moment = DateTime.fromMillis(at);
  if (!moment.isValid) throw new Error('This is not a valid date and time.');
  return moment;
}
