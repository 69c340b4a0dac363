import { z } from 'zod';
import { COMMUNITY_CALENDAR } from '../community/community-calendar.ts';
import {
  address,
  anythingBut,
  calendarCron,
  channelId,
  cron,
  databaseUrl,
  folderAddress,
  leads,
  onOrOff,
  port,
  token,
  waiting,
} from './fields.ts';
import type { Spelling } from './slips.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable, with its format and default. .env.example explains them. */
export const environment = z.object({
  SLACK_BOT_TOKEN: token(
    'xoxb-',
    'the Bot User OAuth Token, from the app’s OAuth & Permissions page',
  ),
  SLACK_CHANNEL_ID: channelId,
  SLASH_COMMAND: z
    .string()
    .regex(
      /^\/[a-z0-9_-]{1,31}$/,
      'must be the slash command from manifest.yml, such as /wg-serving',
    )
    .default('/wg-serving'),
  ORGANIZERS_CHANNEL: channelId.optional(),
  MEETING_CARDS: onOrOff.default('on'),
  DIGEST_CRON: cron.optional(),
  ALERT_CHANNEL: channelId.optional(),
  FOLLOW: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['on', 'off'], 'must be on or off'))
    .default('on'),
  SLACK_APP_TOKEN: token(
    'xapp-',
    'the app-level token, from the app’s Basic Information page',
  ).optional(),
  SLACK_SIGNING_SECRET: anythingBut(
    'SLACK_SIGNING_SECRET',
    'the Signing Secret, from the app’s Basic Information page',
  ).optional(),
  PORT: port.prefault('3000'),
  HEALTH_PORT: port.optional(),
  GOOGLE_API_KEY: anythingBut(
    'GOOGLE_API_KEY',
    'an API key, from Credentials in the Google Cloud console',
  ).optional(),
  GOOGLE_APPLICATION_CREDENTIALS: anythingBut(
    'GOOGLE_APPLICATION_CREDENTIALS',
    'the path to a service account’s key file',
  ).optional(),
  GOOGLE_API_ROOT_URL: address('/', 'https://www.googleapis.com/').optional(),
  SLACK_API_URL: address('/api/', 'https://slack.com/api/').optional(),
  COMMUNITY_URL: folderAddress.optional(),
  COMMUNITY_CALENDAR: z
    .string()
    .regex(
      /^(?:off|\S+@\S+)$/,
      'must be the ID of a calendar, such as calendar@kubernetes.io, or off',
    )
    .default(COMMUNITY_CALENDAR),
  GROUP_FILE: z
    .string()
    .refine((path) => !/^https?:/.test(path), 'must be the path to a file; download it first')
    .optional(),
  DATABASE_URL: databaseUrl.default('file:./data/wg-serving-bot.sqlite'),
  REMINDER_LEADS: leads.prefault('24h,10m'),
  REMINDER_CRON: cron.default('* * * * *'),
  RECORDING_NUDGE: waiting.prefault('3d'),
  CALENDAR_CRON: calendarCron.default('*/5 * * * *'),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`))
    .default('info'),
});

export type Environment = z.infer<typeof environment>;

/** The names of the settings, in the order in which their problems are listed. */
export const SETTINGS: readonly string[] = Object.keys(environment.shape);

// A database's address contains its password.
export const SECRETS: readonly string[] = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'GOOGLE_API_KEY',
  'DATABASE_URL',
];

const PATHS = ['GROUP_FILE', 'GOOGLE_APPLICATION_CREDENTIALS', 'DATABASE_URL'];
const LISTS = ['REMINDER_LEADS', 'REMINDER_CRON', 'CALENDAR_CRON', 'DIGEST_CRON'];

export function spellingOf(setting: string): Spelling {
  if (PATHS.includes(setting)) return 'path';
  return LISTS.includes(setting) ? 'list' : 'word';
}
