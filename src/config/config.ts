import { SetupError } from '../errors.ts';
import type { GoogleAccess } from '../google/access.ts';
import type { GoogleSettings } from '../google/calendar-source.ts';
import type { SlackSettings } from '../slack/client.ts';
import type { StoreLocation } from '../store/location.ts';
import type { YouTubeSettings } from '../youtube/playlist-source.ts';
import { longestGapMinutes } from './cron-gap.ts';
import { type Environment, environment, SECRETS } from './environment.ts';
import { isSet, settingsProblems, type Variables } from './settings-problems.ts';

/** Everything that an operator can set. */
export interface Config {
  readonly slack: SlackSettings;
  readonly channel: string;
  /** As registered in the app's manifest. */
  readonly slashCommand: string;
  readonly google: GoogleSettings;
  readonly youtube: YouTubeSettings;
  /** Default: the group file that comes with the bot. */
  readonly groupFile: string | undefined;
  readonly store: StoreLocation;
  /** The organizers' own channel, for what only they need to do or know. */
  readonly organizersChannel: string | undefined;
  /** Whether organizers get cards while a meeting takes place. */
  readonly meetingCards: boolean;
  /** When organizers get a digest of the week; never if absent. */
  readonly digestCron: string | undefined;
  /** Channel for problems that an operator has to fix. */
  readonly alertChannel: string | undefined;
  /** Channel for what the community publishes otherwise than the group file; absent if it is not followed. */
  readonly followChannel: string | undefined;
  /** The calendar that groups without one of their own may be in; absent if it is not read. */
  readonly communityCalendar: string | undefined;
  /** Replaces the community's own repository. */
  readonly communityUrl: string | undefined;
  /** Minutes before the start, longest first. */
  readonly reminderLeads: readonly number[];
  readonly reminderCron: string;
  readonly calendarCron: string;
  /** How long after a meeting organizers are told that its video is missing. */
  readonly recordingNudge: { readonly minutes: number };
  readonly logLevel: string;
  /** Where probes and metrics are served; nowhere if absent. */
  readonly healthPort: number | undefined;
}

/** Reads the settings. Fails with SetupError, which lists every problem without revealing a secret. */
export function parseConfig(env: Variables): Config {
  const parsed = environment.safeParse(trimmed(env));
  const problems = configProblems(env);
  if (!parsed.success || problems.length > 0) throw new SetupError(problems);
  return toConfig(parsed.data);
}

/** Everything that is wrong with the settings, a line each, which starts with the name of the setting. */
export function configProblems(env: Variables): string[] {
  const set = trimmed(env);
  return [...settingsProblems(env, environment.safeParse(set).error), ...contradictions(set)];
}

/** What is set, without the space around it. */
export function trimmed(env: Variables): Record<string, string | undefined> {
  const entries = Object.entries(env).filter(([, value]) => isSet(value));
  return Object.fromEntries(entries.map(([name, value]) => [name, value?.trim()]));
}

/** The values that must never appear in a log. */
export function secretsIn(env: Variables): string[] {
  const password = URL.parse(env.DATABASE_URL ?? '')?.password;
  return [...SECRETS.map((name) => env[name]), password].flatMap((value) => value?.trim() || []);
}

const ports = environment.pick({ PORT: true, HEALTH_PORT: true });
const reminderTimes = environment.pick({ REMINDER_LEADS: true, REMINDER_CRON: true });

/** What is wrong with settings that are right by themselves. */
function contradictions(set: Variables): string[] {
  return [...lostReminders(set), ...sharedPort(set)];
}

/** In HTTP mode, Slack's requests and the probes need a port each. */
function sharedPort(set: Variables): string[] {
  const { data } = ports.safeParse(set);
  const isShared = set.SLACK_APP_TOKEN === undefined && data?.PORT === data?.HEALTH_PORT;
  if (!isShared || data === undefined || data.PORT === 0) return [];
  return [`HEALTH_PORT is the same as PORT (${data.PORT}); Slack's requests need one of their own`];
}

function lostReminders(set: Variables): string[] {
  const { data } = reminderTimes.safeParse(set);
  if (data === undefined) return [];
  const shortest = data.REMINDER_LEADS.at(-1) ?? 0;
  const gap = longestGapMinutes(data.REMINDER_CRON);
  if (gap <= shortest) return [];
  return [
    `REMINDER_CRON "${data.REMINDER_CRON}" leaves up to ${gap} minutes between two runs, more than the shortest of REMINDER_LEADS (${shortest}m): reminders would be lost`,
  ];
}

function toConfig(env: Environment): Config {
  return {
    slack: { botToken: env.SLACK_BOT_TOKEN, mode: slackMode(env), apiUrl: env.SLACK_API_URL },
    channel: env.SLACK_CHANNEL_ID,
    slashCommand: env.SLASH_COMMAND,
    google: { access: googleAccess(env), rootUrl: env.GOOGLE_API_ROOT_URL },
    youtube: { key: env.GOOGLE_API_KEY, rootUrl: env.GOOGLE_API_ROOT_URL },
    groupFile: env.GROUP_FILE,
    store: storeLocation(env.DATABASE_URL),
    organizersChannel: env.ORGANIZERS_CHANNEL,
    meetingCards: env.MEETING_CARDS === 'on',
    digestCron: env.DIGEST_CRON,
    alertChannel: env.ALERT_CHANNEL,
    followChannel: env.FOLLOW === 'on' ? (env.ORGANIZERS_CHANNEL ?? env.ALERT_CHANNEL) : undefined,
    communityCalendar: env.COMMUNITY_CALENDAR === 'off' ? undefined : env.COMMUNITY_CALENDAR,
    communityUrl: env.COMMUNITY_URL,
    reminderLeads: env.REMINDER_LEADS,
    reminderCron: env.REMINDER_CRON,
    calendarCron: env.CALENDAR_CRON,
    recordingNudge: { minutes: env.RECORDING_NUDGE },
    logLevel: env.LOG_LEVEL,
    healthPort: env.HEALTH_PORT,
  };
}

/** Where a database address leads. */
export function storeLocation(url: string): StoreLocation {
  if (!url.startsWith('file:')) return { kind: 'postgres', url };
  return { kind: 'sqlite', path: url.replace(/^file:(\/\/)?/, '') };
}

/** Socket Mode wins: an operator who created an app-level token wants it. */
export function slackMode(
  env: Pick<Environment, 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET' | 'PORT'>,
): Config['slack']['mode'] {
  if (env.SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: env.SLACK_APP_TOKEN };
  return { kind: 'http', signingSecret: env.SLACK_SIGNING_SECRET ?? '', port: env.PORT };
}

/** Credentials can read everything that a key can, and private calendars too. */
export function googleAccess(
  env: Partial<Pick<Environment, 'GOOGLE_APPLICATION_CREDENTIALS' | 'GOOGLE_API_KEY'>>,
): GoogleAccess | undefined {
  if (env.GOOGLE_APPLICATION_CREDENTIALS !== undefined) {
    return { kind: 'credentials file', path: env.GOOGLE_APPLICATION_CREDENTIALS };
  }
  return env.GOOGLE_API_KEY === undefined
    ? undefined
    : { kind: 'api key', key: env.GOOGLE_API_KEY };
}
