import type { DateTime } from 'luxon';
import { actions, header, section, sections } from '../messages/blocks.ts';
import type { Block } from '../messages/message.ts';
import { join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import type { Step, Tickable } from './recording.ts';
import type { RecordingsState, TrackedRecording } from './recording-book.ts';
import { kitButton, saidButton, tickButton } from './recording-buttons.ts';
import { meetingAndDay, STEP_WORDS } from './recording-words.ts';
import { videoUrl } from './video.ts';

const MAX_OPEN = 6;
// Links and marks are made within weeks, or never.
const TIDIED_WITHIN = { days: 30 };
const MAX_UNCERTAIN = 3;
const MAX_CHOICES = 3;

/** What organizers have to do, with the buttons to do it; nothing when all is done. */
export function openBlocks(
  { recordings, uncertain }: RecordingsState,
  zone: string,
  now: DateTime<true>,
): Block[] {
  const open = recordings.filter((one) => isOpen(one, now)).slice(0, MAX_OPEN);
  const doubtful = uncertain.slice(0, MAX_UNCERTAIN).flatMap((one) => doubt(one, recordings, zone));
  if (open.length + doubtful.length === 0) return [];
  return [header('To do'), ...open.flatMap((one) => openOne(one, zone)), ...doubtful];
}

/** What can be watched, and has been over for long, needs nobody's attention. */
function isOpen({ recording, progress }: TrackedRecording, now: DateTime<true>): boolean {
  if (progress.kind !== 'open') return false;
  const isOld = recording.meeting.end < now.minus(TIDIED_WITHIN);
  return !isOld || progress.open.includes('in the playlist');
}

function openOne({ recording, progress }: TrackedRecording, zone: string): Block[] {
  if (progress.kind !== 'open') return [];
  const { meeting } = recording;
  const lines = [
    meetingAndDay(meeting, zone),
    progress.done.length > 0 ? md`☑ ${inWords(progress.done)}` : undefined,
    md`☐ ${inWords(progress.open)}`,
  ];
  const tickable = progress.open.filter((step) => step !== 'recorded');
  return [
    section(join(lines, '\n')),
    ...actions([
      progress.open.includes('uploaded') ? kitButton(meeting.id) : undefined,
      ...tickable.map((step: Tickable) => tickButton(meeting.id, step)),
    ]),
  ];
}

function inWords(steps: readonly Step[]): string {
  return steps.map((step) => STEP_WORDS[step]).join(', ');
}

/** A video whose title does not tell for certain which meeting it shows. */
function doubt(
  { video, meetingIds }: RecordingsState['uncertain'][number],
  recordings: readonly TrackedRecording[],
  zone: string,
): Block[] {
  const possible = recordings
    .filter(({ recording }) => meetingIds.includes(recording.meeting.id))
    .filter(({ recording }) => recording.videos.length === 0)
    .slice(0, MAX_CHOICES)
    .map(({ recording }) => recording.meeting);
  if (possible.length === 0) return [];
  const names: Mrkdwn[] = possible.map((meeting) => md`• ${meetingAndDay(meeting, zone)}`);
  return [
    section(
      md`The title of ${link(videoUrl(video.id), video.title)} doesn’t tell which meeting it shows. Is it this one?`,
    ),
    ...sections(names),
    ...actions(
      possible.map((meeting) =>
        saidButton(
          `Yes, ${meeting.start.setLocale('en-US').toFormat('LLL d, h:mm a')}`,
          meeting.id,
          video.id,
        ),
      ),
    ),
  ];
}
