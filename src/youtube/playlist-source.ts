import { UpstreamError } from '../errors.ts';
import type { PlaylistSource } from '../recordings/ports.ts';
import { playlistApi } from './playlist-api.ts';
import { playlistFeed } from './playlist-feed.ts';

/** How YouTube is reached. */
export interface YouTubeSettings {
  /** Without a key, playlists are read through their public feeds. */
  readonly key: string | undefined;
  /** Replaces YouTube's own servers. */
  readonly rootUrl: string | undefined;
}

/**
 * A playlist, through the API if there is a key and the API takes it, else through the public feed. If
 * both fail, it fails as the API does: that is the one the operator has set up.
 */
export function playlistSource(
  { key, rootUrl }: YouTubeSettings,
  playlist: string,
): PlaylistSource {
  const feed = playlistFeed(playlist, rootUrl);
  if (key === undefined) return feed;
  const api = playlistApi(key, playlist, rootUrl);
  return {
    async read(now) {
      try {
        return await api.read(now);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        return await feed.read(now).catch(() => {
          throw error;
        });
      }
    },
  };
}
