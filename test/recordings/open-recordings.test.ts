import { expect, it } from 'vitest';
import { openBlocks } from '../../src/recordings/open-recordings.ts';
import { progressOf } from '../../src/recordings/recording.ts';
import type { TrackedRecording } from '../../src/recordings/recording-book.ts';
import { at, PACIFIC } from '../support/build.ts';
import { held } from './known-history.ts';

const NOW = at('2026-12-10T09:00');

function tracked(day: string, videoIds: readonly string[]): TrackedRecording {
  const meeting = { ...held(day, `${day}T09:00`, `Meeting of ${day}`), agendaLink: undefined };
  const videos = videoIds.map((id) => ({ id, part: undefined }));
  const recording = { meeting, ticked: new Set<never>(), videos };
  return { recording, outcome: undefined, progress: progressOf(recording, undefined) };
}

it('organizers are asked for links and marks for some weeks, and for a video until it is there', () => {
  const recordings = [
    tracked('2026-12-09', ['new']),
    tracked('2026-09-16', ['old']),
    tracked('2026-09-02', []),
  ];
  const state = { recordings, uncertain: [], playlists: [], failing: false };
  const said = JSON.stringify(openBlocks(state, PACIFIC, NOW));
  expect(said).toContain('Meeting of 2026-12-09');
  expect(said).not.toContain('Meeting of 2026-09-16');
  expect(said).toContain('Meeting of 2026-09-02');
});
