import type { DateTime } from 'luxon';

/** A video of a playlist. Its title and description are anybody's. */
export interface Video {
  readonly id: string;
  readonly title: string;
  /** When it could first be watched; some playlists don't say. */
  readonly publishedAt: DateTime<true> | undefined;
}

/** The page on which a video is watched. */
export function videoUrl(id: string): string {
  return `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;
}
