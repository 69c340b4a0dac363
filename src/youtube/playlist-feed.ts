import { UpstreamError } from '../errors.ts';
import { boundedFetch, FetchFailure } from '../http/bounded-fetch.ts';
import type { Coverage } from '../recordings/playlist.ts';
import type { PlaylistSource } from '../recordings/ports.ts';
import type { Video } from '../recordings/video.ts';
import { feedEntries } from './feed-entries.ts';

const PUBLIC_ROOT = 'https://www.youtube.com/';
const MAX_BYTES = 1_000_000;
const TIMEOUT_MS = 10_000;
// The feed holds the first 15 videos in the playlist's order (https://github.com/youtube/api-samples/issues/91),
// without those that are private. With fewer than 10, it can be taken to hold all of them.
const ALL_BELOW = 10;

/** Reads a playlist's public feed, which needs no key and holds no more than 15 videos. */
export function playlistFeed(playlist: string, rootUrl: string | undefined): PlaylistSource {
  const url = new URL('feeds/videos.xml', rootUrl ?? PUBLIC_ROOT);
  url.searchParams.set('playlist_id', playlist);

  return {
    async read(now) {
      const videos = feedEntries(await download(url.href));
      if (videos === undefined) throw unavailable('not a whole feed');
      return { videos, coverage: coverageOf(videos), readAt: now, source: 'feed' };
    },
  };
}

/** How much of a playlist its first videos are, judged by their order. */
export function coverageOf(videos: readonly Video[]): Coverage {
  if (videos.length < ALL_BELOW) return 'all';
  const times = videos.flatMap(({ publishedAt }) => publishedAt?.toMillis() ?? []);
  const isNewestFirst = times.every((time, index) => time <= (times[index - 1] ?? Infinity));
  return isNewestFirst && times.length === videos.length ? 'newest' : 'first';
}

async function download(url: string): Promise<string> {
  const bounds = {
    headers: { accept: 'application/atom+xml, text/xml' },
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
  };
  const { status, bytes } = await boundedFetch(url, bounds).catch((cause: unknown) => {
    throw cause instanceof FetchFailure ? unavailable(cause.message, cause) : cause;
  });
  if (status === 404 || status === 403) throw notThere(status);
  if (status !== 200) throw unavailable(String(status));
  return new TextDecoder().decode(bytes);
}

function unavailable(reason: string, cause?: unknown): UpstreamError {
  const message = `The playlist's public feed could not be read (${reason})`;
  return new UpstreamError(message, { kind: 'unavailable', cause });
}

function notThere(status: number): UpstreamError {
  return new UpstreamError(`The playlist's public feed could not be read (${status})`, {
    kind: 'refused',
    advice:
      'Check recordings.playlist in the group file: YouTube has no such playlist, or it is private.',
  });
}
