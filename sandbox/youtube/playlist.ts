import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';

/** A video of a playlist. YouTube keeps those that nobody can watch any more in their place. */
export interface LocalVideo {
  readonly id: string;
  readonly title: string;
  readonly publishedAt: DateTime<true>;
  readonly visibility: 'public' | 'unlisted' | 'private' | 'deleted';
}

/** A playlist on the local YouTube, in its order. */
export interface LocalPlaylist {
  readonly id: string;
  readonly title: string;
  readonly visibility: 'public' | 'unlisted' | 'private';
  readonly videos: readonly LocalVideo[];
}

/** The playlists of the local YouTube, and who may ask for them. */
export interface LocalYouTubeState {
  readonly apiKey: string;
  readonly playlists: readonly LocalPlaylist[];
  /** Units that are left of the day's quota. */
  readonly unitsLeft: number;
}

/** An ID as YouTube makes them: 11 characters, always the same for a name. */
export function videoId(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 11);
}

export function canBeWatched({ visibility }: LocalVideo): boolean {
  return visibility === 'public' || visibility === 'unlisted';
}
