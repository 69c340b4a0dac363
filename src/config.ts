import { z } from 'zod';
import { isCronExpression, longestGapMinutes } from './adapters/cron.ts';
import type { GoogleAccess } from './adapters/google/access.ts';
import type { SlackSettings } from './adapters/slack/app.ts';
import type { StoreLocation } from './adapters/store/open.ts';
import { SetupError } from './errors.ts';

/** Everything that an operator can set. */
export interface Config {
  readonly slack: SlackSettings;
  readonly channel: string;
  /** Absent: the published rule answers. */
  readonly google: GoogleAccess | undefined;
  readonly googleRootUrl: string | undefined;
  /** Absent: the group file that comes with the bot. */
  readonly groupFile: string | undefined;
  readonly store: StoreLocation;
  /** Channel for what an operator has to mend. */
  readonly alertChannel: string | undefined;
  /** Minutes before the start, longest first. */
  readonly reminderLeads: readonly number[];
  readonly reminderCron: string;
  readonly calendarCron: string;
  readonly logLevel: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MINUTES = { m: 1, h: 60, d: 24 * 60 } as const;
const LONGEST_LEAD = 14 * MINUTES.d;
const MOST_LEADS = 10;
const CHANNEL_ID = /^[CG][A-Z0-9]+$/;
const CHANNEL_WANTED = 'must be the id of a channel, such as C0123456789, not its name';
const PORT_WANTED = 'must be a port from 0 to 65535';

function secret(prefix: string, where: string) {
  return z
    .string(`is missing; it wants ${where}`)
    .startsWith(prefix, `must begin with ${prefix}; it wants ${where}`);
}

const cron = z
  .string()
  .refine(isCronExpression, 'must be a cron expression of five or six fields, such as */5 * * * *');

const url = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .transform((address) => (address.endsWith('/') ? address : `${address}/`));

const leads = z.string().transform((text, context) => {
  const minutes = text.split(',').map(leadMinutes);
  const known = minutes.filter((lead) => lead !== undefined);
  if (known.length < minutes.length || known.length > MOST_LEADS) {
    const message = `must be up to ${MOST_LEADS} times such as 24h,10m, each from 1m to 14d`;
    context.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  }
  return [...new Set(known)].sort((a, b) => b - a);
});

function leadMinutes(text: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(text.trim()) ?? [];
  if (unit !== 'm' && unit !== 'h' && unit !== 'd') return undefined;
  const minutes = Number(count) * MINUTES[unit];
  return minutes >= 1 && minutes <= LONGEST_LEAD ? minutes : undefined;
}

const environment = z.object({
  SLACK_BOT_TOKEN: secret('xoxb-', 'the Bot User OAuth Token, from OAuth & Permissions of the app'),
  SLACK_CHANNEL_ID: z
    .string('is missing; it wants the id of the channel for reminders, such as C0123456789')
    .regex(CHANNEL_ID, CHANNEL_WANTED),
  ALERT_CHANNEL: z.string().regex(CHANNEL_ID, CHANNEL_WANTED).optional(),
  SLACK_APP_TOKEN: secret(
    'xapp-',
    'the app-level token, from Basic Information of the app',
  ).optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_WANTED)
    .transform(Number)
    .refine((port) => port <= 65535, PORT_WANTED)
    .prefault('3000'),
  GOOGLE_API_KEY: z.string().optional(),
  GOOGLE_APPLICATION_CREDENTIALS: z.string().optional(),
  GOOGLE_API_ROOT_URL: url.optional(),
  SLACK_API_URL: url.optional(),
  GROUP_FILE: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.|postgres(ql)?:\/\/.)/,
      'must be file: and the path of a SQLite file, such as file:./data/bot.sqlite, or postgres://user:password@host/database',
    )
    .default('file:./data/wg-serving-bot.sqlite'),
  REMINDER_LEADS: leads.prefault('24h,10m'),
  REMINDER_CRON: cron.default('* * * * *'),
  CALENDAR_CRON: cron.default('*/5 * * * *'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

type Environment = z.infer<typeof environment>;

// The address of a database holds its password.
const SECRETS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'GOOGLE_API_KEY',
  'DATABASE_URL',
];

/** Reads the settings. Fails with SetupError, which names every problem and no secret's value. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable, as in a copied .env.example, is one that is not set.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(set);
  const problems = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map(({ path, message }) => problemLine(String(path[0]), message, set));
  if (!set.SLACK_APP_TOKEN && !set.SLACK_SIGNING_SECRET) {
    problems.push(
      'SLACK_APP_TOKEN is missing; it wants the app-level token (Socket Mode), or set SLACK_SIGNING_SECRET and PORT (HTTP mode)',
    );
  }
  if (!parsed.success || problems.length > 0) throw new SetupError(problems);
  return toConfig(parsed.data);
}

/** The values that may never be seen in a log. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): string[] {
  const password = URL.parse(env.DATABASE_URL ?? '')?.password;
  return [...SECRETS.map((name) => env[name]), password].flatMap((value) => value || []);
}

function problemLine(name: string, message: string, env: Record<string, string | undefined>) {
  const value = env[name];
  const got =
    value === undefined
      ? ''
      : SECRETS.includes(name)
        ? ' (got something else)'
        : ` (got "${value}")`;
  return `${name} ${message}${got}`;
}

function contradictions(env: Environment): string[] {
  const shortest = env.REMINDER_LEADS.at(-1) ?? 0;
  const gap = longestGapMinutes(env.REMINDER_CRON);
  if (gap <= shortest) return [];
  return [
    `REMINDER_CRON "${env.REMINDER_CRON}" leaves up to ${gap} minutes between two runs, more than the shortest of REMINDER_LEADS (${shortest}m): such reminders would be lost`,
  ];
}

function toConfig(env: Environment): Config {
  return {
    slack: { botToken: env.SLACK_BOT_TOKEN, mode: slackMode(env), apiUrl: env.SLACK_API_URL },
    channel: env.SLACK_CHANNEL_ID,
    google: googleAccess(env),
    googleRootUrl: env.GOOGLE_API_ROOT_URL,
    groupFile: env.GROUP_FILE,
    store: storeLocation(env.DATABASE_URL),
    alertChannel: env.ALERT_CHANNEL,
    reminderLeads: env.REMINDER_LEADS,
    reminderCron: env.REMINDER_CRON,
    calendarCron: env.CALENDAR_CRON,
    logLevel: env.LOG_LEVEL,
  };
}

function storeLocation(url: string): StoreLocation {
  if (!url.startsWith('file:')) return { kind: 'postgres', url };
  return { kind: 'sqlite', path: url.replace(/^file:(\/\/)?/, '') };
}

/** Socket Mode wins: an operator who has made an app-level token wants it. */
function slackMode(env: Environment): Config['slack']['mode'] {
  if (env.SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: env.SLACK_APP_TOKEN };
  return { kind: 'http', signingSecret: env.SLACK_SIGNING_SECRET ?? '', port: env.PORT };
}

/** Credentials see all that a key sees, and private calendars too. */
function googleAccess(env: Environment): GoogleAccess | undefined {
  if (env.GOOGLE_APPLICATION_CREDENTIALS !== undefined) {
    return { kind: 'credentials file', path: env.GOOGLE_APPLICATION_CREDENTIALS };
  }
  return env.GOOGLE_API_KEY === undefined
    ? undefined
    : { kind: 'api key', key: env.GOOGLE_API_KEY };
}
