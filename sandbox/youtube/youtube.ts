import type { IncomingHttpHeaders } from 'node:http';
import type { DateTime } from 'luxon';
import type { Reply } from '../http.ts';
import { answerYouTube, isYouTubeApi } from './api.ts';
import { answerPlaylistFeed, isPlaylistFeed } from './feed.ts';
import { type LocalPlaylist, type LocalVideo, videoId } from './playlist.ts';

export interface LocalYouTubeSettings {
  readonly apiKey: string;
  readonly playlists: readonly LocalPlaylist[];
}

/** The quota of the Data API. */
export const UNITS_A_DAY = 10_000;

/** What a request is for; undefined if it is not for YouTube. */
export function youTubeRequest({ pathname }: URL): 'youtube' | 'playlist feed' | undefined {
  if (isYouTubeApi(pathname)) return 'youtube';
  return isPlaylistFeed(pathname) ? 'playlist feed' : undefined;
}

/** A local YouTube: playlists, through the Data API and through public feeds. */
export class LocalYouTube {
  readonly #apiKey: string;
  #playlists: readonly LocalPlaylist[];
  #unitsLeft = UNITS_A_DAY;
  #requests = 0;

  constructor({ apiKey, playlists }: LocalYouTubeSettings) {
    this.#apiKey = apiKey;
    this.#playlists = playlists;
  }

  answer(method: string, url: URL, headers: IncomingHttpHeaders): Reply {
    this.#requests += 1;
    if (isPlaylistFeed(url.pathname)) return answerPlaylistFeed(method, url, this.#playlists);
    const state = {
      apiKey: this.#apiKey,
      playlists: this.#playlists,
      unitsLeft: this.#unitsLeft,
    };
    this.#unitsLeft -= 1;
    return answerYouTube(method, url, headers, state);
  }

  /** How many requests have come. */
  requests(): number {
    return this.#requests;
  }

  playlists(): readonly LocalPlaylist[] {
    return this.#playlists;
  }

  /** How many requests the API still answers today. */
  setUnitsLeft(units: number): void {
    this.#unitsLeft = units;
  }

  /** Uploads a video and puts it at the top of a playlist, as those that show the newest first do. */
  upload(playlist: string, title: string, publishedAt: DateTime<true>): LocalVideo {
    const id = videoId(`${title} ${publishedAt.toMillis()}`);
    const video: LocalVideo = { id, title, publishedAt, visibility: 'public' };
    this.change(playlist, ({ videos }) => ({ videos: [video, ...videos] }));
    return video;
  }

  setVideo(playlist: string, id: string, changes: Partial<Omit<LocalVideo, 'id'>>): void {
    this.change(playlist, ({ videos }) => ({
      videos: videos.map((video) => (video.id === id ? { ...video, ...changes } : video)),
    }));
  }

  change(playlist: string, change: (now: LocalPlaylist) => Partial<LocalPlaylist>): void {
    this.#playlists = this.#playlists.map((one) =>
      one.id === playlist ? { ...one, ...change(one) } : one,
    );
  }
}
