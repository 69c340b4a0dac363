import { type BoundedResponse, boundedFetch, FetchFailure } from '../../bounded-fetch.ts';
import { UpstreamError } from '../../errors.ts';

// The feed of all of Kubernetes has less than 5 MB.
const MAX_BYTES = 30_000_000;
const TIMEOUT_MS = 15_000;

export type Download =
  | { readonly kind: 'not modified' }
  | {
      readonly kind: 'downloaded';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly etag: string | undefined;
    };

/** Downloads a public feed, unless it still has the `etag`. Fails with UpstreamError. */
export async function download(
  url: string,
  calendarId: string,
  etag: string | undefined,
  timeoutMs = TIMEOUT_MS,
): Promise<Download> {
  const headers = { accept: 'text/calendar', ...(etag !== undefined && { 'if-none-match': etag }) };
  const { status, headers: sent, bytes } = await fetched(url, headers, timeoutMs);
  if (status === 304 && etag !== undefined) return { kind: 'not modified' };
  if (status < 200 || status > 299) throw statusError(status, calendarId);
  return { kind: 'downloaded', bytes, etag: sent.get('etag') ?? undefined };
}

/** The feed is not there at the moment, or is not what it should be. */
export function unavailable(reason: string, cause?: unknown): UpstreamError {
  const message = `The calendar's public feed could not be read (${reason})`;
  return new UpstreamError(message, { kind: 'unavailable', cause });
}

async function fetched(
  url: string,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<BoundedResponse> {
  try {
    return await boundedFetch(url, { headers, maxBytes: MAX_BYTES, timeoutMs });
  } catch (cause) {
    if (cause instanceof FetchFailure) throw unavailable(cause.message, cause);
    throw cause;
  }
}

function statusError(status: number, calendarId: string): UpstreamError {
  // Google has no feed for a calendar that is not public, and does not say whether it exists.
  if (![401, 403, 404, 410].includes(status)) return unavailable(String(status));
  return new UpstreamError(`The calendar's public feed could not be read (${status})`, {
    kind: 'refused',
    advice: `Check calendar.id in the group file, and make the calendar ${calendarId} public; for a private one, set GOOGLE_APPLICATION_CREDENTIALS.`,
  });
}
