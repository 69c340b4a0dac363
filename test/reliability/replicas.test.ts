import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHANNEL, startServices } from '../../sandbox/world.ts';
import { startBotProcess } from '../support/process.ts';
import { keysIn } from '../support/reliability.ts';
import { postgresServer, type StoreServer } from '../support/stores.ts';
import { event } from '../support/world.ts';

const DUE = process.env.SOAK ? 5000 : 500;
const clock = { now: () => DateTime.utc() };
let server: StoreServer;
beforeAll(async () => {
  server = await postgresServer();
});
afterAll(() => server.stop());

it(`three replicas, one stopped half way, post each of ${DUE} reminders once`, {
  timeout: 600_000,
}, async () => {
  const begin = clock.now().plus({ minutes: 40 }).toISO({ includeOffset: false }) ?? '';
  const events = Array.from({ length: DUE }, (_, n) =>
    event(`due${n}`, begin, { summary: `Meeting ${n}` }, 'utc'),
  );
  // Slack's own rate would make this a test of waiting.
  const slack = { postsAMinute: Number.POSITIVE_INFINITY };
  const services = await startServices({ clock, events, slack });
  const { url } = await server.create();
  const keys = () => keysIn(services.slack.workspace.messages(CHANNEL));
  const env = {
    ...services.env,
    DATABASE_URL: url,
    REMINDER_CRON: '* * * * * *',
    LOG_LEVEL: 'warn',
  };
  const start = (ahead: number) =>
    startBotProcess({ ...env, CLOCK_AHEAD_SECONDS: String(ahead) }, 'test/support/clocked-bot.ts');
  // The clocks of the second and the third differ by half a minute.
  const bots = [start(0), start(-15), start(15)];
  try {
    await expect
      .poll(() => keys().length, { timeout: 120_000, interval: 5 })
      .toBeGreaterThan(DUE / 5);
    await bots[1]?.end('SIGKILL');
    expect(keys().length).toBeLessThan(DUE);
    await expect.poll(() => keys().length, { timeout: 400_000 }).toBeGreaterThanOrEqual(DUE - 1);
    await Promise.all(bots.map((bot) => bot.end()));
    // What the killed one held comes when its lease is over, which a clock that is ahead need not wait for.
    bots.push(start(150));
    await expect.poll(() => keys().length, { timeout: 60_000 }).toBe(DUE);
    await bots[3]?.ticks(1);
    expect(new Set(keys()).size).toBe(DUE);
    expect(keys()).toHaveLength(DUE);
  } finally {
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    await services.close();
  }
});
