import type { DateTime } from 'luxon';
import type { Playlist } from './playlist.ts';

/** Where a group's playlist is read from. */
export interface PlaylistSource {
  /** Reads the whole playlist, or as much of it as can be seen. Fails with UpstreamError. */
  read(now: DateTime<true>): Promise<Playlist>;
}
