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
  try {
    const response = await fetch(url, {
      headers: { accept: 'text/calendar', ...(etag !== undefined && { 'if-none-match': etag }) },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 304 && etag !== undefined) return { kind: 'not modified' };
    if (!response.ok) throw statusError(response.status, calendarId);
    const bytes = await limitedBytes(response);
    return { kind: 'downloaded', bytes, etag: response.headers.get('etag') ?? undefined };
  } catch (cause) {
    if (cause instanceof UpstreamError) throw cause;
    throw unavailable(`no answer, ${reasonOf(cause)}`, cause);
  }
}

/** The feed is not there at the moment, or is not what it should be. */
export function unavailable(reason: string, cause?: unknown): UpstreamError {
  const message = `The calendar's public feed could not be read (${reason})`;
  return new UpstreamError(message, { kind: 'unavailable', cause });
}

async function limitedBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw unavailable(`more than ${MAX_BYTES / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function statusError(status: number, calendarId: string): UpstreamError {
  // Google has no feed for a calendar that is not public, and does not say whether it exists.
  if (![401, 403, 404, 410].includes(status)) return unavailable(String(status));
  return new UpstreamError(`The calendar's public feed could not be read (${status})`, {
    kind: 'refused',
    advice: `Check calendar.id in the group file, and make the calendar ${calendarId} public; for a private one, set GOOGLE_APPLICATION_CREDENTIALS.`,
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error.name;
}
