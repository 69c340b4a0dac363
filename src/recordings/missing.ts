import type { DateTime } from 'luxon';
import { isMissing } from './recording.ts';
import type { RecordingsState, TrackedRecording } from './recording-book.ts';
import { isKnownMissing } from './recording-words.ts';

/** How long after a meeting its video is awaited. */
export interface NudgeAfter {
  readonly minutes: number;
}

// After a month nobody uploads for being told; those who ask are told of all.
const TOLD_FOR = { days: 30 };

/** Those that are still worth telling organizers about unasked, the newest first. */
export function missingLately(
  state: Pick<RecordingsState, 'recordings' | 'playlists'>,
  now: DateTime<true>,
  nudgeAfter: NudgeAfter,
): TrackedRecording[] {
  const since = now.minus(TOLD_FOR);
  return missingAt(state, now, nudgeAfter).filter(({ recording }) => recording.meeting.end > since);
}

/** The meetings that should be in the playlist by `now` and are not, the newest first. */
export function missingAt(
  { recordings, playlists }: Pick<RecordingsState, 'recordings' | 'playlists'>,
  now: DateTime<true>,
  nudgeAfter: NudgeAfter,
): TrackedRecording[] {
  return recordings.filter(
    ({ recording, outcome }) =>
      isMissing(recording, outcome, now, nudgeAfter) &&
      isKnownMissing(recording.meeting, playlists),
  );
}
