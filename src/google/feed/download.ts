import { UpstreamError } from '../../errors.ts';
import { FetchFailure } from '../../http/bounded-fetch.ts';
import { type Download, download as downloadFile } from '../../http/download.ts';

// The feed of all of Kubernetes has less than 5 MB.
const MAX_BYTES = 30_000_000;
const TIMEOUT_MS = 15_000;

/** Downloads a public feed, unless it still has the `etag`. Fails with UpstreamError. */
export async function download(
  url: string,
  calendarId: string,
  etag: string | undefined,
  timeoutMs = TIMEOUT_MS,
): Promise<Exclude<Download, { kind: 'refused' }>> {
  const request = { url, accept: 'text/calendar', etag, maxBytes: MAX_BYTES, timeoutMs };
  const downloaded = await downloadFile(request).catch((error: unknown) => {
    throw error instanceof FetchFailure ? unavailable(error.message, error) : error;
  });
  if (downloaded.kind === 'refused') throw statusError(downloaded.status, calendarId);
  return downloaded;
}

/** The feed is not there at the moment, or is not what it should be. */
export function unavailable(reason: string, cause?: unknown): UpstreamError {
  const message = `The calendar's public feed could not be read (${reason})`;
  return new UpstreamError(message, { kind: 'unavailable', cause });
}

function statusError(status: number, calendarId: string): UpstreamError {
  // Google has no feed for a calendar that is not public, and does not say whether it exists.
  if (![401, 403, 404, 410].includes(status)) return unavailable(String(status));
  return new UpstreamError(`The calendar's public feed could not be read (${status})`, {
    kind: 'refused',
    advice: `Check calendar.id in the group file, and make the calendar ${calendarId} public; for a private one, set GOOGLE_APPLICATION_CREDENTIALS.`,
  });
}
