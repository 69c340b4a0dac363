import type { DateTime } from 'luxon';
import { UpstreamError } from '../errors.ts';
import type { Journal } from '../journal.ts';
import type { Problems } from '../problems.ts';
import type { Playlist } from './playlist.ts';
import type { PlaylistSource } from './ports.ts';

// While a video is awaited, it is looked for every hour, else a few times a day.
const EVERY = { awaited: { hours: 1 }, otherwise: { hours: 6 } };
const LOOK_AGAIN_AFTER = { minutes: 5 };

/** What is known of a group's playlists. */
export interface PlaylistsKnown {
  /** The last readings; absent until each was read at least once. */
  readonly playlists: readonly Playlist[] | undefined;
  /** Whether the last attempt failed. */
  readonly failing: boolean;
}

export interface PlaylistWatch {
  known(): PlaylistsKnown;
  /** Reads the playlists if it is time. A failure is logged, and changes what `known` says. */
  readIfDue(isAwaited: boolean, now: DateTime<true>): Promise<void>;
  /** Reads them at the next opportunity: someone says that there is something new. */
  lookAgain(): void;
}

/** Looks into playlists from time to time. */
export function playlistWatch(
  sources: readonly PlaylistSource[],
  { journal, problems }: { readonly journal: Journal; readonly problems: Problems },
): PlaylistWatch {
  const last: (Playlist | undefined)[] = sources.map(() => undefined);
  let attemptedAt: DateTime<true> | undefined;
  let failing = false;
  let isWanted = false;

  function isDue(isAwaited: boolean, now: DateTime<true>): boolean {
    if (sources.length === 0) return false;
    if (attemptedAt === undefined) return true;
    if (isWanted) return now >= attemptedAt.plus(LOOK_AGAIN_AFTER);
    return now >= attemptedAt.plus(isAwaited ? EVERY.awaited : EVERY.otherwise);
  }

  function heed(error: unknown, now: DateTime<true>): void {
    failing = true;
    if (!(error instanceof UpstreamError)) throw error;
    const { message, advice } = error;
    journal.warn({ reason: message }, 'playlist not read');
    if (advice !== undefined) problems.report('playlist', message, advice, now);
  }

  return {
    known() {
      const all = last.filter((one) => one !== undefined);
      return { playlists: all.length === sources.length ? all : undefined, failing };
    },

    async readIfDue(isAwaited, now) {
      if (!isDue(isAwaited, now)) return;
      attemptedAt = now;
      isWanted = false;
      failing = false;
      for (const [index, source] of sources.entries()) {
        try {
          last[index] = await source.read(now);
        } catch (error) {
          heed(error, now);
        }
      }
      if (!failing) problems.solved('playlist');
    },

    lookAgain() {
      isWanted = true;
    },
  };
}
