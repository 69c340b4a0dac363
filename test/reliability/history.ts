import { seeded } from '../../sandbox/random.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { ROUTES } from './calendar-routes.ts';
import { type Faults, type FrailSlack, frailSlack } from './frail-slack.ts';
import {
  type CalendarsAt,
  GROUPS,
  type HistoryPlan,
  isIn,
  minuteOf,
  planHistory,
  type Reader,
  type Size,
} from './history-plan.ts';
import { replica } from './replica.ts';

/** After an event, every minute is run for this long. */
const BUSY_MINUTES = 18;

/** Everything that happened in one history, for the model to judge. */
export interface History {
  readonly readers: readonly Reader[];
  readonly calendars: readonly CalendarsAt[];
  readonly slack: FrailSlack;
  /** Minutes that were run with nothing in the bot's way. */
  readonly healthy: ReadonlySet<number>;
  readonly minutes: number;
}

/** Runs the real engine for two groups through weeks of edits, faults and crashes that follow from the seed. */
export async function runHistory(seed: number, size: Size): Promise<History> {
  const random = seeded(seed);
  const plan = planHistory(random, ROUTES[seed % ROUTES.length] ?? 'api', size);
  const store = await openStore({ kind: 'sqlite', path: ':memory:' }, GROUPS[0]);
  await subscribe(plan.readers, store);
  const slack = frailSlack();
  const faults: Faults = { active: false, refusing: false, random };
  let truth = plan.edits[0];
  const parts = {
    plan,
    store,
    slack,
    faults,
    truth: (groupId: Reader['groupId']) => truth?.meetings[groupId] ?? [],
    random,
  };
  const replicas = await Promise.all(
    Array.from({ length: plan.replicas }, (_, n) => replica(n, parts)),
  );
  const healthy = new Set<number>();
  const minutes = size.days * 1440;

  for (let minute = 0, busyUntil = BUSY_MINUTES; minute < minutes; ) {
    truth = plan.edits.findLast((edit) => edit.minute <= minute);
    faults.active = plan.faults.some((span) => isIn(span, minute));
    faults.refusing = plan.refusals.some((span) => isIn(span, minute));
    const interesting = interestingMinutes(plan, truth);
    if (interesting.has(minute)) busyUntil = minute + BUSY_MINUTES;
    for (const one of replicas) {
      if (plan.crashes && faults.active && random() < 0.15) one.doom();
      await one.run(minute);
    }
    const undisturbed = !faults.active && !faults.refusing;
    if (undisturbed && replicas.some((one) => one.isCurrent(minute))) healthy.add(minute);
    minute = minute < busyUntil ? minute + 1 : nextAfter(minute, interesting, minutes);
  }
  await store.close();
  return { readers: plan.readers, calendars: plan.edits, slack, healthy, minutes };
}

async function subscribe(readers: readonly Reader[], store: Store): Promise<void> {
  for (const { groupId, destination, about, leadTimes } of readers) {
    if (destination.kind === 'channel') continue;
    const { userId } = destination;
    await store.forGroup(groupId).subscriptions.set({ userId, about, leadTimes });
  }
}

const known = new WeakMap<CalendarsAt, Set<number>>();

/** The minutes in which something starts: an edit, a fault, a due reminder. */
function interestingMinutes(plan: HistoryPlan, truth: CalendarsAt | undefined): Set<number> {
  const before = truth && known.get(truth);
  if (before) return before;
  const meetings = truth ? Object.values(truth.meetings).flat() : [];
  const leadTimes = [...new Set(plan.readers.flatMap((reader) => reader.leadTimes))];
  const minutes = new Set([
    ...plan.edits.map(({ minute }) => minute),
    ...meetings.flatMap(({ start }) => leadTimes.map((lead) => minuteOf(start) - lead)),
    ...[...plan.faults, ...plan.refusals, ...plan.clockSteps].flatMap(({ from, to }) => [from, to]),
  ]);
  if (truth) known.set(truth, minutes);
  return minutes;
}

function nextAfter(minute: number, interesting: ReadonlySet<number>, end: number): number {
  return Math.min(end, ...[...interesting].filter((other) => other > minute));
}
