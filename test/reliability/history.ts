import type { DateTime } from 'luxon';
import { manualClock } from '../../sandbox/clock.ts';
import { seeded } from '../../sandbox/random.ts';
import { cachedCalendar } from '../../src/calendar/cached-calendar.ts';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import { problemList } from '../../src/problems.ts';
import { keepPosts, noteCancellations } from '../../src/reminders/keep-posts.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { at, meeting, PACIFIC, silent } from '../support/build.ts';
import {
  type Channel,
  type Faults,
  type Mortality,
  memoryChannel,
  mortal,
  posterFor,
} from './frail.ts';

export const LEADS = [1440, 10];
const START = at('2026-12-01T00:00');
const DAYS = 21;
const MEETINGS = 6;
const REFRESH_MINUTES = 5;
/** After something happened, every minute is run for so long. */
const BUSY_MINUTES = 18;
const settings = { channel: 'C1', leads: LEADS, zone: PACIFIC };

/** The true calendar from one minute on. */
export interface CalendarAt {
  readonly minute: number;
  readonly meetings: readonly TimedMeeting[];
}

/** All that happened in one history, for the model to judge. */
export interface History {
  readonly calendars: readonly CalendarAt[];
  readonly channel: Channel;
  /** Minutes that were run in which nothing was in the bot's way. */
  readonly healthy: ReadonlySet<number>;
  readonly minutes: number;
}

interface Plan {
  readonly edits: readonly CalendarAt[];
  readonly faults: readonly { readonly from: number; readonly to: number }[];
  readonly replicas: number;
  readonly crashes: boolean;
}

export function moment(minute: number): DateTime<true> {
  return START.plus({ minutes: minute });
}

export function minuteOf(when: DateTime<true>): number {
  return Math.round(when.diff(START, 'minutes').minutes);
}

/** Runs the real jobs through weeks of edits, faults and crashes that follow from the seed. */
export async function runHistory(seed: number): Promise<History> {
  const random = seeded(seed);
  const plan = planHistory(random);
  const store = await openStore({ kind: 'sqlite', path: ':memory:' });
  const channel = memoryChannel();
  const faults: Faults = { active: false, random };
  let truth = plan.edits[0]?.meetings ?? [];
  const replicas = await Promise.all(
    Array.from({ length: plan.replicas }, (_, n) =>
      replica(n, store, channel, faults, () => truth, random),
    ),
  );
  const healthy = new Set<number>();
  const minutes = DAYS * 1440;

  for (let minute = 0, busyUntil = BUSY_MINUTES; minute < minutes; ) {
    for (const edit of plan.edits) {
      if (edit.minute === minute) truth = edit.meetings;
    }
    faults.active = plan.faults.some(({ from, to }) => minute >= from && minute < to);
    if (interesting(plan, truth).has(minute)) busyUntil = minute + BUSY_MINUTES;
    for (const one of replicas) {
      if (plan.crashes && faults.active && random() < 0.15) one.doom();
      await one.run(minute);
    }
    if (!faults.active && replicas.some((one) => one.isCurrent(minute, truth))) healthy.add(minute);
    minute = minute < busyUntil ? minute + 1 : nextInteresting(plan, truth, minute, minutes);
  }
  await store.close();
  return { calendars: plan.edits, channel, healthy, minutes };
}

const known = new WeakMap<readonly TimedMeeting[], Set<number>>();

function interesting(plan: Plan, truth: readonly TimedMeeting[]): Set<number> {
  const minutes = known.get(truth) ?? interestingMinutes(plan, truth);
  known.set(truth, minutes);
  return minutes;
}

function interestingMinutes(plan: Plan, truth: readonly TimedMeeting[]): Set<number> {
  const due = truth.flatMap(({ start }) => LEADS.map((lead) => minuteOf(start) - lead));
  return new Set([
    ...plan.edits.map(({ minute }) => minute),
    ...due,
    ...plan.faults.map((f) => f.from),
  ]);
}

function nextInteresting(plan: Plan, truth: readonly TimedMeeting[], after: number, end: number) {
  return Math.min(end, ...[...interesting(plan, truth)].filter((minute) => minute > after));
}

async function replica(
  number: number,
  store: Store,
  channel: Channel,
  faults: Faults,
  truth: () => readonly TimedMeeting[],
  random: () => number,
) {
  // Clocks of two replicas differ by up to half a minute.
  const skewSeconds = number * 15;
  let mortality: Mortality = { dead: false, stepsLeft: Number.POSITIVE_INFINITY };
  let downUntil = 0;
  let lastRefresh = Number.NEGATIVE_INFINITY;
  let reading: readonly TimedMeeting[] = [];
  const clock = manualClock(START);
  let living = await start();

  async function start() {
    mortality = { dead: false, stepsLeft: Number.POSITIVE_INFINITY };
    const ledger = mortal(store.ledger, mortality);
    const copies = mortal(store.calendarSnapshots, mortality);
    const source = {
      async read(now: DateTime<true>) {
        if (faults.active && random() < 0.3) throw new Error('Google is away');
        reading = truth();
        return { meetings: reading, unreadable: new Set<string>(), readAt: now };
      },
    };
    const problems = problemList(silent);
    const calendar = await cachedCalendar('cal', source, copies, {
      logger: silent,
      problems,
      onSnapshot: noteCancellations(ledger, settings.channel),
    });
    const poster = mortal(posterFor(channel, faults), mortality);
    const tools = { ledger, poster, problems, logger: silent, clock, random };
    return { calendar, tools };
  }

  return {
    /** Dies somewhere in the next few steps that it takes. */
    doom() {
      mortality.stepsLeft = Math.min(mortality.stepsLeft, Math.floor(random() * 8));
    },

    isCurrent: (minute: number, now: readonly TimedMeeting[]) =>
      minute >= downUntil && reading === now,

    async run(minute: number) {
      if (minute < downUntil) return;
      if (mortality.dead) {
        living = await start();
        lastRefresh = Number.NEGATIVE_INFINITY;
      }
      const now = moment(minute).plus({ seconds: skewSeconds });
      channel.now = now;
      clock.set(now);
      if (minute - lastRefresh >= REFRESH_MINUTES) {
        await living.calendar.refresh(now);
        lastRefresh = minute;
      }
      const state = living.calendar.state();
      if (state.kind === 'read') await keepPosts(state, settings, living.tools).catch(() => {});
      if (mortality.dead) downUntil = minute + 1 + Math.floor(random() * 6);
    },
  };
}

function planHistory(random: () => number): Plan {
  const below = (most: number) => Math.floor(random() * most);
  let meetings: readonly TimedMeeting[] = Array.from({ length: MEETINGS }, (_, n) =>
    meetingAt(n, moment((2 + n * 3) * 1440 + below(1440))),
  );
  const edits: CalendarAt[] = [{ minute: 0, meetings }];
  for (let edit = below(9), minute = 1440; edit > 0; edit -= 1) {
    const target = meetings[below(MEETINGS)];
    if (!target) continue;
    // Edits fall where they hurt: from two days before the meeting until its start.
    minute = Math.max(minute + 1, minuteOf(target.start) - below(2 * 1440));
    if (minute >= minuteOf(target.start)) continue;
    const changed = change(target, minute, random);
    meetings = meetings.map((other) => (other === target ? changed : other));
    edits.push({ minute, meetings });
  }
  const faults = meetings
    .flatMap(({ start }) => LEADS.map((lead) => minuteOf(start) - lead))
    .concat(edits.map(({ minute }) => minute))
    .filter(() => random() < 0.5)
    .map((minute) => {
      const from = minute - below(3);
      return { from, to: from + 1 + below(12) };
    });
  return { edits, faults, replicas: 1 + below(3), crashes: random() < 0.6 };
}

function meetingAt(n: number, start: DateTime<true>): TimedMeeting {
  const id = `m${n}`;
  return meeting(start.toISO(), {
    id,
    title: `Meeting ${n}`,
    start,
    end: start.plus({ hours: 1 }),
  });
}

function change(target: TimedMeeting, minute: number, random: () => number): TimedMeeting {
  switch (Math.floor(random() * 4)) {
    case 0: {
      const start = moment(minute + 5 + Math.floor(random() * 3 * 1440));
      return { ...target, start, end: start.plus({ hours: 1 }) };
    }
    case 1:
      return { ...target, title: `${target.title}'` };
    case 2:
      return { ...target, joinLink: `https://zoom.us/j/${Math.floor(random() * 1e6)}` };
    default:
      return { ...target, status: target.status === 'cancelled' ? 'confirmed' : 'cancelled' };
  }
}
