import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { FAULT_KINDS, Faults } from '../../sandbox/faults.ts';
import { googleError, startLocalGoogle } from '../../sandbox/google/server.ts';
import type { Reply } from '../../sandbox/http.ts';
import { startLocalSlack, TOKENS } from '../../sandbox/slack/server.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { cachedCalendar } from '../../src/calendar/cached-calendar.ts';
import { googleCalendar } from '../../src/google/source.ts';
import { problemList } from '../../src/problems.ts';
import { channelAudience } from '../../src/reminders/audience.ts';
import { reconciler } from '../../src/reminders/reconcile.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { slackPoster } from '../../src/slack/poster.ts';
import { openStore } from '../../src/store/open.ts';
import { at, group, meeting, memoryLogger, PACIFIC, shippedCalendar } from '../support/build.ts';
import { engineTools } from '../support/engine.ts';
import { keysIn } from '../support/reliability.ts';
import { event } from '../support/world.ts';

const START = '2026-12-02T08:50';
// A hang takes as long as the client waits, so only the full run includes them.
const kinds = FAULT_KINDS.filter((kind) => process.env.SOAK || !kind.startsWith('hang'));

/** The posting job with the real client and a faulty Slack. */
async function posting(faults: Faults) {
  const clock = manualClock(at(START));
  const slack = await startLocalSlack({
    clock,
    fault: ({ method }, run) => faults.apply(method, run),
  });
  slack.workspace.addChannel('C1', 'wg-serving', [BOT.userId]);
  const { logger } = memoryLogger();
  const store = await openStore({ kind: 'sqlite', path: ':memory:' }, 'wg');
  const client = singleTryClient({ botToken: TOKENS.bot, apiUrl: slack.apiUrl }, logger);
  const { ledgers } = store.forGroup('wg');
  const parts = { ledger: ledgers.channel, poster: slackPoster(client, BOT.userId), clock };
  const tools = engineTools(parts, logger);
  const engine = reconciler(channelAudience('C1', [10]), tools);
  return {
    problems: tools.problems,
    texts: () => slack.workspace.messages('C1').map(({ text }) => text),
    keys: () => keysIn(slack.workspace.messages('C1')),
    async run(minute: number, changes = {}) {
      const now = at(START).plus({ minutes: minute });
      clock.set(now);
      const meetings = [meeting('2026-12-02T09:00', changes)];
      await engine.reconcile({ meetings, unreadable: new Set(), readAt: now, source: 'api' });
    },
    async close() {
      await store.close();
      await slack.close();
    },
  };
}

describe('a reminder is there once', () => {
  it.each(kinds.flatMap((kind) => [1, 2].map((count) => ({ kind, count }))))(
    'when $count posts end in “$kind”',
    async ({ kind, count }) => {
      const faults = new Faults();
      const bot = await posting(faults);
      faults.add({ on: 'chat.postMessage', kind, count });
      for (let minute = 0; minute < 10; minute += 1) await bot.run(minute);
      expect(bot.keys()).toHaveLength(1);
      await bot.close();
    },
    60_000,
  );

  it.each(kinds)(
    'when the look into the channel ends in “%s”',
    async (kind) => {
      const faults = new Faults();
      const bot = await posting(faults);
      faults.add({ on: 'chat.postMessage', kind: 'dropped after', count: 1 });
      faults.add({ on: 'conversations.history', kind, count: 2 });
      for (let minute = 0; minute < 10; minute += 1) await bot.run(minute);
      expect(bot.keys()).toHaveLength(1);
      await bot.close();
    },
    60_000,
  );
});

it.each(kinds)(
  'a message becomes true though its edits end in “%s”',
  async (kind) => {
    const faults = new Faults();
    const bot = await posting(faults);
    await bot.run(0);
    faults.add({ on: 'chat.update', kind, count: 2 });
    for (let minute = 1; minute < 10; minute += 1) await bot.run(minute, { status: 'cancelled' });
    expect(bot.texts()[0]).toMatch(/^Cancelled:/);
    expect(bot.keys()).toHaveLength(2);
    await bot.close();
  },
  60_000,
);

describe('the calendar’s copy stays, and its age is known', () => {
  const list = { kind: 'calendar#events', items: [] };
  const broken: [string, (run: () => Reply, page: string | null) => Reply][] = [
    ['401', () => googleError(401, 'authError', 'Invalid Credentials')],
    ['403', () => googleError(403, 'forbidden', 'Forbidden')],
    ['403 for the rate', () => googleError(403, 'rateLimitExceeded', 'Rate Limit Exceeded')],
    ['404', () => googleError(404, 'notFound', 'Not Found')],
    ['410', () => googleError(410, 'deleted', 'Gone')],
    [
      'an HTML page',
      () => ({ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }),
    ],
    ['half a JSON text', () => ({ status: 200, body: JSON.stringify(list).slice(0, 20) })],
    [
      'pages that fail half way',
      (run, page) => (page === null ? run() : googleError(404, 'notFound', 'x')),
    ],
  ];

  it.each(broken)('when Google answers with %s', async (_, spoil) => {
    let faulty = false;
    const events = Array.from({ length: 300 }, (_, n) =>
      event(`e${n}`, '2026-12-02T09:00', { summary: `m${n}` }),
    );
    const { id } = shippedCalendar();
    const google = await startLocalGoogle({
      calendarId: id,
      apiKey: 'key',
      zone: PACIFIC,
      events,
      fault: (url, run) => (faulty ? spoil(run, url.searchParams.get('pageToken')) : run()),
    });
    const { logger } = memoryLogger();
    const store = await openStore({ kind: 'sqlite', path: ':memory:' }, 'wg');
    const source = googleCalendar(
      { kind: 'api key', key: 'key' },
      google.rootUrl,
      id,
      group(),
      logger,
    );
    const calendar = await cachedCalendar('cal', source, store.forGroup('wg').calendarSnapshots, {
      journal: logger,
      problems: problemList(logger),
      onSnapshot: async () => {},
    });
    await calendar.refresh(at(START));
    const good = calendar.state();
    faulty = true;
    await calendar.refresh(at(START).plus({ minutes: 5 }));
    expect(calendar.state()).toEqual({ ...good, failing: true });
    faulty = false;
    await calendar.refresh(at(START).plus({ minutes: 10 }));
    expect(calendar.state()).toMatchObject({
      failing: false,
      readAt: at(START).plus({ minutes: 10 }),
    });
    await store.close();
    await google.close();
  });
});
