import type { DateTime } from 'luxon';
import type { MeetingOutcome } from '../organizers/outcome.ts';
import type { HeldMeeting } from './held-meetings.ts';

/** What has to happen before everyone can watch a meeting, in this order. */
export const STEPS = ['recorded', 'uploaded', 'in the playlist', 'linked', 'marked'] as const;

export type Step = (typeof STEPS)[number];

/** A step that somebody can tick; that it was recorded is an outcome. */
export type Tickable = Exclude<Step, 'recorded'>;

/** A video of a meeting. */
export interface MeetingVideo {
  readonly id: string;
  readonly part: number | undefined;
  /** An organizer says that it is of this meeting; its title doesn't tell. */
  readonly said?: true;
}

/** A meeting that took place, with the notes it had. */
export interface RecordedMeeting extends HeldMeeting {
  readonly agendaLink: string | undefined;
}

/** What is known of one meeting's recording. */
export interface Recording {
  readonly meeting: RecordedMeeting;
  readonly ticked: ReadonlySet<Tickable>;
  /** The videos that the playlist shows of it, in the order of their parts. */
  readonly videos: readonly MeetingVideo[];
}

/** Something that happens to a recording. */
export type RecordingEvent =
  | { readonly kind: 'ticked'; readonly step: Tickable; readonly done: boolean }
  /** The playlist shows these videos of it; none once they are gone from it. */
  | { readonly kind: 'seen'; readonly videos: readonly MeetingVideo[] }
  /** An organizer says that a video is of this meeting. */
  | { readonly kind: 'said'; readonly videoId: string }
  /** The notes name one of its videos. */
  | { readonly kind: 'link seen' };

/** A recording after an event; the same one if the event changes nothing. */
export function after(recording: Recording, event: RecordingEvent): Recording {
  switch (event.kind) {
    case 'ticked':
      return ticked(recording, event.step, event.done);
    case 'link seen':
      return ticked(recording, 'linked', true);
    case 'seen':
      return showing(recording, [...event.videos, ...saidBeside(recording, event.videos)]);
    case 'said':
      return showing(recording, [
        ...recording.videos.filter(({ id }) => id !== event.videoId),
        { id: event.videoId, part: undefined, said: true },
      ]);
  }
}

function showing(recording: Recording, videos: readonly MeetingVideo[]): Recording {
  if (sameVideos(recording.videos, videos)) return recording;
  const shown = { ...recording, videos };
  // What was once there was uploaded, though it may be gone again.
  return videos.length > 0 ? ticked(shown, 'uploaded', true) : shown;
}

function saidBeside({ videos }: Recording, seen: readonly MeetingVideo[]): MeetingVideo[] {
  return videos.filter(({ id, said }) => said && seen.every((video) => video.id !== id));
}

function ticked(recording: Recording, step: Tickable, done: boolean): Recording {
  if (recording.ticked.has(step) === done) return recording;
  const others = [...recording.ticked].filter((one) => one !== step);
  return { ...recording, ticked: new Set(done ? [...others, step] : others) };
}

export function sameVideos(a: readonly MeetingVideo[], b: readonly MeetingVideo[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, part }, index) => b[index]?.id === id && b[index]?.part === part)
  );
}

/** How far a recording has come. `none`: there is none to come, since nothing was recorded. */
export type Progress =
  | { readonly kind: 'none'; readonly because: 'not recorded' | 'not held' }
  | { readonly kind: 'open'; readonly done: readonly Step[]; readonly open: readonly Step[] }
  | { readonly kind: 'done' };

export function progressOf(
  { ticked: ticks, videos }: Recording,
  outcome: MeetingOutcome | undefined,
): Progress {
  const isShown = videos.length > 0;
  const isStarted = isShown || ticks.size > 0;
  // A video shows that there was something to record, whatever was said before.
  if (!isStarted && outcome !== undefined && outcome !== 'recorded') {
    return { kind: 'none', because: outcome };
  }
  const isDone = (step: Step) => {
    switch (step) {
      case 'recorded':
        return isStarted || outcome === 'recorded';
      case 'uploaded':
        return isShown || ticks.has(step) || ticks.has('in the playlist');
      case 'in the playlist':
        return isShown || ticks.has(step);
      case 'linked':
      case 'marked':
        return ticks.has(step);
    }
  };
  const open = STEPS.filter((step) => !isDone(step));
  if (open.length === 0) return { kind: 'done' };
  return { kind: 'open', done: STEPS.filter(isDone), open };
}

/** Whether there should be something to watch by `now`, and there is nothing. */
export function isMissing(
  recording: Recording,
  outcome: MeetingOutcome | undefined,
  now: DateTime<true>,
  nudgeAfter: { readonly minutes: number },
): boolean {
  const progress = progressOf(recording, outcome);
  if (progress.kind !== 'open' || !progress.open.includes('in the playlist')) return false;
  return recording.meeting.end.toMillis() + nudgeAfter.minutes * 60_000 <= now.toMillis();
}
