import { youtube, type youtube_v3 } from 'googleapis/build/src/apis/youtube/index.js';
import type { DateTime } from 'luxon';
import { UpstreamError } from '../errors.ts';
import { apiError } from '../google/failure.ts';
import type { PlaylistSource } from '../recordings/ports.ts';
import type { Video } from '../recordings/video.ts';
import { FIELDS, playlistPage, videoOf } from './playlist-item.ts';

// YouTube's own limits: 50 items a page, 5,000 videos a playlist. A page costs 1 of 10,000 units a day.
// https://developers.google.com/youtube/v3/docs/playlistItems/list
const PAGE_SIZE = 50;
const MAX_PAGES = 100;
const TIMEOUT_MS = 10_000;
// A page may stay the same while one further on changes.
const READ_ALL_AFTER = { hours: 24 };
const API = { service: 'YouTube', api: 'YouTube Data API v3' };

interface LastRead {
  readonly etag: string | undefined;
  readonly allReadAt: DateTime<true>;
  readonly videos: readonly Video[];
  readonly coverage: 'all' | 'first';
}

/** Reads a public playlist through `playlistItems.list`, all pages unless the first is unchanged. */
export function playlistApi(
  key: string,
  playlist: string,
  rootUrl: string | undefined,
): PlaylistSource {
  const client = youtube({
    version: 'v3',
    auth: key,
    timeout: TIMEOUT_MS,
    ...(rootUrl !== undefined && { rootUrl }),
  });
  let last: LastRead | undefined;

  return {
    async read(now) {
      const known = last && now < last.allReadAt.plus(READ_ALL_AFTER) ? last : undefined;
      const read = await readPages(client, playlist, known?.etag);
      if (read !== undefined) last = { ...read, allReadAt: now };
      if (last === undefined) throw new Error('a playlist without a copy was said to be unchanged');
      const { videos, coverage } = last;
      return { videos, coverage, readAt: now, source: 'api' };
    },
  };
}

/** Undefined if the first page still has the `etag`. */
async function readPages(client: youtube_v3.Youtube, playlistId: string, etag: string | undefined) {
  const videos: Video[] = [];
  let first: string | undefined;
  let pageToken: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await readPage(client, playlistId, pageToken, pages === 0 ? etag : undefined);
    if (page === undefined) return undefined;
    if (pages === 0) first = page.etag;
    videos.push(...page.items.flatMap((item) => videoOf(item) ?? []));
    pageToken = page.nextPageToken;
    if (pageToken === undefined) return { videos, etag: first, coverage: 'all' } as const;
  }
  return { videos, etag: first, coverage: 'first' } as const;
}

async function readPage(
  client: youtube_v3.Youtube,
  playlistId: string,
  pageToken: string | undefined,
  etag: string | undefined,
) {
  const query = {
    part: ['snippet', 'contentDetails'],
    playlistId,
    maxResults: PAGE_SIZE,
    fields: FIELDS,
    ...(pageToken !== undefined && { pageToken }),
  };
  const headers = etag === undefined ? {} : { 'If-None-Match': etag };
  try {
    const { status, data } = await client.playlistItems.list(query, { headers });
    if (status === 304) return undefined;
    const page = playlistPage.safeParse(data);
    if (page.success) return page.data;
  } catch (error) {
    throw apiError(error, API, playlistAdvice);
  }
  // A proxy's error page, or a truncated response.
  throw new UpstreamError('YouTube answered with something that is not a list of videos', {
    kind: 'unavailable',
  });
}

function playlistAdvice(status: number | undefined): string | undefined {
  switch (status) {
    case 400:
      return 'Check GOOGLE_API_KEY: Google says that the key or the request is not valid.';
    case 401:
    case 403:
      return 'Enable the YouTube Data API v3 for the project of GOOGLE_API_KEY, and make the playlist public or unlisted.';
    case 404:
      return 'Check recordings.playlist in the group file: YouTube has no such playlist, or it is private.';
    default:
      return undefined;
  }
}
