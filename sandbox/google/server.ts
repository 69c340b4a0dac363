import { type Reply, serve } from '../http.ts';
import type { Traffic } from '../traffic.ts';
import { asServed } from './event.ts';
import { applyFields } from './fields.ts';
import { listEvents, listParameters } from './list.ts';

export interface LocalGoogle {
  /** For GOOGLE_API_ROOT_URL. */
  readonly rootUrl: string;
  /** How many requests have come. */
  readonly requests: () => number;
  /** Replaces the calendar's events, from the next request on. */
  setEvents(resources: readonly unknown[]): void;
  close(): Promise<void>;
}

export interface LocalGoogleSettings {
  readonly calendarId: string;
  readonly apiKey: string;
  readonly zone: string;
  readonly events: readonly unknown[];
  /** Sits between a request and the calendar: may answer instead, or spoil the response. */
  readonly fault?: (url: URL, run: () => Reply) => Reply | Promise<Reply>;
  readonly traffic?: Traffic;
}

/** Where credentials are exchanged for the one access token, per https://www.rfc-editor.org/rfc/rfc8693 */
export const TOKEN_PATH = '/token';
const TOKEN = {
  access_token: 'ya29.sandbox-access-token',
  issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  token_type: 'Bearer',
  expires_in: 3600,
};

const PATH = /^\/calendar\/v3\/calendars\/([^/]+)\/events$/;

/** A local Google Calendar with one public calendar. */
export async function startLocalGoogle(settings: LocalGoogleSettings): Promise<LocalGoogle> {
  let { events } = settings;
  let requests = 0;
  const { traffic } = settings;
  const server = await serve(async (request, url) => {
    requests += 1;
    const run = (): Reply => {
      if (url.pathname === TOKEN_PATH) return { status: 200, body: TOKEN };
      const bearer = request.headers.authorization === `Bearer ${TOKEN.access_token}`;
      return answer(request.method ?? '', url, bearer, settings, events);
    };
    const faulty = () => (settings.fault ? settings.fault(url, run) : run());
    const sent = Object.fromEntries(url.searchParams);
    return traffic ? traffic.request('Calendar API', url.pathname, sent, faulty) : faulty();
  });
  return {
    rootUrl: `${server.origin}/`,
    requests: () => requests,
    setEvents(resources) {
      events = resources;
    },
    close: () => server.close(),
  };
}

function answer(
  method: string,
  url: URL,
  bearer: boolean,
  { calendarId, apiKey, zone }: LocalGoogleSettings,
  events: readonly unknown[],
): Reply {
  const path = PATH.exec(url.pathname);
  if (method !== 'GET' || !path) return googleError(404, 'notFound', 'Not Found');
  const query = listParameters.safeParse(Object.fromEntries(url.searchParams));
  const key = url.searchParams.get('key');
  if (key === null && !bearer) {
    return googleError(403, 'forbidden', 'The request is missing a valid API key.');
  }
  if (!bearer && key !== apiKey) {
    return googleError(400, 'badRequest', 'API key not valid. Please pass a valid API key.');
  }
  if (decodeURIComponent(path[1] ?? '') !== calendarId) {
    return googleError(404, 'notFound', 'Not Found');
  }
  if (!query.success) return googleError(400, 'badRequest', 'Bad Request');
  const result = listEvents(events, query.data, zone);
  if (!result.ok) return googleError(400, 'badRequest', result.problem);
  const { ok: _, ...page } = { ...result, items: result.items.map(asServed) };
  const body = { kind: 'calendar#events', summary: 'WG Serving', timeZone: zone, ...page };
  return partial(body, query.data.fields);
}

function partial(body: unknown, fields: string | undefined): Reply {
  if (fields === undefined) return { status: 200, body };
  try {
    return { status: 200, body: applyFields(body, fields) };
  } catch (error) {
    return googleError(400, 'invalidParameter', String(error));
  }
}

/** An error in the form of https://developers.google.com/workspace/calendar/api/guides/errors */
export function googleError(status: number, reason: string, message: string): Reply {
  const errors = [{ domain: 'global', reason, message }];
  return { status, body: { error: { code: status, message, errors } } };
}
