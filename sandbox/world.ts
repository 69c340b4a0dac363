import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { parseDocument } from 'yaml';
import { type Bot, startBot } from '../src/app/bot.ts';
import type { Clock } from '../src/clock.ts';
import { parseConfig } from '../src/config/config.ts';
import { OWN_GROUP_FILE } from '../src/group/load.ts';
import {
  type LocalCommunity,
  type LocalCommunitySettings,
  startLocalCommunity,
} from './community/server.ts';
import { LocalDocuments } from './documents/documents.ts';
import { type LocalGoogle, type LocalGoogleSettings, startLocalGoogle } from './google/server.ts';
import {
  type LocalSlack,
  type LocalSlackSettings,
  startLocalSlack,
  TOKENS,
} from './slack/server.ts';
import { BOT } from './slack/workspace.ts';
import type { LocalVideo } from './youtube/playlist.ts';
import { LocalYouTube } from './youtube/youtube.ts';

/** The people of the sandbox, by role. */
export const ACTORS = {
  organizer: {
    id: 'U0ORGANIZER',
    name: 'organizer',
    zone: 'America/Los_Angeles',
    city: 'San Francisco',
  },
  member: { id: 'U0MEMBER', name: 'member', zone: 'Asia/Kolkata', city: 'Pune' },
  newcomer: { id: 'U0NEWCOMER', name: 'newcomer', zone: 'Europe/Berlin', city: 'Berlin' },
} as const;

export const ROLES = ['organizer', 'member', 'newcomer'] as const;

export type Role = (typeof ROLES)[number];

/** The group's channel, which the bot is a member of. */
export const CHANNEL = 'C0WGSERVING';
/** The organizers' own channel, which the bot is a member of. */
export const ORGANIZERS = 'C0ORGANIZERS';
/** The group's playlist and its notes document, as its file has them. */
export const PLAYLIST = 'PL69nYSiGNLP2io2Gg92njBfh-DX9sk7O3';
export const NOTES = '1aExJFtaLnO-TM6_2uILgI8NI0IjOm7FcwLABBKEMEo0';
/** As the group file names it. */
export const COMMUNITY_CALENDAR = 'calendar@kubernetes.io';
const API_KEY = 'sandbox-google-api-key';

/** A local Slack and a local Google Calendar, and an environment that points the bot at them. */
export interface Services {
  readonly slack: LocalSlack;
  readonly google: LocalGoogle;
  readonly youtube: LocalYouTube;
  readonly documents: LocalDocuments;
  readonly community: LocalCommunity;
  readonly env: Readonly<Record<string, string>>;
  /** Whether the group has retired, from the next start of the bot on. */
  setRetired(isRetired: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface ServicesSettings {
  readonly clock: Clock;
  readonly events: readonly unknown[];
  /** Set `clock` if Slack's time differs from the bot's, and likewise for Google. */
  readonly slack?: Partial<
    Pick<LocalSlackSettings, 'clock' | 'fault' | 'http' | 'manifest' | 'postsAMinute' | 'traffic'>
  >;
  readonly google?: Partial<
    Pick<
      LocalGoogleSettings,
      | 'apiKey'
      | 'calendars'
      | 'clock'
      | 'documents'
      | 'fault'
      | 'feedValidators'
      | 'traffic'
      | 'youtube'
    >
  >;
  /** What the local YouTube and the notes begin with; nothing, unless given. */
  readonly files?: { readonly videos: readonly LocalVideo[]; readonly notes: string };
  readonly community?: LocalCommunitySettings;
  /** Whether the group is as it is today; else as it was while it was active, since there is more to see. */
  readonly retired?: boolean;
  /** Keeps the bot's store from one start to the next. */
  readonly keepsStore?: boolean;
  /** Settings of the bot that differ from the defaults. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function startServices(settings: ServicesSettings): Promise<Services> {
  const folder = await mkdtemp(join(tmpdir(), 'wg-serving-sandbox-'));
  const group = await writeGroupFile(folder, settings.retired ?? false);
  const slack = await startLocalSlack({ clock: settings.clock, ...settings.slack });
  for (const actor of Object.values(ACTORS)) slack.workspace.addUser(actor);
  const members = [BOT.userId, ...Object.values(ACTORS).map(({ id }) => id)];
  slack.workspace.addChannel(CHANNEL, 'wg-serving', members);
  slack.workspace.addChannel(ORGANIZERS, 'wg-serving-organizers', [
    BOT.userId,
    ACTORS.organizer.id,
  ]);
  const { calendarId, zone, path } = group;
  const { videos = [], notes = '' } = settings.files ?? {};
  const { youtube = localYouTube(videos), documents = localDocuments(notes) } =
    settings.google ?? {};
  const google = await startLocalGoogle({
    calendarId,
    guestCalendar: COMMUNITY_CALENDAR,
    zone,
    apiKey: API_KEY,
    clock: settings.clock,
    events: settings.events,
    youtube,
    documents,
    ...settings.google,
  });
  const community = await startLocalCommunity(settings.community);
  return {
    slack,
    google,
    youtube,
    documents,
    community,
    env: {
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_CHANNEL_ID: CHANNEL,
      SLACK_API_URL: slack.apiUrl,
      GOOGLE_API_KEY: API_KEY,
      GOOGLE_API_ROOT_URL: google.rootUrl,
      GROUPS: path,
      DATABASE_URL: settings.keepsStore ? `file:${join(folder, 'bot.sqlite')}` : 'file::memory:',
      COMMUNITY_URL: community.url,
      // Most worlds have no community.
      FOLLOW: settings.community === undefined ? 'off' : 'on',
      ...settings.env,
    },
    async setRetired(isRetired) {
      await writeGroupFile(folder, isRetired);
    },
    async close() {
      await Promise.all([slack.close(), google.close(), community.close()]);
      await rm(folder, { recursive: true });
    },
  };
}

function localYouTube(videos: readonly LocalVideo[]): LocalYouTube {
  const playlist = { id: PLAYLIST, title: 'WG Serving', visibility: 'public', videos } as const;
  return new LocalYouTube({ apiKey: API_KEY, playlists: [playlist] });
}

function localDocuments(text: string): LocalDocuments {
  const notes = { site: 'google', id: NOTES, title: 'WG Serving notes', text } as const;
  return new LocalDocuments([{ ...notes, visibility: 'anyone' }]);
}

/** The services with the real bot running against them in this process. */
export interface World extends Services {
  readonly bot: Bot;
  /** Ends the bot, and starts it again with its settings and the group file as they are now. */
  restart(): Promise<void>;
}

export async function startWorld(settings: ServicesSettings, logger: Logger): Promise<World> {
  const services = await startServices(settings);
  const start = () => startBot(parseConfig(services.env), settings.clock, logger);
  try {
    let bot = await start();
    return {
      ...services,
      get bot() {
        return bot;
      },
      async restart() {
        await bot.stop();
        bot = await start();
      },
      async close() {
        await bot.stop();
        await services.close();
      },
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

/** The project's group file, with the sandbox's organizer added as one of the group's. */
async function writeGroupFile(folder: string, isRetired: boolean) {
  const document = parseDocument(await readFile(OWN_GROUP_FILE, 'utf8'));
  document.setIn(['organizers', 0, 'slack_id'], ACTORS.organizer.id);
  if (!isRetired) document.set('status', 'active');
  const path = join(folder, 'group.yaml');
  await writeFile(path, String(document));
  const calendarId = String(document.getIn(['calendar', 'id']));
  return { path, calendarId, zone: String(document.getIn(['meetings', 0, 'when', 'zone'])) };
}
