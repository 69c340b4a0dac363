import { manualClock } from '../../sandbox/clock.ts';
import { compose, reminderRun } from '../../src/app/compose.ts';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import type { Group } from '../../src/group/schema.ts';
import { problemList } from '../../src/problems.ts';
import type { Store } from '../../src/store/open.ts';
import { group, silent } from '../support/build.ts';
import { readBy } from './calendar-routes.ts';
import { type Faults, type FrailSlack, posterFor } from './frail-slack.ts';
import { GROUPS, type GroupId, type HistoryPlan, isIn, moment, START } from './history-plan.ts';
import { type Mortality, mortal } from './mortal.ts';

const REFRESH_MINUTES = 5;
const FACTS: Group = group();

export interface ReplicaParts {
  readonly plan: HistoryPlan;
  readonly store: Store;
  readonly slack: FrailSlack;
  readonly faults: Faults;
  readonly truth: (groupId: GroupId) => readonly TimedMeeting[];
  readonly random: () => number;
}

/** One process of the bot, which may die and be restarted. */
export interface Replica {
  /** Dies within its next few steps. */
  doom(): void;
  /** Whether it runs and knows the true calendars. */
  isCurrent(minute: number): boolean;
  run(minute: number): Promise<void>;
}

export async function replica(number: number, parts: ReplicaParts): Promise<Replica> {
  const { random, truth, slack } = parts;
  // Clocks of two replicas differ by up to half a minute.
  const skewSeconds = number * 15;
  const clock = manualClock(START);
  let life: Mortality;
  let stepMinutes = 0;
  const hasWrongClock = () => stepMinutes !== 0;
  let bots = await start();
  let downUntil = 0;
  let lastRefresh = Number.NEGATIVE_INFINITY;

  function start() {
    life = { dead: false, stepsLeft: Number.POSITIVE_INFINITY };
    return Promise.all(
      GROUPS.map((groupId) => groupBot(groupId, life, clock, parts, hasWrongClock)),
    );
  }

  return {
    doom() {
      life.stepsLeft = Math.min(life.stepsLeft, Math.floor(random() * 12));
    },

    isCurrent: (minute) =>
      minute >= downUntil &&
      !hasWrongClock() &&
      bots.every(({ known, groupId }) => known() === truth(groupId)),

    async run(minute) {
      if (minute < downUntil) return;
      if (life.dead) {
        bots = await start();
        lastRefresh = Number.NEGATIVE_INFINITY;
      }
      const now = moment(minute).plus({ seconds: skewSeconds });
      const step = parts.plan.clockSteps.find((one) => one.replica === number && isIn(one, minute));
      stepMinutes = step?.byMinutes ?? 0;
      slack.now = now;
      clock.set(now.plus({ minutes: stepMinutes }));
      const refreshes = minute - lastRefresh >= REFRESH_MINUTES;
      if (refreshes) lastRefresh = minute;
      for (const bot of bots) {
        if (refreshes) await bot.calendar.refresh(clock.now());
        for (const run of bot.runs) await run().catch(() => {});
      }
      if (life.dead) downUntil = minute + 1 + Math.floor(random() * 6);
    },
  };
}

/** The bot of one group, wired like the real one, with a store and a Slack that die with it. */
async function groupBot(
  groupId: GroupId,
  life: Mortality,
  clock: ReturnType<typeof manualClock>,
  { plan, store, slack, faults, truth, random }: ReplicaParts,
  hasWrongClock: () => boolean,
) {
  let known: readonly TimedMeeting[] = [];
  const own = store.forGroup(groupId);
  const { ledgers, keptMessages, calendarSnapshots, subscriptions } = own;
  const channel = plan.readers.find(
    ({ destination, groupId: of }) => destination.kind === 'channel' && of === groupId,
  );
  const core = await compose({
    group: { ...FACTS, id: groupId },
    store: {
      ...own,
      ledgers: { channel: mortal(ledgers.channel, life), person: mortal(ledgers.person, life) },
      keptMessages: mortal(keptMessages, life),
      calendarSnapshots: mortal(calendarSnapshots, life),
      subscriptions: mortal(subscriptions, life),
    },
    calendars: [
      {
        id: 'calendar',
        source: {
          async read(now, before) {
            if (faults.active && random() < 0.3) throw new Error('Google is away');
            known = truth(groupId);
            const either = random() < 0.5 ? 'api' : 'feed';
            const route = plan.route === 'switching' ? either : plan.route;
            return readBy(route, known, [now, before], FACTS);
          },
        },
      },
    ],
    channelId: `C${groupId}`,
    leadTimes: channel?.leadTimes ?? [],
    clock,
    logger: silent,
    problems: problemList(silent),
  });
  const delivery = {
    poster: mortal(posterFor(slack, faults, hasWrongClock), life),
    stopping: new AbortController().signal,
    random,
    wait: async () => {},
  };
  const runs = [reminderRun('channel', core, delivery), reminderRun('person', core, delivery)];
  return { groupId, calendar: core.calendar, runs, known: () => known };
}
