import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { googleError } from '../../sandbox/google/server.ts';
import type { Reply } from '../../sandbox/http.ts';
import { readManifest } from '../../sandbox/slack/manifest.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, startServices } from '../../sandbox/world.ts';
import { startBot } from '../../src/app/bot.ts';
import { cachedCalendar } from '../../src/calendar/cached-calendar.ts';
import { parseConfig } from '../../src/config/config.ts';
import { UpstreamError } from '../../src/errors.ts';
import { problemList } from '../../src/problems.ts';
import { at, memoryLogger, silent } from '../support/build.ts';
import { PROGRAM, run, startBotProcess } from '../support/process.ts';
import { event, replyOf, takeTurn, wordsOf } from '../support/world.ts';

const ALERTS = 'C0ALERTS';
const clock = { now: () => DateTime.utc() };
const soon = () =>
  event('soon', clock.now().plus({ minutes: 8 }).toISO({ includeOffset: false }), {}, 'utc');

it('an operator is told once what keeps the bot from posting, in the channel, the log and status', async () => {
  const services = await startServices({ clock, events: [soon()] });
  const { workspace } = services.slack;
  workspace.addChannel(ALERTS, 'alerts', [BOT.userId]);
  workspace.channels.get(CHANNEL)?.members.delete(BOT.userId);
  const bot = startBotProcess({
    ...services.env,
    ALERT_CHANNEL: ALERTS,
    REMINDER_CRON: '* * * * * *',
  });
  await expect.poll(() => workspace.messages(ALERTS).length).toBe(2);
  await bot.ticks(2);
  const alerts = workspace.messages(ALERTS).map(wordsOf).join();
  expect(alerts).toContain('not in the channel C0WGSERVING (SLACK_CHANNEL_ID)');
  expect(alerts).toContain('not_in_channel. Invite the bot');
  expect(workspace.messages(ALERTS)).toHaveLength(2);
  const status = wordsOf(
    replyOf(await takeTurn(services.slack, 'organizer', '/wg-serving status')),
  );
  expect(status).toContain('Slack refuses a post: not_in_channel');
  expect(bot.output().match(/"msg":"problem"/g)).toHaveLength(2);
  await bot.end();
  await services.close();
});

it('an unreachable calendar is a problem after an hour, until it is back', async () => {
  let error: UpstreamError | undefined = new UpstreamError('404', {
    kind: 'refused',
    advice: 'Check it.',
  });
  const { logger } = memoryLogger();
  const problems = problemList(logger);
  const source = {
    async read(now: DateTime<true>) {
      if (error) throw error;
      return { meetings: [], unreadable: new Set<string>(), readAt: now, source: 'api' as const };
    },
  };
  const copies = { load: async () => undefined, save: async () => {} };
  const tools = { journal: logger, problems, onSnapshot: async () => {} };
  const calendar = await cachedCalendar('c', source, copies, tools);
  const start = at('2026-12-01T09:00');
  await calendar.refresh(start);
  await calendar.refresh(start.plus({ minutes: 59 }));
  expect(problems.list()).toEqual([]);
  await calendar.refresh(start.plus({ minutes: 60 }));
  expect(problems.list()).toMatchObject([{ cause: 'calendar', advice: 'Check it.' }]);
  error = undefined;
  await calendar.refresh(start.plus({ minutes: 65 }));
  expect(problems.list()).toEqual([]);
});

it('without the history scope the bot says at startup what it can’t do', async () => {
  const manifest = readManifest();
  const bot = manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'channels:history');
  const slack = { manifest: { ...manifest, oauth_config: { scopes: { bot } } } };
  const services = await startServices({ clock, events: [], slack });
  const process = startBotProcess(services.env);
  await process.logged('bot started');
  expect(process.output()).toContain('lacks the scope channels:history');
  await process.end();
  await services.close();
});

it('llm-d: a preview shows what comes and writes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'preview-test-'));
  let fault: Reply | undefined;
  const services = await startServices({
    clock,
    events: [soon()],
    google: { fault: (_, serve) => fault ?? serve() },
  });
  const path = join(folder, 'bot.sqlite');
  const env = { ...services.env, DATABASE_URL: `file:${path}` };
  const before = await run(PROGRAM, ['preview', '--days', '14'], env);
  expect(before.stdout).toMatch(/10 minutes before "WG Serving Weekly Meeting".*Posted.*none/s);
  await expect(readFile(path)).rejects.toThrow('ENOENT');
  expect(services.slack.workspace.messages(CHANNEL)).toEqual([]);

  const bot = startBotProcess({ ...env, REMINDER_CRON: '* * * * * *' });
  await bot.logged('posted');
  const listed = wordsOf(
    replyOf(await takeTurn(services.slack, 'member', '/wg-serving reminders')),
  );
  const [message] = services.slack.workspace.messages(CHANNEL);
  expect(listed).toContain(
    `https://sandbox.slack.com/archives/${CHANNEL}/p${message?.ts.replace('.', '')}`,
  );
  await bot.end();

  const after = await run(PROGRAM, ['preview', '--days', '14'], env);
  expect(after.stdout).toMatch(/Reminders for.*none.*reminder of "WG Serving Weekly Meeting"/s);
  fault = googleError(404, 'notFound', 'Not Found');
  const failed = await run(PROGRAM, ['preview'], env);
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/could not be read/) });
  await services.close();
  await rm(folder, { recursive: true });
});

it('of several processes on one new SQLite file only one runs, and the others say why they can’t', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shared-test-'));
  const services = await startServices({ clock, events: [soon()] });
  const env = {
    ...services.env,
    DATABASE_URL: `file:${join(folder, 'bot.sqlite')}`,
    REMINDER_CRON: '* * * * * *',
  };
  const bots = [1, 2, 3].map(() => startBotProcess(env));
  const started = await Promise.allSettled(bots.map((bot) => bot.logged('bot started')));
  expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refusals = bots.filter((bot) =>
    bot.output().includes('another process of the bot is using'),
  );
  expect(refusals).toHaveLength(2);
  await expect.poll(() => services.slack.workspace.messages(CHANNEL).length).toBe(1);
  await bots[0]?.ticks(2);
  expect(services.slack.workspace.messages(CHANNEL)).toHaveLength(1);
  await Promise.all(bots.map((bot) => bot.end()));
  await services.close();
  await rm(folder, { recursive: true });
});

it('a meeting that was cancelled since the last read is not announced', async () => {
  let ahead = 0;
  const shifted = { now: () => DateTime.utc().plus({ seconds: ahead }) };
  const begin = DateTime.utc().plus({ minutes: 12 }).toISO({ includeOffset: false });
  const services = await startServices({ clock: shifted, events: [event('a', begin, {}, 'utc')] });
  const config = parseConfig({
    ...services.env,
    REMINDER_LEADS: '10m',
    REMINDER_CRON: '* * * * * *',
  });
  const bot = await startBot(config, shifted, silent);
  services.google.setEvents([event('a', begin, { status: 'cancelled' }, 'utc')]);
  ahead = 150;
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const texts = services.slack.workspace.messages(CHANNEL).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('starts'))).toEqual([]);
  await bot.stop();
  await services.close();
});

it('a connection that Slack closes is reopened', async () => {
  const services = await startServices({ clock, events: [] });
  const bot = startBotProcess(services.env);
  await bot.logged('bot started');
  services.slack.disconnect();
  const answered = async () => (await takeTurn(services.slack, 'member', '/wg-serving help')).ok;
  await expect.poll(answered, { interval: 500 }).toBe(true);
  await bot.end();
  await services.close();
});
