import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { longestGapMinutes } from '../../src/config/cron-gap.ts';
import { SetupError } from '../../src/errors.ts';

const SECRET = 'hunter2hunter2';
const good: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: `xoxb-${SECRET}`,
  SLACK_APP_TOKEN: `xapp-1-${SECRET}`,
  SLACK_CHANNEL_ID: 'C0123456789',
  ALERT_CHANNEL: 'C9876543210',
  GOOGLE_API_KEY: `AIza${SECRET}`,
  GOOGLE_APPLICATION_CREDENTIALS: '/etc/wg-serving/key.json',
  GOOGLE_API_ROOT_URL: 'https://www.googleapis.com/',
  SLACK_API_URL: 'https://slack.com/api/',
  GROUPS: 'groups/wg-serving.yaml',
  DATABASE_URL: 'file:./data/bot.sqlite',
  REMINDER_LEADS: '24h,10m',
  REMINDER_CRON: '* * * * *',
  CALENDAR_CRON: '*/5 * * * *',
  LOG_LEVEL: 'info',
};

function problemsWith(changes: Readonly<Record<string, string>>): readonly string[] {
  try {
    parseConfig({ ...good, ...changes });
    return [];
  } catch (error) {
    if (error instanceof SetupError) return error.problems;
    throw error;
  }
}

describe('a typing slip', () => {
  const slips: readonly (readonly [string, (value: string) => string, RegExp])[] = [
    ['quotes in docker’s env file', (value) => `"${value}"`, /is in quotes/],
    ['one quote left over', (value) => `${value}'`, /is in quotes/],
    ['typographic quotes', (value) => `“${value}”`, /typographic quotes \(“\)/],
    ['a line break at the end', (value) => `${value}\n`, /ends with a line break/],
    ['a Windows line ending', (value) => `${value}\r`, /ends with a line break/],
    ['a line break within', (value) => `${value}\n${value}`, /has line breaks/],
    ['a tab', (value) => `${value}\t`, /a tab/],
    ['a zero-width space', (value) => `${value}\u200b`, /invisible character \(U\+200B\)/],
    ['a no-break space', (value) => `\u00a0${value}`, /invisible character \(U\+00A0\)/],
    ['a BOM', (value) => `\ufeff${value}`, /invisible character \(U\+FEFF\)/],
    ['a variable that is not expanded', (value) => `\${${value}}`, /was not filled in/],
    ['its own name', (value) => value, /repeats its own name/],
  ];

  it.each(slips)('%s is reported for every setting, without the value', (what, slip, words) => {
    for (const [name, value] of Object.entries(good)) {
      const slipped = what === 'its own name' ? `${name}=${value}` : slip(value);
      const problems = problemsWith({ [name]: slipped });
      expect(problems).toEqual([expect.stringMatching(words)]);
      expect(problems[0]).toMatch(new RegExp(`^${name} `));
      expect(problems[0]).not.toContain(SECRET);
    }
  });

  it.each([
    ['SLACK_BOT_TOKEN', `xoxb–${SECRET}`, /typographic dash \(–\).*type a hyphen/],
    ['SLACK_APP_TOKEN', `xapp‑1-${SECRET}`, /typographic dash/],
    ['GOOGLE_API_KEY', `AIza—${SECRET}`, /typographic dash/],
    ['SLACK_API_URL', 'https://slack–gov.com/api/', /typographic dash/],
    ['REMINDER_LEADS', '24h–10m', /typographic dash/],
    ['CALENDAR_CRON', '0–59 * * * *', /typographic dash/],
    ['SLACK_CHANNEL_ID', 'С0123456789', /does not belong there \(С, U\+0421\)/],
    ['SLACK_BOT_TOKEN', ` xoxb-${SECRET}`, /space at its start or end/],
    ['SLACK_BOT_TOKEN', `xoxb-${SECRET} # the bot`, /space in it.*comment/],
    ['SLACK_BOT_TOKEN', 'xoxb-…', /is a placeholder/],
    ['SLACK_BOT_TOKEN', 'xoxb-your-token', /is a placeholder/],
    ['SLACK_BOT_TOKEN', '<token>', /is a placeholder/],
    ['GOOGLE_API_KEY', 'undefined', /is a placeholder/],
    ['GROUPS', '~/group.yaml', /~, which is not expanded/],
  ])('%s: %j is named', (name, value, words) => {
    const problems = problemsWith({ [name]: value });
    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(problems[0]).not.toContain(SECRET);
  });

  it('lets a path contain any letter', () => {
    expect(problemsWith({ GROUPS: 'Gruppe – O’Brien/größe 1.yaml' })).toEqual([]);
  });
});

describe('something pasted in the wrong place', () => {
  it.each([
    ['SLACK_BOT_TOKEN', `xapp-1-${SECRET}`, /an app-level token, which belongs in SLACK_APP_TOKEN/],
    ['SLACK_BOT_TOKEN', `xoxp-${SECRET}`, /got a user token/],
    ['SLACK_BOT_TOKEN', `xoxe.xoxb-1-${SECRET}`, /turn token rotation off/],
    ['SLACK_BOT_TOKEN', 'xoxb-', /ends after xoxb-/],
    ['SLACK_BOT_TOKEN', `Bearer_xoxb-${SECRET}`, /must start with xoxb-/],
    ['SLACK_APP_TOKEN', `xoxb-${SECRET}`, /a bot token, which belongs in SLACK_BOT_TOKEN/],
    [
      'SLACK_APP_TOKEN',
      '0123456789abcdef0123456789abcdef',
      /which belongs in SLACK_SIGNING_SECRET/,
    ],
    ['SLACK_SIGNING_SECRET', `xoxb-${SECRET}`, /must be the Signing Secret.*a bot token/],
    ['GOOGLE_API_KEY', '/etc/key.json', /which belongs in GOOGLE_APPLICATION_CREDENTIALS/],
    ['GOOGLE_API_KEY', '{"type":"service_account"}', /the content of a key file/],
    ['GOOGLE_API_KEY', `GOCSPX-${SECRET}`, /an OAuth client secret/],
    ['GOOGLE_API_KEY', '1-a.apps.googleusercontent.com', /an OAuth client ID/],
    ['GOOGLE_APPLICATION_CREDENTIALS', `AIza${SECRET}`, /belongs in GOOGLE_API_KEY/],
    ['GOOGLE_APPLICATION_CREDENTIALS', `{"private_key":"${SECRET}"}`, /content of a key file/],
    ['GOOGLE_APPLICATION_CREDENTIALS', 'bot@p.iam.gserviceaccount.com', /a service account/],
    ['SLACK_CHANNEL_ID', `xoxb-${SECRET}`, /a bot token, which belongs/],
    ['SLACK_CHANNEL_ID', '#wg-serving', /must be the ID.*not its name/],
    ['SLACK_CHANNEL_ID', 'wg-serving', /must be the ID.*not its name/],
    ['SLACK_CHANNEL_ID', 'https://kubernetes.slack.com/archives/C025GHJKL12', /is C025GHJKL12/],
    ['ALERT_CHANNEL', 'https://app.slack.com/client/T09NY5SBT/C025GHJKL12', /is C025GHJKL12/],
    ['SLACK_CHANNEL_ID', '<#C025GHJKL12|wg-serving>', /is C025GHJKL12/],
    ['SLACK_CHANNEL_ID', 'c0123456789', /in capitals: C0123456789/],
    ['SLACK_CHANNEL_ID', 'U0123456789', /the ID of a person/],
    ['SLACK_CHANNEL_ID', 'D0123456789', /the ID of a direct message/],
    ['SLACK_CHANNEL_ID', 'T0123456789', /the ID of a workspace/],
    ['SLACK_CHANNEL_ID', 'C0123456789,C1', /only one/],
    ['SLACK_API_URL', 'https://slack.com', /must end with \/api\//],
    ['SLACK_API_URL', 'http://slack.com/api/', /must start with https/],
    ['SLACK_API_URL', 'slack.com/api/', /must be an address such as https:\/\/slack\.com\/api\//],
    ['SLACK_API_URL', `https://u:${SECRET}@slack.com/`, /must end with \/api\//],
    ['GOOGLE_API_ROOT_URL', 'https://www.googleapis.com/calendar/v3', /only the root/],
    ['GOOGLE_API_ROOT_URL', 'http://www.googleapis.com', /must start with https/],
    ['GROUPS', 'https://example.com/group.yaml', /paths to files or a folder; download it/],
    ['DATABASE_URL', './data/bot.sqlite', /must be file: and the path/],
    ['DATABASE_URL', 'sqlite:///data/bot.sqlite', /must be file: and the path/],
    ['DATABASE_URL', 'file:/data/', /is a folder; add the file name/],
    ['DATABASE_URL', 'file:~/bot.sqlite', /the full path/],
    ['DATABASE_URL', 'file:bot.sqlite?mode=ro', /without options/],
    ['DATABASE_URL', `postgres://bot:${SECRET}#1@host/db`, /a password as %40/],
    ['REMINDER_LEADS', '24,10', /24 needs a unit/],
    ['REMINDER_LEADS', '24h 10m', /separate them with commas/],
    ['REMINDER_LEADS', '24h,', /an extra comma/],
    ['REMINDER_LEADS', '0m', /each from 1m to 14d/],
    ['REMINDER_LEADS', '30d', /each from 1m to 14d/],
    ['LOG_LEVEL', 'verbose', /must be one of fatal/],
    ['PORT', '70000', /must be a port/],
    ['CALENDAR_CRON', '*/5 * * *', /five or six fields/],
    ['CALENDAR_CRON', '0 0 31 2 *', /must be a cron expression/],
  ])('%s: %j is explained, without revealing a secret', (name, value, words) => {
    const problems = problemsWith({ [name]: value });
    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
    expect(problems[0]).not.toContain(SECRET);
  });

  it('reveals no secret, whichever setting it was pasted into', () => {
    const secrets = [
      `xoxb-${SECRET}`,
      `AIza${SECRET}`,
      `postgres://u:${SECRET}@h/d`,
      `GOCSPX-${SECRET}`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(good), 'PORT', 'SLACK_SIGNING_SECRET'),
        fc.constantFrom(...secrets),
        fc.constantFrom('', ' ', '\n', '"', '–', '…'),
        (name, secret, slip) => {
          expect(problemsWith({ [name]: `${secret}${slip}` }).join()).not.toContain(SECRET);
        },
      ),
    );
  });

  it('accepts a level in capitals, as other programs write it', () => {
    expect(parseConfig({ ...good, LOG_LEVEL: 'INFO' }).logLevel).toBe('info');
  });
});

describe('a misspelt name', () => {
  it.each([
    ['REMINDERS_LEADS', 'REMINDER_LEADS'],
    ['REMINDER_LEAD', 'REMINDER_LEADS'],
    ['CRON_CALENDAR', 'CALENDAR_CRON'],
    ['CALENDER_CRON', 'CALENDAR_CRON'],
    ['ALERT_CHANNEL_ID', 'ALERT_CHANNEL'],
    ['ORGANIZER_CHANNEL', 'ORGANIZERS_CHANNEL'],
    ['GOOGLE_APIKEY', 'GOOGLE_API_KEY'],
    ['GOOGLE_APLICATION_CREDENTIAL', 'GOOGLE_APPLICATION_CREDENTIALS'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['slack_bot_token', 'SLACK_BOT_TOKEN'],
    ['DATABASE_URI', 'DATABASE_URL'],
  ])('%s is reported, with %s', (typo, setting) => {
    expect(problemsWith({ [setting]: '', [typo]: 'x' })).toEqual([
      `${typo} is not a setting; call it ${setting}, or set that too if ${typo} is another program's`,
    ]);
  });

  it('is reported for a variable after an invisible BOM', () => {
    const problems = problemsWith({ SLACK_BOT_TOKEN: '', '\ufeffSLACK_BOT_TOKEN': 'xoxb-1' });
    expect(problems).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN has an invisible.*BOM/)]);
  });

  it('is hinted at when a required setting is missing', () => {
    expect(problemsWith({ SLACK_CHANNEL_ID: '', SLACK_CHANNEL: 'C1' })).toEqual([
      expect.stringMatching(
        /^SLACK_CHANNEL_ID is missing.*\(SLACK_CHANNEL is set; did you mean that\?\)$/,
      ),
    ]);
  });

  it('is not suspected in another program’s variable', () => {
    const others = {
      DATABASE_USER: 'x',
      SLACK_WEBHOOK_URL: 'x',
      SLACK_API_TOKEN: 'x',
      GOOGLE_CLOUD_API_KEY: 'x',
      GOOGLE_CREDENTIALS: 'x',
      REDIS_PORT: 'x',
      HOST: 'x',
    };
    expect(problemsWith({ ...others, GOOGLE_API_KEY: '', DATABASE_URL: '' })).toEqual([]);
    expect(problemsWith({ REMINDERS_LEADS: '1h' })).toEqual([]);
  });
});

describe('how often a job runs', () => {
  it.each([
    ['* * * * *', 1],
    ['*/5 * * * *', 5],
    ['*/7 * * * *', 7],
    ['* * * * * *', 1],
    ['0 * * * *', 60],
    ['@hourly', 60],
    ['0 9 * * *', 24 * 60],
    ['* 9-17 * * *', 15 * 60 + 1],
    ['* 9-17 * * 1-5', (2 * 24 + 15) * 60 + 1],
  ])('%s leaves gaps of up to %i minutes', (cron, minutes) => {
    expect(longestGapMinutes(cron)).toBe(minutes);
  });

  it('reading the calendar once a year is rejected', () => {
    expect(problemsWith({ CALENDAR_CRON: '0 0 1 1 *' })).toEqual([
      expect.stringMatching(
        /^CALENDAR_CRON leaves .* unread for up to 36[56] days; read it at least once an hour/,
      ),
    ]);
    expect(problemsWith({ CALENDAR_CRON: '0 * * * *' })).toEqual([]);
  });

  it('is told beside what else is wrong', () => {
    const wrong = { PORT: 'x', CALENDAR_CRON: '0 0 1 1 *', REMINDER_CRON: '0 * * * *' };
    expect(problemsWith(wrong).map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'CALENDAR_CRON',
      'REMINDER_CRON',
    ]);
  });

  it('a night without runs is rejected too', () => {
    expect(problemsWith({ REMINDER_CRON: '* 9-17 * * *' })).toEqual([
      expect.stringMatching(/^REMINDER_CRON .* leaves up to 901 minutes .* would be lost$/),
    ]);
  });
});
