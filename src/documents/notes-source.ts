import type { NotesReading, NotesSource } from '../agenda/ports.ts';
import { UpstreamError } from '../errors.ts';
import { type BoundedResponse, boundedFetch, FetchFailure } from '../http/bounded-fetch.ts';
import { type NotesAddress, notesAddress } from './notes-address.ts';

// The notes of the largest groups have about 2 MB after ten years.
const MAX_BYTES = 5_000_000;
const TIMEOUT_MS = 15_000;
const MAX_REDIRECTS = 4;

/** Reads documents that anyone may read: Google's through their export as text, and HackMD's. */
export function notesSource(rootUrl: string | undefined): NotesSource {
  return {
    async read(link) {
      const address = notesAddress(link, rootUrl);
      return address === undefined ? { kind: 'unknown site' } : await download(address);
    },
  };
}

async function download({ url, hosts }: NotesAddress): Promise<NotesReading> {
  let at = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await get(at.href);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399) return readingOf(response);
    const next = location === null ? null : URL.parse(location, at.href);
    // Google sends those who are not signed in to accounts.google.com, where there is nothing to read.
    if (next === null || !hosts.test(next.host) || next.protocol !== at.protocol) {
      return { kind: 'private' };
    }
    at = next;
  }
  throw unavailable('redirected in circles');
}

function readingOf({ status, headers, bytes }: BoundedResponse): NotesReading {
  if (status === 401 || status === 403) return { kind: 'private' };
  if (status === 404 || status === 410) return { kind: 'not there' };
  if (status !== 200) throw unavailable(String(status));
  // A page in place of the text is the one to sign in on.
  const type = headers.get('content-type') ?? '';
  if (!/^text\/(?:plain|markdown)\b/iu.test(type)) {
    if (/^text\/html\b/iu.test(type)) return { kind: 'private' };
    throw unavailable('not a text');
  }
  return { kind: 'text', text: new TextDecoder().decode(bytes) };
}

async function get(url: string): Promise<BoundedResponse> {
  const headers = { accept: 'text/plain, text/markdown' };
  const bounds = {
    headers,
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
    redirect: 'manual',
  } as const;
  return boundedFetch(url, bounds).catch((cause: unknown) => {
    throw cause instanceof FetchFailure ? unavailable(cause.message, cause) : cause;
  });
}

function unavailable(reason: string, cause?: unknown): UpstreamError {
  const message = `The notes document could not be read (${reason})`;
  return new UpstreamError(message, { kind: 'unavailable', cause });
}
