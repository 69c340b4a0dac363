import { DateTime } from 'luxon';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reply } from '../../sandbox/http.ts';
import { ACTORS, CHANNEL, type Services, startServices } from '../../sandbox/world.ts';
import { samplesOf } from '../support/metrics.ts';
import { type BotProcess, startBotProcess } from '../support/process.ts';
import { event, takeTurn } from '../support/world.ts';

const clock = { now: () => DateTime.utc() };
const soon = () =>
  event('soon', clock.now().plus({ minutes: 8 }).toISO({ includeOffset: false }), {}, 'utc');

type Fault = (serve: () => Reply) => Reply | Promise<Reply>;

let services: Services;
let faults: Map<string, Fault>;
let bots: BotProcess[];

beforeEach(async () => {
  faults = new Map();
  bots = [];
  services = await startServices({
    clock,
    events: [soon()],
    slack: { fault: ({ method }, serve) => faults.get(method)?.(serve) ?? serve() },
  });
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
  await services.close();
});

async function start(env: Record<string, string> = {}) {
  const bot = startBotProcess({
    ...services.env,
    HEALTH_PORT: '0',
    REMINDER_CRON: '* * * * * *',
    ...env,
  });
  bots.push(bot);
  await bot.logged('health endpoints open');
  const port = /"port":(\d+),"msg":"health endpoints open"/.exec(bot.output())?.[1];
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return { bot, port, ask };
}

it('a bot is alive and ready, and counts what it does without naming anyone', async () => {
  const { bot, ask } = await start();
  await bot.logged('bot started');
  expect(await ask('/livez')).toEqual({ status: 200, text: 'ok\n' });
  await expect.poll(() => ask('/readyz')).toEqual({ status: 200, text: 'ok\n' });
  await bot.logged('posted');
  await takeTurn(services.slack, 'member', '/wg-serving upcoming');
  await takeTurn(services.slack, 'member', '@wg-serving who is the chair <@U0MEMBER>?');

  const scrapes = await Promise.all(Array.from({ length: 40 }, () => ask('/metrics')));
  expect(scrapes.every(({ status }) => status === 200)).toBe(true);
  const { text } = await ask('/metrics');
  const samples = samplesOf(text);
  const requests = 'wg_serving_bot_requests_total';
  expect(samples.get(`${requests}{command="upcoming",way="slash",outcome="answered"}`)).toBe(1);
  expect([...samples.keys()].join()).toMatch(/requests_total\{command="\w+",way="mention"/);
  const posts = 'wg_serving_bot_posts_total';
  expect(samples.get(`${posts}{kind="reminder",destination="channel",outcome="posted"}`)).toBe(1);
  const late = 'wg_serving_bot_reminder_lateness_seconds_sum{destination="channel"}';
  expect(samples.get(late)).toBeGreaterThan(100);
  expect(
    samples.get('wg_serving_bot_calendar_reads_total{group="wg-serving",outcome="ok"}'),
  ).toBeGreaterThan(0);
  const calls = 'wg_serving_bot_slack_calls_total';
  expect(samples.get(`${calls}{method="chat.postMessage",outcome="ok"}`)).toBeGreaterThan(0);
  expect(samples.get('wg_serving_bot_calendar_age_seconds{group="wg-serving"}')).toBeLessThan(120);
  expect(text).not.toMatch(/U0|C0|T0|Weekly Meeting|chair/);
});

it('a bot that answers a thousand commands answers every scrape meanwhile', async () => {
  const { bot, ask } = await start();
  await bot.logged('bot started');
  let isDone = false;
  const scraping = (async () => {
    const statuses: number[] = [];
    while (!isDone) statuses.push((await ask('/metrics')).status);
    return statuses;
  })();
  for (let asked = 0; asked < 1_000; asked += 50) {
    const answers = Array.from({ length: 50 }, () =>
      services.slack.slash(ACTORS.member.id, CHANNEL, '/wg-serving next-meeting'),
    );
    const refused = (await Promise.all(answers)).filter(({ ok }) => !ok);
    expect(refused).toEqual([]);
  }
  isDone = true;
  const statuses = await scraping;
  expect(statuses.length).toBeGreaterThan(1);
  expect(new Set(statuses)).toEqual(new Set([200]));
  const { text } = await ask('/metrics');
  const answered =
    'wg_serving_bot_requests_total{command="next-meeting",way="slash",outcome="answered"}';
  expect(samplesOf(text).get(answered)).toBe(1_000);
});

it('a bot that starts or has lost Slack is alive and not ready', async () => {
  faults.set('auth.test', () => new Promise(() => {}));
  const hanging = await start();
  expect(await hanging.ask('/livez')).toMatchObject({ status: 200 });
  expect(await hanging.ask('/readyz')).toEqual({ status: 503, text: 'starting\n' });
  expect(samplesOf((await hanging.ask('/metrics')).text).size).toBeGreaterThan(5);
  expect(await hanging.bot.end()).toBe(0);

  faults.clear();
  const { bot, ask } = await start();
  await bot.logged('bot started');
  await expect.poll(() => ask('/readyz')).toMatchObject({ status: 200 });
  faults.set('apps.connections.open', () => ({ status: 503, body: '' }));
  services.slack.drop();
  await expect
    .poll(() => ask('/readyz'))
    .toEqual({ status: 503, text: 'not connected to Slack\n' });
  expect(await ask('/livez')).toMatchObject({ status: 200 });
  faults.clear();
  await expect.poll(() => ask('/readyz')).toMatchObject({ status: 200 });
});

it('a bot that finishes its work after SIGTERM answers probes and is not ready', async () => {
  const held = Promise.withResolvers<void>();
  const posting = Promise.withResolvers<void>();
  faults.set('chat.postMessage', async (serve) => {
    posting.resolve();
    await held.promise;
    return serve();
  });
  const { bot, ask } = await start();
  await posting.promise;
  const ended = bot.end();
  await expect.poll(() => ask('/readyz')).toEqual({ status: 503, text: 'stopping\n' });
  expect(await ask('/livez')).toMatchObject({ status: 200 });
  expect(await ask('/metrics')).toMatchObject({ status: 200 });
  held.resolve();
  expect(await ended).toBe(0);
  expect(bot.output()).toContain('"msg":"bot stopped"');
  await expect(ask('/livez')).rejects.toThrow();
});

it('a port that is taken keeps the bot from starting, in plain words', async () => {
  const { port = '' } = await start();
  const second = startBotProcess({ ...services.env, HEALTH_PORT: port });
  bots.push(second);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(
    `  - HEALTH_PORT: cannot listen on ${port}; another program listens there already`,
  );
});
