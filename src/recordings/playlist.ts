import type { DateTime } from 'luxon';
import type { Video } from './video.ts';

/**
 * How much of a playlist was seen. `all`: each video. `newest`: the newest ones, but not the older ones.
 * `first`: the first ones in the playlist's order, which leaves out new ones.
 */
export type Coverage = 'all' | 'newest' | 'first';

/** A playlist as read at one moment. Private and deleted videos are left out. */
export interface Playlist {
  readonly videos: readonly Video[];
  readonly coverage: Coverage;
  readonly readAt: DateTime<true>;
  /** YouTube's API, or the playlist's public feed. */
  readonly source: 'api' | 'feed';
}

/** Whether a video that was published at or after a moment would have been seen. */
export function wouldShow({ coverage, videos }: Playlist, since: DateTime<true>): boolean {
  switch (coverage) {
    case 'all':
      return true;
    case 'first':
      return false;
    case 'newest':
      return videos.some(({ publishedAt }) => publishedAt !== undefined && publishedAt < since);
  }
}

/** The ID of the playlist that a link leads to; undefined if it leads to none. */
export function playlistId(link: string): string | undefined {
  const url = URL.parse(link);
  if (url === null || !/(^|\.)youtube\.com$/u.test(url.hostname)) return undefined;
  const id = url.searchParams.get('list') ?? '';
  return /^[\w-]{10,64}$/u.test(id) ? id : undefined;
}
