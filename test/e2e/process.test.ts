import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { googleError, TOKEN_PATH } from '../../sandbox/google/server.ts';
import type { Reply } from '../../sandbox/http.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, type Services, startServices } from '../../sandbox/world.ts';
import { type BotProcess, PROGRAM, run, startBotProcess } from '../support/process.ts';
import { event, replyOf, takeTurn, wordsOf } from '../support/world.ts';

// The process has the real clock, so these meetings are relative to it.
const clock = { now: () => DateTime.utc() };
const soon = (minutes: number) =>
  event('soon', clock.now().plus({ minutes }).toISO({ includeOffset: false }), {}, 'utc');

let folder: string;
let services: Services;
let googleFault: Reply | undefined;
let bots: BotProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'process-test-'));
  googleFault = undefined;
  services = await startServices({
    clock,
    events: [soon(8)],
    google: { fault: (_, run) => googleFault ?? run() },
  });
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
  await services.close();
  await rm(folder, { recursive: true });
});

function start(env: Record<string, string> = {}): BotProcess {
  const bot = startBotProcess({
    ...services.env,
    DATABASE_URL: `file:${join(folder, 'bot.sqlite')}`,
    // Every second: a test need not wait for the minute.
    REMINDER_CRON: '* * * * * *',
    ...env,
  });
  bots.push(bot);
  return bot;
}

const posted = () => services.slack.workspace.messages(CHANNEL).filter(({ isBot }) => isBot);
const ask = async (text: string) =>
  wordsOf(replyOf(await takeTurn(services.slack, 'member', text)));

describe('the process', () => {
  it('answers, exits with 0 on SIGTERM, and reveals no secret', async () => {
    const bot = start();
    await bot.logged('bot started');
    expect(await ask('/wg-serving next-meeting')).toContain('WG Serving Weekly Meeting');
    const began = performance.now();
    expect(await bot.end()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(bot.output()).toContain('"msg":"bot stopped"');
    for (const secret of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'GOOGLE_API_KEY']) {
      expect(bot.output()).not.toContain(services.env[secret]);
    }
  });

  it('ends on SIGTERM even while Slack can’t be reached', async () => {
    const bot = start({ SLACK_API_URL: 'http://127.0.0.1:1024/api/' });
    await expect.poll(() => bot.output()).toContain('http request failed');
    expect(await bot.end()).toBe(0);
    expect(bot.output()).toContain('"msg":"stopping"');
  });

  it('Remind-Me-Discord-Bot#2: a restart neither forgets a reminder nor repeats it', async () => {
    const first = start();
    await expect.poll(posted).toHaveLength(1);
    expect(posted()[0]?.text).toContain('starts');
    await first.logged('posted');
    expect(await first.end()).toBe(0);
    const second = start();
    await second.logged('bot started');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(posted()).toHaveLength(1);
  });

  it('answers from its copy, and says how old that is, if Google is down at startup', async () => {
    const first = start();
    await first.logged('bot started');
    await first.end();
    googleFault = googleError(503, 'backendError', 'Backend Error');
    const second = start();
    await second.logged('bot started');
    await second.logged('calendar not read');
    const words = await ask('/wg-serving next-meeting');
    expect(words).toContain('This may be out of date');
    expect(words).toContain('my copy was read');
    expect(words).toContain('WG Serving Weekly Meeting');
  });

  it('kubernetes/community#7389: says that it is not in the channel, and what to do', async () => {
    services.slack.workspace.channels.get(CHANNEL)?.members.delete(BOT.userId);
    const bot = start();
    await bot.logged('bot started');
    expect(bot.output()).toMatch(/The bot is not in the channel C0WGSERVING \(SLACK_CHANNEL_ID\)/);
    await expect
      .poll(() => bot.output())
      .toMatch(/Slack refuses a post: not_in_channel","advice":"Invite the bot/);
    expect(bot.output().match(/"msg":"problem"/g)).toHaveLength(2);
  });

  it('reads the calendar with credentials from a file instead of a key', async () => {
    const [subject, path] = [join(folder, 'subject'), join(folder, 'credentials.json')];
    await writeFile(subject, 'token of the machine');
    const credentials = {
      type: 'external_account',
      audience:
        '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/p',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: new URL(TOKEN_PATH, services.google.rootUrl).href,
      credential_source: { file: subject },
    };
    await writeFile(path, JSON.stringify(credentials));
    const bot = start({ GOOGLE_API_KEY: '', GOOGLE_APPLICATION_CREDENTIALS: path });
    await bot.logged('bot started');
    // On a busy machine the first read may take longer than startup waits for it.
    await expect
      .poll(() => ask('/wg-serving next-meeting'))
      .toContain("From the group's calendar, read");
    expect(bot.output()).not.toMatch(/deprecated|token of the machine|ya29/);
  });

  it('reads the public feed without a Google key, and says so', async () => {
    const bot = start({ GOOGLE_API_KEY: '' });
    await bot.logged('bot started');
    expect(await ask('/wg-serving next-meeting')).toContain(
      "From the public feed of the group's calendar, read",
    );
  });
});

describe('a wrong setting', () => {
  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-wrong' }, /SLACK_BOT_TOKEN: Slack does not accept the token/],
    [{ SLACK_APP_TOKEN: 'xapp-wrong' }, /SLACK_APP_TOKEN: Slack does not accept the token/],
    [{ SLACK_CHANNEL_ID: 'general' }, /SLACK_CHANNEL_ID must be the ID of a channel/],
    [{ SLACK_CHANNEL_ID: 'C0NOWHERE' }, /SLACK_CHANNEL_ID: the bot sees no channel C0NOWHERE/],
    [{ ALERT_CHANNEL: 'C0NOWHERE' }, /ALERT_CHANNEL: the bot sees no channel C0NOWHERE/],
    [{ REMINDERS_LEADS: '1h' }, /REMINDERS_LEADS is not a setting; call it REMINDER_LEADS/],
    [{ GROUPS: '/nowhere.yaml' }, /GROUPS: cannot read \/nowhere\.yaml/],
    [{ GROUPS: '/usr' }, /GROUPS: the folder \/usr has no file that ends with/],
    [{ DATABASE_URL: 'file:/etc/passwd/x/y.sqlite' }, /DATABASE_URL: cannot open the SQLite file/],
    [
      { GOOGLE_APPLICATION_CREDENTIALS: '/nowhere.json' },
      /GOOGLE_APPLICATION_CREDENTIALS: cannot read/,
    ],
  ])('%j exits with 1 and a readable line', async (env, line) => {
    const { stderr, code } = await run(PROGRAM, [], { ...services.env, ...env });
    expect(stderr).toMatch(/^The bot can't start:\n {2}- /);
    expect(stderr).toMatch(line);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(code).toBe(1);
  });

  it('lists all at once', async () => {
    const { stderr, code } = await run(PROGRAM, []);
    expect(stderr.match(/^ {2}- /gm)).toHaveLength(3);
    expect(code).toBe(1);
  });
});
