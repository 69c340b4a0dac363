import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reply } from '../../sandbox/http.ts';
import type { ApiCall } from '../../sandbox/slack/server.ts';
import { startTcpProxy } from '../../sandbox/tcp-proxy.ts';
import { CHANNEL, startServices } from '../../sandbox/world.ts';
import { startBotProcess } from '../support/process.ts';
import { keysIn } from '../support/reliability.ts';
import { postgresServer, type StoreServer } from '../support/stores.ts';
import { event } from '../support/world.ts';

const DUE = process.env.SOAK ? 5000 : 500;
const REFUSED = { status: 200, body: { ok: false, error: 'not_in_channel' } };
const clock = { now: () => DateTime.utc() };
let server: StoreServer;
beforeAll(async () => {
  server = await postgresServer();
});
afterAll(() => server.stop());

it(`three replicas post each of ${DUE} reminders once, although one is killed, the database is cut off and posts are refused`, {
  timeout: 600_000,
}, async () => {
  const begin = clock.now().plus({ minutes: 40 }).toISO({ includeOffset: false }) ?? '';
  const events = Array.from({ length: DUE }, (_, n) =>
    event(`due${n}`, begin, { summary: `Meeting ${n}` }, 'utc'),
  );
  // Slack's own rate would make this a test of waiting.
  let refusing = false;
  const fault = async ({ method }: ApiCall, run: () => Reply) =>
    refusing && method === 'chat.postMessage' ? REFUSED : run();
  const slack = { postsAMinute: Number.POSITIVE_INFINITY, fault };
  const services = await startServices({ clock, events, slack });
  const database = new URL((await server.create()).url);
  const proxy = await startTcpProxy({ port: Number(database.port) });
  database.port = String(proxy.port);
  const keys = () => keysIn(services.slack.workspace.messages(CHANNEL));
  const env = {
    ...services.env,
    DATABASE_URL: database.href,
    REMINDER_CRON: '* * * * * *',
    LOG_LEVEL: 'warn',
  };
  const start = (ahead: number) => startBotProcess(env, ahead);
  // The clocks of the second and the third differ by half a minute.
  const bots = [start(0), start(-15), start(15)];
  try {
    await expect
      .poll(() => keys().length, { timeout: 120_000, interval: 5 })
      .toBeGreaterThan(DUE / 5);
    await bots[1]?.end('SIGKILL');
    proxy.cut();
    await sleep(1_000);
    proxy.restore();
    refusing = true;
    await sleep(1_000);
    refusing = false;
    expect(keys().length).toBeLessThan(DUE);
    await expect.poll(() => keys().length, { timeout: 400_000 }).toBeGreaterThanOrEqual(DUE - 1);
    await Promise.all(bots.map((bot) => bot.end()));
    // What the killed one held is posted when its lease expires, which is sooner for a clock that is ahead.
    bots.push(start(150));
    await expect.poll(() => keys().length, { timeout: 60_000 }).toBe(DUE);
    await bots[3]?.ticks(1);
    expect(new Set(keys()).size).toBe(DUE);
    expect(keys()).toHaveLength(DUE);
  } finally {
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    await services.close();
    await proxy.close();
  }
});
