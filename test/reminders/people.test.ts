import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { Faults } from '../../sandbox/faults.ts';
import type { Reply } from '../../sandbox/http.ts';
import type { ApiCall } from '../../sandbox/slack/server.ts';
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

/** Runs the job every minute, like cron; the clock advances while the job waits. */
async function liveUntil(
  end: DateTime<true>,
  count: number,
  faults: Faults,
  atMinute: (now: DateTime<true>) => void = () => {},
) {
  const clock = manualClock(at('2026-12-02T08:00'));
  const fault = ({ method, params }: ApiCall, run: () => Reply) =>
    faults.apply(method, run, params.channel);
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
  const tools = {
    ...engineTools({ ledger: ledgers.person, poster, clock }),
    async wait(ms: number) {
      clock.set(clock.now().plus({ milliseconds: ms }));
    },
  };
  const engine = reconciler(
    peopleAudience(subscriptions, (about) => [about]),
    tools,
  );
  const problems: string[] = [];
  while (clock.now() < end) {
    atMinute(clock.now());
    while ((await engine.reconcile(readCalendar([one], clock.now()))) === 'more');
    problems.push(...tools.problems.list().map(({ what }) => what));
    clock.set(clock.now().plus({ minutes: 1 }).startOf('minute'));
  }
  const kept = (await subscriptions.all()).length;
  const sent = workspace.messages().filter(({ isBot }) => isBot);
  const refusals = services.slack.calls.length - sent.length;
  await services.close();
  return { sent, refusals, kept, problems };
}

function timeOf({ ts }: { ts: string }): DateTime {
  return DateTime.fromSeconds(Math.floor(Number(ts)));
}

it('200 people get one message each, before the start, within Slack’s rate limit', async () => {
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

it.each([
  'messages_tab_disabled',
  'access_denied',
  'users_not_found',
  'user_not_found',
  'token_revoked',
])('an operator’s mistake that Slack calls %s costs nobody their reminders', async (error) => {
  const faults = new Faults();
  const off = [
    faults.add({ on: 'chat.postMessage', kind: { error } }),
    faults.add({ on: 'conversations.open', kind: { error } }),
  ];
  const mended = at('2026-12-02T08:50');
  const { sent, kept, problems } = await liveUntil(at('2026-12-02T09:10'), 20, faults, (now) => {
    if (now >= mended) for (const end of off) end();
  });
  expect(kept).toBe(20);
  expect(new Set(problems).size, 'one problem, told').toBe(1);
  expect(problems[0]).toContain(error);
  expect(sent, 'all get their message once it is mended').toHaveLength(20);
});

it('one person who left is paused, and the others get their messages', async () => {
  const faults = new Faults();
  faults.add({ on: 'chat.postMessage', kind: { error: 'user_disabled' }, to: /^U000003$/ });
  const fault = await liveUntil(at('2026-12-02T09:10'), 10, faults);
  expect(fault.sent).toHaveLength(9);
  expect(fault.kept).toBe(9);
  expect(fault.problems).toEqual([]);
});

it('Slack’s rate limits are respected, and nobody is reminded after the start', async () => {
  const faults = new Faults();
  faults.add({ on: 'chat.postMessage', kind: 'rate limited', count: 3 });
  const { sent, refusals } = await liveUntil(at('2026-12-02T09:10'), 40, faults);
  expect(sent).toHaveLength(40);
  expect(refusals).toBe(3);
  for (const message of sent) expect(timeOf(message) < one.start).toBe(true);
});

it('posts with lost responses do not delay the others', async () => {
  const faults = new Faults();
  faults.add({ on: 'chat.postMessage', kind: 'dropped after', count: 150 });
  const { sent } = await liveUntil(at('2026-12-02T09:10'), 300, faults);
  expect(sent).toHaveLength(300);
  expect(new Set(sent.map(({ channel }) => channel)).size).toBe(300);
  const last = Math.max(...sent.map((message) => timeOf(message).toMillis()));
  expect(last).toBeLessThan(one.start.minus({ minutes: LEAD - 2 }).toMillis());
});

it('after a lost response the direct messages are searched, and nothing is sent twice', async () => {
  const faults = new Faults();
  faults.add({ on: 'chat.postMessage', kind: 'dropped after', count: 2 });
  const { sent } = await liveUntil(at('2026-12-02T09:10'), 3, faults);
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ channel }) => channel)).size).toBe(3);
});
