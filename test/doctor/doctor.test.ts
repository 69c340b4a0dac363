import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DateTime } from 'luxon';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { googleError } from '../../sandbox/google/server.ts';
import type { Reply } from '../../sandbox/http.ts';
import { readManifest } from '../../sandbox/slack/manifest.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, type Services, startServices } from '../../sandbox/world.ts';
import { openStore } from '../../src/store/open.ts';
import { PROGRAM, run } from '../support/process.ts';
import { runCommandLine } from '../support/terminal.ts';
import { biweekly, event } from '../support/world.ts';

const clock = { now: () => DateTime.utc() };
const start = clock.now().plus({ days: 1 }).toISODate();
const SERIES = biweekly('s', `${start}T09:00`);
const ALERTS = 'C0ALERTS';

type Env = Readonly<Record<string, string>>;

let folder: string;
let services: Services;
let slackFault: Readonly<Record<string, () => Reply>>;
let googleFault: Reply | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-test-'));
  services = await startServices({
    clock,
    events: [],
    slack: { fault: ({ method }, serve) => (slackFault[method] ?? serve)() },
    google: { fault: (_, serve) => googleFault ?? serve() },
  });
  services.slack.workspace.addChannel(ALERTS, 'alerts', []);
});
beforeEach(() => {
  slackFault = {};
  googleFault = undefined;
  services.google.setEvents([SERIES]);
});
afterEach(() => services.slack.workspace.channels.get(CHANNEL)?.members.add(BOT.userId));
afterAll(async () => {
  await services.close();
  await rm(folder, { recursive: true });
});

const newDatabase = () => ({ DATABASE_URL: `file:${join(folder, 'new', 'bot.sqlite')}` });
const doctor = (env: Env = {}, ...options: string[]) =>
  runCommandLine(
    ['doctor', ...options],
    { ...services.env, ...newDatabase(), ...env },
    clock.now(),
  );

const refusing = (error: string, more: object = {}) => ({
  status: 200,
  body: { ok: false, error, ...more },
});

/** Slack's answer to auth.test for a token with these scopes. */
const withScopes = (scopes: readonly string[]): Reply => ({
  status: 200,
  headers: { 'x-oauth-scopes': scopes.join(',') },
  body: { ok: true, team: 'Sandbox', user: 'wg-serving', user_id: BOT.userId },
});
const SCOPES = readManifest().oauth_config.scopes.bot;

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('a doctor', () => {
  it('says once that no channel is set', async () => {
    const { stdout, code } = await doctor({ SLACK_CHANNEL_ID: '' });
    expect(code).toBe(1);
    expect(stdout.match(/SLACK_CHANNEL_ID is missing/g)).toHaveLength(1);
    expect(stdout).toMatch(/^- Group file: not checked: it needs a channel$/m);
  });

  it('finds nothing wrong where nothing is, and leaves no trace', async () => {
    const before = await readdir(folder);
    const { stdout, stderr, code } = await doctor();
    expect(stdout).toMatch(/^wg-serving-bot \d/);
    const lines = stdout.trimEnd().split('\n').slice(1);
    expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([]);
    for (const about of [
      'Settings: all are well-formed',
      /Group file: .*group\.yaml: WG Serving/,
      /DATABASE_URL: the first start will create .*new\/bot\.sqlite/,
      'SLACK_BOT_TOKEN: Slack knows the bot as wg-serving',
      'Scopes: the token has all 7',
      /Clock: it agrees with Slack's to within \d+ s/,
      'SLACK_APP_TOKEN: Slack offers a connection through Socket Mode',
      'SLACK_CHANNEL_ID: the bot is in the public channel C0WGSERVING',
      /Calendar: read through the Google Calendar API, with GOOGLE_API_KEY: \d+ meetings, the next one "WG Serving Weekly Meeting" on/,
      'Regular meeting: "WG Serving Weekly Meeting" is recognized',
      /Next reminders: in C0WGSERVING (on .*|as soon as the bot runs), 24 hours before "WG Serving Weekly Meeting"/,
    ]) {
      expect(stdout).toMatch(about);
    }
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(await readdir(folder)).toEqual(before);
    expect(services.slack.workspace.messages()).toEqual([]);
    const methods = new Set(services.slack.calls.map(({ method }) => method));
    expect([...methods].sort()).toEqual([
      'apps.connections.open',
      'auth.test',
      'conversations.history',
    ]);
  });

  it('prints JSON', async () => {
    const { stdout, code } = await doctor({ SLACK_CHANNEL_ID: 'C0NOWHERE' }, '--json');
    const { ok, version, findings } = JSON.parse(stdout);
    expect({ ok, code }).toEqual({ ok: false, code: 1 });
    expect(version).toMatch(/^\d/);
    expect(findings).toContainEqual({
      kind: 'fatal',
      about: 'SLACK_CHANNEL_ID',
      says: 'the bot sees no channel C0NOWHERE in this workspace',
      wayOut: expect.stringContaining('Copy the ID'),
    });
  });

  it('makes every check that it can, and names the others', async () => {
    const { stdout } = await doctor({ SLACK_BOT_TOKEN: 'xoxb-wrong' });
    expect(stdout).toMatch(/^✗ SLACK_BOT_TOKEN: Slack does not accept the token/m);
    expect(stdout).toMatch(/^- Scopes: not checked: it needs a bot token that Slack accepts/m);
    expect(stdout).toMatch(/^- SLACK_CHANNEL_ID: not checked/m);
    expect(stdout).toMatch(/^✓ SLACK_APP_TOKEN:/m);
    expect(stdout).toMatch(/^✓ Calendar:/m);
    expect(stdout).toMatch(/^✓ Next reminders:/m);
  });

  it('knows that a bot is running on the database, and does not disturb it', async () => {
    const path = join(folder, 'running.sqlite');
    const store = await openStore({ kind: 'sqlite', path }, 'wg-serving');
    const { stdout, code } = await doctor({ DATABASE_URL: `file:${path}` });
    await store.close();
    expect(stdout).toMatch(
      /✓ DATABASE_URL: the SQLite file .* works, and is in use by a running bot/,
    );
    expect(code).toBe(0);
    const files = await readdir(folder);
    expect((await doctor({ DATABASE_URL: `file:${path}` })).stdout).toMatch(
      /\.sqlite \(SQLite [\d.]+\) works\n/,
    );
    expect(await readdir(folder)).toEqual(files);
  });

  it('is a sub-command of the process, with the same words as a start', async () => {
    const env = { ...services.env, SLACK_CHANNEL_ID: 'C0NOWHERE' };
    const [asked, started] = await Promise.all([
      run(PROGRAM, ['doctor'], env),
      run(PROGRAM, [], env),
    ]);
    const words = /SLACK_CHANNEL_ID: the bot sees no channel C0NOWHERE in this workspace\. Copy.*/;
    expect(asked.code).toBe(1);
    expect(words.exec(asked.stdout)?.[0]).toBeDefined();
    expect(words.exec(asked.stdout)?.[0]).toBe(words.exec(started.stderr)?.[0]);
  });
});

interface Case {
  readonly env?: Env;
  readonly slack?: Readonly<Record<string, () => Reply>>;
  readonly google?: Reply;
  readonly arrange?: () => Promise<Env> | Env;
  readonly says: RegExp;
  /** Whether the exit code is 1. */
  readonly ill: boolean;
}

const CASES: Readonly<Record<string, Case>> = {
  'no bot token': {
    env: { SLACK_BOT_TOKEN: '' },
    says: /✗ Settings: SLACK_BOT_TOKEN is missing; set it to.*\n(.*\n)*- SLACK_BOT_TOKEN: not checked/,
    ill: true,
  },
  'an app-level token as bot token': {
    env: { SLACK_BOT_TOKEN: 'xapp-1' },
    says: /✗ Settings: SLACK_BOT_TOKEN must start with xoxb-.*belongs in SLACK_APP_TOKEN/,
    ill: true,
  },
  'a setting in quotes': {
    env: { SLACK_CHANNEL_ID: '"C0WGSERVING"' },
    says: /✗ Settings: SLACK_CHANNEL_ID is in quotes.*\n(.*\n)*- SLACK_CHANNEL_ID: not checked/,
    ill: true,
  },
  'a misspelt setting': {
    env: { REMINDERS_LEADS: '1h' },
    says: /✗ Settings: REMINDERS_LEADS is not a setting; call it REMINDER_LEADS/,
    ill: true,
  },
  'runs too far apart': {
    env: { REMINDER_CRON: '0 * * * *' },
    says: /✗ Settings: REMINDER_CRON .* leaves up to 60 minutes/,
    ill: true,
  },
  'neither app token nor signing secret': {
    env: { SLACK_APP_TOKEN: '' },
    says: /✗ Settings: SLACK_APP_TOKEN is missing.*\n(.*\n)*- How Slack reaches the bot: not checked/,
    ill: true,
  },
  'a revoked bot token': {
    slack: { 'auth.test': () => refusing('token_revoked') },
    says: /✗ SLACK_BOT_TOKEN: The token was revoked: reinstall/,
    ill: true,
  },
  'an app that was removed': {
    slack: { 'auth.test': () => refusing('account_inactive') },
    says: /✗ SLACK_BOT_TOKEN: The app was removed from the workspace/,
    ill: true,
  },
  'an app-level token without its scope': {
    slack: { 'apps.connections.open': () => refusing('missing_scope') },
    says: /✗ SLACK_APP_TOKEN: It lacks the scope connections:write/,
    ill: true,
  },
  'Socket Mode turned off': {
    slack: { 'apps.connections.open': () => refusing('forbidden_team') },
    says: /✗ SLACK_APP_TOKEN: Socket Mode is not allowed here/,
    ill: true,
  },
  'a signing secret that is none': {
    env: { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'not-a-secret' },
    says: /! SLACK_SIGNING_SECRET: it does not look like one.*Basic Information/,
    ill: false,
  },
  'a signing secret': {
    env: { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'ab'.repeat(16), PORT: '8080' },
    says: /✓ SLACK_SIGNING_SECRET: it looks right, .*port 8080/,
    ill: false,
  },
  'a Slack that is out of reach': {
    env: { SLACK_API_URL: 'http://127.0.0.1:1/api/' },
    says: /✗ SLACK_API_URL: 127\.0\.0\.1:1 can't be reached \(bad port\).*\n(?!(.*\n)*✗ SLACK)(.*\n)*- Clock: not checked/,
    ill: true,
  },
  'a proxy that answers in Slack’s place': {
    slack: { 'auth.test': () => ({ status: 403, body: '<html>' }) },
    says: /✗ SLACK_API_URL: .* answers with HTTP 403\..*network and proxy/,
    ill: true,
  },
  'no scope for the slash command': {
    slack: { 'auth.test': () => withScopes(SCOPES.filter((scope) => scope !== 'commands')) },
    says: /✗ Scopes: the token lacks the scope commands: there is no slash command\. Add it/,
    ill: true,
  },
  'no scope for the history': {
    slack: {
      'auth.test': () => withScopes(SCOPES.filter((scope) => scope !== 'channels:history')),
      'conversations.history': () => refusing('missing_scope', { needed: 'channels:history' }),
    },
    says: /! Scopes: .*channels:history: .*\n(.*\n)*! SLACK_CHANNEL_ID: whether .* can't be checked without the scope channels:history/,
    ill: false,
  },
  'a private channel without its scope': {
    slack: {
      'conversations.history': () => refusing('missing_scope', { needed: 'groups:history' }),
    },
    says: /! SLACK_CHANNEL_ID: whether the bot is in the private channel C0WGSERVING can't be checked without the scope groups:history/,
    ill: false,
  },
  'a scope too many': {
    slack: { 'auth.test': () => withScopes([...SCOPES, 'users:read']) },
    says: /! Scopes: the token has scopes that the bot does not use: users:read\. Remove them/,
    ill: false,
  },
  'scopes that Slack does not list': {
    slack: { 'auth.test': () => ({ status: 200, body: { ok: true, user: 'wg-serving' } }) },
    says: /- Scopes: Slack doesn’t list the token’s scopes/,
    ill: false,
  },
  'a clock that is late': {
    slack: {
      'auth.test': () => {
        const headers = { date: new Date(Date.now() + 600_000).toUTCString() };
        return { ...withScopes(SCOPES), headers: { ...withScopes(SCOPES).headers, ...headers } };
      },
    },
    says: /✗ Clock: This machine's clock is 10 min behind Slack's\. Set it/,
    ill: true,
  },
  'a channel that is not there': {
    env: { SLACK_CHANNEL_ID: 'C0NOWHERE' },
    says: /✗ SLACK_CHANNEL_ID: the bot sees no channel C0NOWHERE.*private, invite/,
    ill: true,
  },
  'a channel without the bot': {
    arrange: () => {
      services.slack.workspace.channels.get(CHANNEL)?.members.delete(BOT.userId);
      return {};
    },
    says: /✗ SLACK_CHANNEL_ID: the bot is not in the channel C0WGSERVING.*\/invite/,
    ill: true,
  },
  'a channel for alerts without the bot': {
    env: { ALERT_CHANNEL: ALERTS },
    says: /✓ SLACK_CHANNEL_ID.*\n✗ ALERT_CHANNEL: the bot is not in the channel C0ALERTS/,
    ill: true,
  },
  'a channel for organizers that is not there': {
    env: { ORGANIZERS_CHANNEL: 'C0NOWHERE', ALERT_CHANNEL: CHANNEL },
    says: /✓ SLACK_CHANNEL_ID.*\n✗ ORGANIZERS_CHANNEL: the bot sees no channel C0NOWHERE/,
    ill: true,
  },
  'a channel that Slack says nothing about': {
    slack: { 'conversations.history': () => refusing('internal_error') },
    says: /! SLACK_CHANNEL_ID: Slack doesn't say .*internal_error.*every minute/,
    ill: false,
  },
  'a group file that is not there': {
    env: { GROUPS: '/nowhere.yaml' },
    says: /✗ Group file: GROUPS: cannot read \/nowhere\.yaml.*\n(.*\n)*- Calendar: not checked.*\n- Next reminders/,
    ill: true,
  },
  'a group file with two mistakes': {
    arrange: async () => {
      const text = await readFile(services.env.GROUPS ?? '', 'utf8');
      const broken = text.replace('weekday: wednesday', 'weekday: mittwoch');
      const path = await file('broken.yaml', broken.replace(/^mission:/m, 'misson:'));
      return { GROUPS: path };
    },
    says: /✗ Group file: .*meetings\.0\.when\.weekday.*\n(.*\n)*✗ Group file: .*mis/,
    ill: true,
  },
  'no Google key': {
    env: { GOOGLE_API_KEY: '' },
    says: /✓ Calendar: read through its public feed/,
    ill: false,
  },
  'a Google key that Google does not know': {
    env: { GOOGLE_API_KEY: 'another-key' },
    says: /✗ Calendar: Google Calendar could not be read \(400.*Check GOOGLE_API_KEY/,
    ill: true,
  },
  'a calendar that is not public': {
    google: googleError(404, 'notFound', 'Not Found'),
    says: /✗ Calendar: .*404 notFound.*calendar\.id in the group file/,
    ill: true,
  },
  'a key for another API': {
    google: googleError(403, 'accessNotConfigured', 'Not enabled'),
    says: /✗ Calendar: .*Enable the Google Calendar API/,
    ill: true,
  },
  'a credentials file that is not there': {
    env: { GOOGLE_APPLICATION_CREDENTIALS: '/nowhere.json' },
    says: /✗ Calendar: GOOGLE_APPLICATION_CREDENTIALS: cannot read \/nowhere\.json/,
    ill: true,
  },
  'an empty calendar': {
    arrange: () => {
      services.google.setEvents([]);
      return {};
    },
    says: /! Calendar: .*no meeting is ahead.*calendar\.id.*\n! Next reminders: none is ahead/,
    ill: false,
  },
  'openjs-foundation/standards#85: a regular meeting under another title': {
    arrange: () => {
      services.google.setEvents([biweekly('s', `${start}T09:00`, '', { summary: 'Sync' })]);
      return {};
    },
    says: /! Regular meeting: no meeting in the calendar is called .*aliases of the meeting/,
    ill: false,
  },
  'an entry that can’t be read': {
    google: {
      status: 200,
      body: {
        items: [
          event('a', `${start}T09:00`),
          { ...event('b', `${start}T12:00`), start: { dateTime: 'soon' } },
        ],
      },
    },
    says: /! Calendar: 1 of its entries can't be read/,
    ill: false,
  },
  'a database below a file': {
    env: { DATABASE_URL: 'file:/etc/passwd/x/y.sqlite' },
    says: /✗ DATABASE_URL: the first start could not create .*\/etc\/passwd is a file, not a folder/,
    ill: true,
  },
  'a database that is a folder': {
    arrange: async () => {
      await mkdir(join(folder, 'folder.sqlite'));
      return { DATABASE_URL: `file:${join(folder, 'folder.sqlite')}` };
    },
    says: /✗ DATABASE_URL: cannot open the SQLite file .*folder\.sqlite/,
    ill: true,
  },
  'a database that is none': {
    arrange: async () => ({ DATABASE_URL: `file:${await file('text.sqlite', 'x'.repeat(2000))}` }),
    says: /✗ DATABASE_URL: cannot open the SQLite file .*not a database/,
    ill: true,
  },
  'a database of another program': {
    arrange: () => {
      const path = join(folder, 'foreign.sqlite');
      const database = new DatabaseSync(path);
      database.exec('create table t (x)');
      database.close();
      return { DATABASE_URL: `file:${path}` };
    },
    says: /✗ DATABASE_URL: .*has tables, but none of the bot's/,
    ill: true,
  },
  'a database of a newer version': {
    arrange: async () => {
      const path = join(folder, 'newer.sqlite');
      await (await openStore({ kind: 'sqlite', path }, 'wg-serving')).close();
      const database = new DatabaseSync(path);
      database.exec("insert into kysely_migration values ('9999-future', '2030-01-01')");
      database.close();
      return { DATABASE_URL: `file:${path}` };
    },
    says: /✗ DATABASE_URL: a newer version of the bot wrote/,
    ill: true,
  },
  'a database in memory': {
    env: { DATABASE_URL: 'file::memory:' },
    says: /! DATABASE_URL: everything is kept in memory/,
    ill: false,
  },
  'a PostgreSQL server that is not there': {
    env: { DATABASE_URL: 'postgres://bot:hidden-word@127.0.0.1:1/bot' },
    says: /✗ DATABASE_URL: cannot use the PostgreSQL database\. Nothing is listening/,
    ill: true,
  },
};

describe('a doctor says of', () => {
  it.each(Object.entries(CASES))(
    '%s',
    async (_, { env, slack = {}, google, arrange, says, ill }) => {
      slackFault = slack;
      googleFault = google;
      const given = { ...env, ...(await arrange?.()) };
      const { stdout, stderr, code } = await doctor(given);
      expect(stdout).toMatch(says);
      expect(code, stdout).toBe(ill ? 1 : 0);
      expect(stderr).toBe('');
      const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '', GOOGLE_API_KEY = '' } = services.env;
      for (const secret of [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, GOOGLE_API_KEY, 'hidden-word']) {
        expect(stdout).not.toContain(secret);
      }
    },
  );
});
