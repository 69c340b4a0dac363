import { SetupError } from '../errors.ts';
import type { GoogleAccess } from '../google/access.ts';
import { longestGapMinutes } from '../scheduler.ts';
import type { SlackSettings } from '../slack/connection.ts';
import type { StoreLocation } from '../store/open.ts';
import { type Environment, environment, SECRETS } from './environment.ts';

/** Everything that an operator can set. */
export interface Config {
  readonly slack: SlackSettings;
  readonly channel: string;
  /** As the app's manifest registers it. */
  readonly slashCommand: string;
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
    slashCommand: env.SLASH_COMMAND,
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
