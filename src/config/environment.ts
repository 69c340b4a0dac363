import { z } from 'zod';
import { leadMinutes, sortLeadTimes } from '../reminders/lead-times.ts';
import { isCronExpression } from '../scheduler.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MAX_LEAD_TIMES = 10;
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
  const minutes = text.split(',').map(parseLead);
  const known = minutes.filter((lead) => lead !== undefined);
  if (known.length < minutes.length || known.length > MAX_LEAD_TIMES) {
    const message = `must be up to ${MAX_LEAD_TIMES} times such as 24h,10m, each from 1m to 14d`;
    context.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  }
  return sortLeadTimes(known);
});

function parseLead(text: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(text.trim()) ?? [];
  return leadMinutes(count, unit);
}

/** Every variable, with what it wants and its default. .env.example explains them. */
export const environment = z.object({
  SLACK_BOT_TOKEN: secret('xoxb-', 'the Bot User OAuth Token, from OAuth & Permissions of the app'),
  SLACK_CHANNEL_ID: z
    .string('is missing; it wants the id of the channel for reminders, such as C0123456789')
    .regex(CHANNEL_ID, CHANNEL_WANTED),
  SLASH_COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/, 'must be the slash command of manifest.yml, such as /wg-serving')
    .default('/wg-serving'),
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

export type Environment = z.infer<typeof environment>;

// The address of a database holds its password.
export const SECRETS: readonly string[] = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'GOOGLE_API_KEY',
  'DATABASE_URL',
];
