import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { Faults } from '../../sandbox/faults.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { startServices } from '../../sandbox/world.ts';
import { parseConfig } from '../../src/config/config.ts';
import { peopleAudience } from '../../src/reminders/audience.ts';
import { DELIVERY } from '../../src/reminders/destination.ts';
import { reconciler } from '../../src/reminders/reconcile.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { slackPoster } from '../../src/slack/poster.ts';
import { at, meeting, PACIFIC, readCalendar, silent } from '../support/build.ts';
import { engineTools, memoryStore } from '../support/engine.ts';

const one = meeting('2026-12-02T09:00');
const LEAD = 15;

/** Minutes' runs of the job, as cron starts them; the clock goes on as the job waits. */
async function liveUntil(end: DateTime<true>, count: number, faults: Faults) {
  const clock = manualClock(at('2026-12-02T08:00'));
  const fault = ({ method }: { method: string }, run: Parameters<Faults['apply']>[1]) =>
    faults.apply(method, run);
  const services = await startServices({ clock, events: [], slack: { fault } });
  const { workspace } = services.slack;
  const { ledgers, subscriptions } = await memoryStore();
  for (let n = 0; n < count; n += 1) {
    const userId = `U${String(n).padStart(6, '0')}`;
    workspace.addUser({ id: userId, name: userId, zone: PACIFIC });
    await subscriptions.set({ userId, about: undefined, leadTimes: [LEAD] });
  }
  const { slack } = parseConfig(services.env);
  const poster = slackPoster(singleTryClient(slack, silent), BOT.userId);
  const engine = reconciler(
    peopleAudience(subscriptions, (about) => [about]),
    {
      ...engineTools({ ledger: ledgers.person, poster, clock }),
      async wait(ms) {
        clock.set(clock.now().plus({ milliseconds: ms }));
      },
    },
  );
  while (clock.now() < end) {
    while ((await engine.reconcile(readCalendar([one], clock.now()))) === 'more');
    clock.set(clock.now().plus({ minutes: 1 }).startOf('minute'));
  }
  const sent = workspace.messages().filter(({ isBot }) => isBot);
  const refusals = services.slack.calls.length - sent.length;
  await services.close();
  return { sent, refusals };
}

function timeOf({ ts }: { ts: string }): DateTime {
  return DateTime.fromSeconds(Math.floor(Number(ts)));
}

it('200 people get one message each, before the start, within the rate of Slack', async () => {
  const count = 200;
  const { sent, refusals } = await liveUntil(at('2026-12-02T09:10'), count, new Faults());
  expect(sent).toHaveLength(count);
  expect(new Set(sent.map(({ channel }) => channel)).size).toBe(count);
  expect(refusals, 'refused for their rate').toBe(0);
  const times = sent.map((message) => timeOf(message).toMillis());
  expect(Math.max(...times), 'the last comes as long before as was asked').toBeLessThanOrEqual(
    one.start.minus({ minutes: LEAD - 1 }).toMillis(),
  );
  const queueMs = count * DELIVERY.person.paceMs;
  const early = one.start.minus({ minutes: LEAD + 1, milliseconds: queueMs }).toMillis();
  expect(Math.min(...times), 'the first comes no earlier than it must').toBeGreaterThan(early);
});

it('a limit that Slack sets is kept, and nobody is reminded after the start', async () => {
  const faults = new Faults();
  faults.add({ on: 'chat.postMessage', kind: 'rate limited', count: 3 });
  const { sent, refusals } = await liveUntil(at('2026-12-02T09:10'), 40, faults);
  expect(sent).toHaveLength(40);
  expect(refusals).toBe(3);
  for (const message of sent) expect(timeOf(message) < one.start).toBe(true);
});

it('those whose answers were lost do not keep the others waiting', async () => {
  const faults = new Faults();
  faults.add({ on: 'chat.postMessage', kind: 'dropped after', count: 150 });
  const { sent } = await liveUntil(at('2026-12-02T09:10'), 300, faults);
  expect(sent).toHaveLength(300);
  expect(new Set(sent.map(({ channel }) => channel)).size).toBe(300);
  const last = Math.max(...sent.map((message) => timeOf(message).toMillis()));
  expect(last).toBeLessThan(one.start.minus({ minutes: LEAD - 2 }).toMillis());
}, 60_000);

it('a lost answer is looked for in the direct messages, and nothing comes twice', async () => {
  const faults = new Faults();
  faults.add({ on: 'chat.postMessage', kind: 'dropped after', count: 2 });
  const { sent } = await liveUntil(at('2026-12-02T09:10'), 3, faults);
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ channel }) => channel)).size).toBe(3);
});
