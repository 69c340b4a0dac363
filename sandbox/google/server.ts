import type { IncomingMessage } from 'node:http';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { isDocument, type LocalDocuments } from '../documents/documents.ts';
import { type Reply, serve } from '../http.ts';
import type { Exchange, Traffic } from '../traffic.ts';
import { type LocalYouTube, youTubeRequest } from '../youtube/youtube.ts';
import { answerApi, apiCalendar } from './api.ts';
import { writeFeed } from './feed/calendar.ts';
import { FEED_NOT_FOUND, feedCalendar, feedPath, feedReply } from './feed/reply.ts';

export { googleError } from './api.ts';

export interface LocalGoogle {
  /** For GOOGLE_API_ROOT_URL. */
  readonly rootUrl: string;
  /** The calendar's public iCal feed, for anyone. */
  readonly feedUrl: string;
  /** How many requests for the calendar have come. */
  readonly requests: () => number;
  /** Replaces the calendar's events, from the next request on. */
  setEvents(resources: readonly unknown[]): void;
  /** Whether those who are not signed in may see the calendar: through its feed, or with a key. */
  setPublic(isPublic: boolean): void;
  close(): Promise<void>;
}

export interface LocalGoogleSettings {
  readonly calendarId: string;
  /** Another calendar, which has a copy of each event that it is invited to. */
  readonly guestCalendar?: string;
  readonly apiKey: string;
  readonly zone: string;
  readonly events: readonly unknown[];
  /** Tells when a feed was written and when events were changed; the real one unless given. */
  readonly clock?: Clock;
  /** Whether the feed can be asked for only if it has changed; true unless given. */
  readonly feedValidators?: boolean;
  /** Sits between a request and the calendar: may answer instead, or spoil the response. */
  readonly fault?: (url: URL, run: () => Reply) => Reply | Promise<Reply>;
  readonly traffic?: Traffic;
  /** What else is served from the same address. */
  readonly youtube?: LocalYouTube;
  readonly documents?: LocalDocuments;
}

/** Where credentials are exchanged for the one access token, per https://www.rfc-editor.org/rfc/rfc8693 */
export const TOKEN_PATH = '/token';
const TOKEN = {
  access_token: 'ya29.sandbox-access-token',
  issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  token_type: 'Bearer',
  expires_in: 3600,
};

const NAME = 'WG Serving';
const DESCRIPTION = 'Meetings of WG Serving, its workstreams included.';

/** What a request is for, as a fault rule's `on` names it; the calendar's API, unless it is something else. */
export type GoogleRequest = 'calendar' | 'feed' | 'youtube' | 'playlist feed' | 'documents';

const TRAFFIC: Readonly<Record<GoogleRequest, Exchange['what']>> = {
  calendar: 'Calendar API',
  feed: 'Calendar feed',
  youtube: 'YouTube API',
  'playlist feed': 'Playlist feed',
  documents: 'Documents',
};

export function faultName(url: URL): GoogleRequest {
  if (url.pathname.startsWith('/calendar/ical/')) return 'feed';
  return youTubeRequest(url) ?? (isDocument(url) ? 'documents' : 'calendar');
}

/** A local Google Calendar with one calendar, public at first: its API and its iCal feed. */
export async function startLocalGoogle(settings: LocalGoogleSettings): Promise<LocalGoogle> {
  const { calendarId, traffic, clock = { now: () => DateTime.utc() } } = settings;
  let state: CalendarState = {
    events: settings.events,
    changedAt: clock.now().startOf('second'),
    isPublic: true,
  };
  let requests = 0;
  const server = await serve(async (request, url) => {
    const what = faultName(url);
    if (what === 'calendar' || what === 'feed') requests += 1;
    const run = () => answer(request, url, settings, state, clock.now());
    const faulty = () => (settings.fault ? settings.fault(url, run) : run());
    const sent = Object.fromEntries(url.searchParams);
    return traffic ? traffic.request(TRAFFIC[what], url.pathname, sent, faulty) : faulty();
  });
  return {
    rootUrl: `${server.origin}/`,
    feedUrl: `${server.origin}${feedPath(calendarId)}`,
    requests: () => requests,
    setEvents(events) {
      // HTTP dates have whole seconds: the second change within one is dated a second later.
      const next = state.changedAt.plus({ seconds: 1 });
      state = { ...state, events, changedAt: DateTime.max(clock.now().startOf('second'), next) };
    },
    setPublic(isPublic) {
      state = { ...state, isPublic };
    },
    close: () => server.close(),
  };
}

interface CalendarState {
  readonly events: readonly unknown[];
  readonly changedAt: DateTime;
  readonly isPublic: boolean;
}

function answer(
  request: IncomingMessage,
  url: URL,
  settings: LocalGoogleSettings,
  state: CalendarState,
  now: DateTime,
): Reply {
  if (url.pathname === TOKEN_PATH) return { status: 200, body: TOKEN };
  const { method = '', headers } = request;
  const { youtube, documents } = settings;
  switch (faultName(url)) {
    case 'feed':
      return answerFeed(request, url, settings, state, now);
    case 'youtube':
    case 'playlist feed':
      return youtube ? youtube.answer(method, url, headers) : FEED_NOT_FOUND;
    case 'documents':
      return documents ? documents.answer(method, url) : FEED_NOT_FOUND;
    case 'calendar':
      break;
  }
  const bearer = headers.authorization === `Bearer ${TOKEN.access_token}`;
  const { calendarId, events } = calendarAt(apiCalendar(url), settings, state);
  return answerApi(method, url, bearer, { ...settings, ...state, calendarId, events, name: NAME });
}

function answerFeed(
  { method = '', headers }: IncomingMessage,
  url: URL,
  settings: LocalGoogleSettings,
  state: CalendarState,
  now: DateTime,
): Reply {
  const { zone, feedValidators = true } = settings;
  const { changedAt, isPublic } = state;
  const asked = feedCalendar(url.pathname);
  const { calendarId, events } = calendarAt(asked, settings, state);
  const known = isPublic && asked === calendarId;
  if (!known || !['GET', 'HEAD'].includes(method)) return FEED_NOT_FOUND;
  const facts = { zone, now, changedAt, name: NAME, description: DESCRIPTION };
  return feedReply(writeFeed(events, facts), changedAt, headers, feedValidators);
}

/** The calendar that a request asks for, if it is the guest's; else the one that there is. */
function calendarAt(
  asked: string | undefined,
  { calendarId, guestCalendar }: LocalGoogleSettings,
  { events }: CalendarState,
) {
  if (guestCalendar === undefined || asked !== guestCalendar) return { calendarId, events };
  return {
    calendarId: guestCalendar,
    events: events.filter((event) => isInvited(event, guestCalendar)),
  };
}

const guests = z.object({ attendees: z.array(z.object({ email: z.string() })) });

function isInvited(event: unknown, address: string): boolean {
  const invited = guests.safeParse(event).data?.attendees ?? [];
  return invited.some(({ email }) => email === address);
}
