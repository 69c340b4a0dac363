import { bold, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { longDate } from '../messages/time.ts';
import type { Playlist } from './playlist.ts';
import { wouldShow } from './playlist.ts';
import type { MeetingVideo, RecordedMeeting, Step } from './recording.ts';
import type { RecordingsState, TrackedRecording } from './recording-book.ts';
import { videoUrl } from './video.ts';

/** What each step is called where it is done, and where it is to do. */
export const STEP_WORDS: Readonly<Record<Step, string>> = {
  recorded: 'recorded',
  uploaded: 'uploaded to YouTube',
  'in the playlist': 'in the playlist',
  linked: 'linked in the notes',
  marked: 'marked as uploaded in Zoom',
};

/** A meeting by name and day, as in “*WG Serving*, Wednesday, December 9th, 2026”. */
export function meetingAndDay({ title, start }: RecordedMeeting, zone: string): Mrkdwn {
  return md`${bold(title)}, ${longDate(start, zone)}`;
}

/** Links to the videos of a meeting. */
export function videoLinks(videos: readonly MeetingVideo[]): Mrkdwn {
  const [only] = videos;
  if (only !== undefined && videos.length === 1) return link(videoUrl(only.id), 'Watch');
  const links = videos.map(({ id, part }, index) => {
    return link(videoUrl(id), `Watch part ${part ?? index + 1}`);
  });
  return join(links, ' · ');
}

/** A line of the list that everyone sees. */
export function recordingLine(
  { recording, progress }: TrackedRecording,
  { playlists }: Pick<RecordingsState, 'playlists'>,
  zone: string,
): Mrkdwn {
  const { meeting, videos } = recording;
  return md`• ${join([meetingAndDay(meeting, zone), whereabouts()], ' · ')}`;

  function whereabouts(): Mrkdwn | undefined {
    if (videos.length > 0) return videoLinks(videos);
    if (progress.kind === 'none') return md`${progress.because}`;
    const isOpen = progress.kind === 'open' && progress.open.includes('in the playlist');
    if (!isOpen) return md`in the playlist`;
    return isKnownMissing(meeting, playlists) ? md`not up yet` : undefined;
  }
}

/** Whether a video of the meeting would have been seen if there were one. */
export function isKnownMissing(
  { start, end }: RecordedMeeting,
  playlists: readonly Playlist[] | undefined,
): boolean {
  return playlists?.every((one) => one.readAt >= end && wouldShow(one, start)) ?? false;
}

/** What the bot does not know of the playlists; undefined if it knows all. */
export function whatIsUnknown({ playlists, failing }: RecordingsState): Mrkdwn | undefined {
  if (playlists === undefined) {
    return failing ? md`I can’t look into the playlist at the moment.` : undefined;
  }
  if (playlists.some(({ coverage }) => coverage === 'first')) {
    return md`I see only the first videos of the playlist, and new ones come at its end. Sort it by “Date added (newest)”, or set GOOGLE_API_KEY, and I’ll see them.`;
  }
  return failing
    ? md`I can’t look into the playlist at the moment; this is how it was.`
    : undefined;
}
