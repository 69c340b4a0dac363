import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { SetupError } from '../../src/errors.ts';

const minimal = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  SLACK_CHANNEL_ID: 'C0123456789',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof SetupError) return error.problems;
    throw error;
  }
}

describe('HEALTH_PORT', () => {
  const { SLACK_APP_TOKEN: _, ...rest } = minimal;
  const http = { ...rest, SLACK_SIGNING_SECRET: 's3cret' };

  it.each([
    [minimal, undefined],
    [{ ...minimal, HEALTH_PORT: '9090' }, 9090],
    [{ ...minimal, HEALTH_PORT: '0' }, 0],
    [{ ...minimal, HEALTH_PORT: '3000' }, 3000],
    [{ ...http, PORT: '0', HEALTH_PORT: '0' }, 0],
  ])('of %j is %s', (env, port) => {
    expect(parseConfig(env).healthPort).toBe(port);
  });

  it('is not the port that Slack’s requests come to', () => {
    expect(problemsOf({ ...http, HEALTH_PORT: '3000' })).toEqual([
      "HEALTH_PORT is the same as PORT (3000); Slack's requests need one of their own",
    ]);
  });
});

describe('parseConfig', () => {
  it('requires three settings and has defaults for the rest', () => {
    expect(parseConfig(minimal)).toEqual({
      slack: {
        botToken: 'xoxb-1',
        mode: { kind: 'socket', appToken: 'xapp-1' },
        apiUrl: undefined,
      },
      channel: 'C0123456789',
      google: { access: undefined, rootUrl: undefined },
      groups: [],
      deploymentFile: undefined,
      youtube: { key: undefined, rootUrl: undefined },
      slashCommand: '/wg-serving',
      communityCalendar: 'calendar@kubernetes.io',
      follows: true,
      store: { kind: 'sqlite', path: './data/wg-serving-bot.sqlite' },
      organizersChannel: undefined,
      meetingCards: true,
      digestCron: undefined,
      alertChannel: undefined,
      communityUrl: undefined,
      reminderLeads: [1440, 10],
      reminderCron: '* * * * *',
      calendarCron: '*/5 * * * *',
      recordingNudge: { minutes: 3 * 24 * 60 },
      logLevel: 'info',
    });
  });

  it('follows the community’s pages unless that is off', () => {
    expect(parseConfig({ ...minimal, FOLLOW: 'off' }).follows).toBe(false);
    expect(parseConfig(minimal).follows).toBe(true);
  });

  it('uses HTTP mode given a signing secret and a port', () => {
    const { SLACK_APP_TOKEN: _, ...rest } = minimal;
    const config = parseConfig({ ...rest, SLACK_SIGNING_SECRET: 's3cret', PORT: '8080' });
    expect(config.slack.mode).toEqual({ kind: 'http', signingSecret: 's3cret', port: 8080 });
  });

  it('parses lead times in any order and unit, once each', () => {
    const config = parseConfig({ ...minimal, REMINDER_LEADS: ' 10m, 1d,24h ,2h' });
    expect(config.reminderLeads).toEqual([1440, 120, 10]);
  });

  it('waits for videos in days or hours', () => {
    const waits = (text: string) =>
      parseConfig({ ...minimal, RECORDING_NUDGE: text }).recordingNudge;
    expect(waits('36h')).toEqual({ minutes: 36 * 60 });
    expect(waits('1D')).toEqual({ minutes: 24 * 60 });
    for (const wrong of ['0d', '90d', '3', 'soon', '3m', '-3d']) {
      expect(problemsOf({ ...minimal, RECORDING_NUDGE: wrong })).toEqual([
        expect.stringContaining('RECORDING_NUDGE'),
      ]);
    }
  });

  it('accepts an address with or without a trailing slash', () => {
    const config = parseConfig({ ...minimal, SLACK_API_URL: 'http://127.0.0.1:1/api' });
    expect(config.slack.apiUrl).toBe('http://127.0.0.1:1/api/');
  });

  it('accepts a file or a PostgreSQL database as the store', () => {
    const store = (url: string) => parseConfig({ ...minimal, DATABASE_URL: url }).store;
    expect(store('file:/data/x.sqlite')).toEqual({ kind: 'sqlite', path: '/data/x.sqlite' });
    expect(store('postgres://u:p@h/d')).toEqual({ kind: 'postgres', url: 'postgres://u:p@h/d' });
  });

  it('treats an empty variable as not set', () => {
    expect(
      parseConfig({ ...minimal, PORT: '', GOOGLE_API_KEY: ' ' }).google.access,
    ).toBeUndefined();
  });

  it('lists all problems at once, each with its variable, its value and what is valid', () => {
    const problems = problemsOf({
      SLACK_CHANNEL_ID: '#wg-serving',
      PORT: '70000',
      REMINDER_LEADS: '1y',
      CALENDAR_CRON: 'hourly',
      LOG_LEVEL: 'loud',
      SLACK_API_URL: 'slack',
      DATABASE_URL: 'mysql://x',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_CHANNEL_ID',
      'PORT',
      'SLACK_API_URL',
      'DATABASE_URL',
      'REMINDER_LEADS',
      'CALENDAR_CRON',
      'LOG_LEVEL',
      'SLACK_APP_TOKEN',
    ]);
    expect(problems[1]).toMatch(/must be the ID of a channel.*\(got "#wg-serving"\)/);
  });

  it('never shows a secret', () => {
    const problems = problemsOf({
      ...minimal,
      SLACK_BOT_TOKEN: 'hunter2',
      SLACK_APP_TOKEN: 'xoxb-hunter2',
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('rejects a cron that runs too rarely for the shortest lead time', () => {
    expect(problemsOf({ ...minimal, REMINDER_CRON: '*/30 * * * *' })).toEqual([
      expect.stringMatching(/^REMINDER_CRON .* leaves up to 30 minutes .* would be lost$/),
    ]);
    expect(problemsOf({ ...minimal, REMINDER_CRON: '*/5 * * * *' })).toEqual([]);
  });
});

describe('.env.example', () => {
  const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');

  it('has every setting, and no other', () => {
    const source = readFileSync(
      join(import.meta.dirname, '../../src/config/environment.ts'),
      'utf8',
    );
    const settings = [...source.matchAll(/^ {2}([A-Z_]+): /gmu)].map(([, name]) => name);
    const documented = [...example.matchAll(/^#? ?([A-Z_]+)=/gmu)].map(([, name]) => name);
    expect(documented.toSorted()).toEqual(settings.toSorted());
  });

  it('works once its placeholders are filled in', () => {
    const filled = Object.fromEntries(
      Object.entries(parseEnv(example)).map(([name, value]) => [name, value ?? '']),
    );
    expect(problemsOf({ ...filled, ...minimal })).toEqual([]);
  });
});
