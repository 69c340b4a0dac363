import type { VideoMatch } from './match-video.ts';
import { type Playlist, wouldShow } from './playlist.ts';
import type { MeetingVideo, Recording, RecordingEvent } from './recording.ts';
import type { Video } from './video.ts';

/** What a playlist shows of the meetings in the ledger. */
export interface SeenVideos {
  readonly events: readonly { readonly recording: Recording; readonly event: RecordingEvent }[];
  /** Videos of which it is not certain which meeting they show, and the meetings that it may be. */
  readonly uncertain: readonly { readonly video: Video; readonly meetingIds: readonly string[] }[];
}

/**
 * Puts together what each video was found to show, by its ID. Only a fresh reading tells that a video is
 * gone: another replica may have seen it since.
 */
export function seenVideos(
  recordings: readonly Recording[],
  playlists: readonly Playlist[],
  matches: ReadonlyMap<string, VideoMatch>,
  isFresh: boolean,
): SeenVideos {
  const videos = new Map(playlists.flatMap((one) => one.videos).map((video) => [video.id, video]));
  const found = new Map<string, MeetingVideo[]>();
  const uncertain: SeenVideos['uncertain'][number][] = [];
  for (const video of videos.values()) {
    const result = matches.get(video.id);
    if (result?.kind === 'matched') {
      const { meetingId, part } = result;
      found.set(meetingId, [...(found.get(meetingId) ?? []), { id: video.id, part }]);
    } else if (result?.kind === 'uncertain') {
      uncertain.push({ video, meetingIds: result.meetingIds });
    }
  }
  const events = recordings.flatMap((recording) => {
    const shown = inOrder(found.get(recording.meeting.id) ?? []);
    // That a video is not among those that were seen does not mean that it is gone.
    const isGone = isFresh && playlists.every((one) => wouldShow(one, recording.meeting.start));
    if (shown.length === 0 && !isGone) return [];
    return [{ recording, event: { kind: 'seen', videos: shown } as const }];
  });
  return { events, uncertain };
}

function inOrder(videos: readonly MeetingVideo[]): MeetingVideo[] {
  return videos.toSorted((a, b) => (a.part ?? 0) - (b.part ?? 0) || a.id.localeCompare(b.id));
}
