import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { applyFields } from '../google/fields.ts';
import type { Reply } from '../http.ts';
import {
  canBeWatched,
  type LocalPlaylist,
  type LocalVideo,
  type LocalYouTubeState,
} from './playlist.ts';

const PATH = '/youtube/v3/playlistItems';
const CHANNEL = 'UCZ2bu0qutTOM0tHYa_jkIwg';

/** Whether a path is one of the API's. */
export function isYouTubeApi(path: string): boolean {
  return path.startsWith('/youtube/v3/');
}

const parts = ['id', 'snippet', 'contentDetails', 'status'] as const;
const listOfParts = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(parts)).min(1));

/** Parameters of `playlistItems.list`. https://developers.google.com/youtube/v3/docs/playlistItems/list */
const parameters = z.object({
  playlistId: z.string().optional(),
  maxResults: z.coerce.number().int().min(0).max(50).default(5),
  pageToken: z.string().optional(),
  fields: z.string().optional(),
});

/** Answers a request to the YouTube Data API, of which it knows `playlistItems.list`. */
export function answerYouTube(
  method: string,
  url: URL,
  headers: IncomingHttpHeaders,
  state: LocalYouTubeState,
): Reply {
  if (method !== 'GET' || url.pathname !== PATH) return NOT_FOUND;
  const key = url.searchParams.get('key');
  if (key === null) return UNREGISTERED;
  if (key !== state.apiKey) return BAD_KEY;
  if (state.unitsLeft <= 0) return QUOTA_EXCEEDED;
  // A client may send a list in one parameter or in several.
  const part = listOfParts.safeParse(url.searchParams.getAll('part').join(','));
  if (!part.success)
    return refusal(400, 'missingRequiredParameter', "No 'part' was specified.", 'part');
  const query = parameters.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) return refusal(400, 'invalidParameter', 'Invalid value.');
  const { playlistId } = query.data;
  if (playlistId === undefined) return NO_FILTER;
  const playlist = state.playlists.find(({ id }) => id === playlistId);
  // A key says who asks, not that they may see what is private.
  if (!playlist || playlist.visibility === 'private') return PLAYLIST_NOT_FOUND;
  return page(playlist, part.data, query.data, headers['if-none-match']);
}

function page(
  { id, videos }: LocalPlaylist,
  part: readonly (typeof parts)[number][],
  { pageToken, maxResults, fields }: z.infer<typeof parameters>,
  ifNoneMatch: string | undefined,
): Reply {
  const offset =
    pageToken === undefined ? 0 : Number(/^CA(\d+)$/u.exec(pageToken)?.[1] ?? Number.NaN);
  if (!(offset >= 0 && offset <= videos.length)) return BAD_PAGE_TOKEN;
  const next = offset + maxResults;
  const body = {
    kind: 'youtube#playlistItemListResponse',
    ...(next < videos.length && { nextPageToken: `CA${next}` }),
    items: videos
      .slice(offset, next)
      .map((video, index) => itemOf(video, id, offset + index, part)),
    pageInfo: { totalResults: videos.length, resultsPerPage: maxResults },
  };
  const etag = hash(JSON.stringify(body));
  if (ifNoneMatch === etag) return { status: 304, body: '', headers: { etag } };
  const whole = { ...body, etag };
  try {
    const shown = fields === undefined ? whole : applyFields(whole, fields);
    return { status: 200, body: shown, headers: { etag } };
  } catch (error) {
    return refusal(400, 'invalidFieldSelection', String(error), 'fields');
  }
}

const UNWATCHABLE = { private: 'Private video', deleted: 'Deleted video' } as const;

function itemOf(
  video: LocalVideo,
  playlistId: string,
  position: number,
  part: readonly (typeof parts)[number][],
) {
  const { id, publishedAt, visibility } = video;
  const watchable = canBeWatched(video);
  const title =
    visibility === 'private' || visibility === 'deleted' ? UNWATCHABLE[visibility] : video.title;
  const added = publishedAt.toUTC().toISO({ suppressMilliseconds: true });
  const all = {
    id: hash(`${playlistId} ${id}`),
    snippet: {
      publishedAt: added,
      channelId: CHANNEL,
      title,
      description: watchable
        ? ''
        : `This video is ${visibility === 'private' ? 'private' : 'unavailable'}.`,
      channelTitle: 'Kubernetes',
      playlistId,
      position,
      resourceId: { kind: 'youtube#video', videoId: id },
    },
    contentDetails: { videoId: id, ...(watchable && { videoPublishedAt: added }) },
    status: { privacyStatus: visibility === 'deleted' ? 'privacyStatusUnspecified' : visibility },
  };
  const kept = Object.fromEntries(
    Object.entries(all).filter(([name]) => part.some((one) => one === name)),
  );
  return { kind: 'youtube#playlistItem', etag: hash(JSON.stringify(kept)), ...kept };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}

/** An error in the form of https://developers.google.com/youtube/v3/docs/errors */
function refusal(status: number, reason: string, message: string, location?: string): Reply {
  const domain = reason === 'quotaExceeded' ? 'youtube.quota' : 'youtube.playlistItem';
  const place = location === undefined ? {} : { location, locationType: 'parameter' };
  const errors = [{ message, domain, reason, ...place }];
  return { status, body: { error: { code: status, message, errors } } };
}

const NOT_FOUND = refusal(404, 'notFound', 'Not Found');
const NO_FILTER = refusal(
  400,
  'missingRequiredParameter',
  'No filter selected. Expected one of: id, playlistId',
);
const BAD_PAGE_TOKEN = refusal(
  400,
  'invalidPageToken',
  'The request specifies an invalid page token.',
  'pageToken',
);
const PLAYLIST_NOT_FOUND = refusal(
  404,
  'playlistNotFound',
  "The playlist identified with the request's <code>playlistId</code> parameter cannot be found.",
  'playlistId',
);
const QUOTA_EXCEEDED = refusal(
  403,
  'quotaExceeded',
  'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.',
);
const UNREGISTERED: Reply = {
  status: 403,
  body: {
    error: {
      code: 403,
      message: "Method doesn't allow unregistered callers (callers without established identity).",
      errors: [
        {
          message: "Method doesn't allow unregistered callers.",
          domain: 'global',
          reason: 'forbidden',
        },
      ],
      status: 'PERMISSION_DENIED',
    },
  },
};
const BAD_KEY: Reply = {
  status: 400,
  body: {
    error: {
      code: 400,
      message: 'API key not valid. Please pass a valid API key.',
      errors: [
        {
          message: 'API key not valid. Please pass a valid API key.',
          domain: 'global',
          reason: 'badRequest',
        },
      ],
      status: 'INVALID_ARGUMENT',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'API_KEY_INVALID',
          domain: 'googleapis.com',
          metadata: { service: 'youtube.googleapis.com' },
        },
      ],
    },
  },
};
