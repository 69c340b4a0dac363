import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DateTime } from 'luxon';
import type { Reply } from '../../http.ts';

/** The ID of the calendar whose public feed a path names. */
export function feedCalendar(path: string): string | undefined {
  const id = /^\/calendar\/ical\/([^/]+)\/public\/basic\.ics$/u.exec(path)?.[1];
  return id === undefined ? undefined : decoded(id);
}

/** The path of a calendar's public feed. */
export function feedPath(calendarId: string): string {
  return `/calendar/ical/${encodeURIComponent(calendarId)}/public/basic.ics`;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Google answers with a page for an unknown calendar, and for one that isn't public. */
export const FEED_NOT_FOUND: Reply = {
  status: 404,
  body: '<html lang=en><meta charset=utf-8><meta name=viewport content="initial-scale=1, minimum-scale=1, width=device-width"><title>Error 404 (Not Found)!!1</title><p><b>404.</b> <ins>That’s an error.</ins><p>The requested URL was not found on this server. <ins>That’s all we know.</ins></html>\n',
  headers: { 'content-type': 'text/html; charset=UTF-8' },
};

const NO_CACHE = {
  'content-type': 'text/calendar; charset=utf-8',
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
};

/**
 * The response to a request for a feed. Whether Google ever answers 304 is not documented, and each
 * of its responses has other bytes, since DTSTAMP is the time of the request. Here conditional
 * requests work, on what the feed says apart from that; without `validators` they are ignored.
 */
export function feedReply(
  feed: string,
  changedAt: DateTime,
  headers: IncomingHttpHeaders,
  validators: boolean,
): Reply {
  if (!validators) return { status: 200, body: feed, headers: NO_CACHE };
  const said = feed.replace(/^DTSTAMP:.*\r\n/gmu, '');
  const etag = `W/"${createHash('sha256').update(said).digest('base64url').slice(0, 27)}"`;
  const sent = { ...NO_CACHE, etag, 'last-modified': changedAt.toHTTP() ?? '' };
  if (isUnchanged(headers, etag, changedAt)) return { status: 304, body: '', headers: sent };
  return { status: 200, body: feed, headers: sent };
}

/** An `If-None-Match` is decisive; the date only counts without one. */
function isUnchanged(headers: IncomingHttpHeaders, etag: string, changedAt: DateTime): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    const opaque = etag.slice('W/'.length);
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().endsWith(opaque));
  }
  const since = DateTime.fromHTTP(headers['if-modified-since'] ?? '');
  return since.isValid && changedAt.startOf('second') <= since;
}
