import type { Reply } from '../http.ts';
import { asServed } from './event.ts';
import { applyFields } from './fields.ts';
import { listEvents, listParameters } from './list.ts';

const PATH = /^\/calendar\/v3\/calendars\/([^/]+)\/events$/;

/** The calendar that the API serves. */
export interface ServedCalendar {
  readonly calendarId: string;
  readonly apiKey: string;
  readonly zone: string;
  readonly name: string;
  readonly isPublic: boolean;
  readonly events: readonly unknown[];
}

/** The ID of the calendar that a request asks for. */
export function apiCalendar(url: URL): string | undefined {
  const id = PATH.exec(url.pathname)?.[1];
  return id === undefined ? undefined : decodeURIComponent(id);
}

/** Answers a request to the API; `bearer` is whether it has the access token. */
export function answerApi(
  method: string,
  url: URL,
  bearer: boolean,
  { calendarId, apiKey, zone, name, isPublic, events }: ServedCalendar,
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
  // A key shows who asks, not that they may see a calendar that is not public.
  if (apiCalendar(url) !== calendarId || !(isPublic || bearer)) {
    return googleError(404, 'notFound', 'Not Found');
  }
  if (!query.success) return googleError(400, 'badRequest', 'Bad Request');
  const result = listEvents(events, query.data, zone);
  if (!result.ok) return googleError(400, 'badRequest', result.problem);
  const { ok: _, ...page } = { ...result, items: result.items.map(asServed) };
  const body = { kind: 'calendar#events', summary: name, timeZone: zone, ...page };
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
