import type { DateTime } from 'luxon';
import type { CalendarState } from '../calendar/snapshot.ts';
import { eachInTurn, type Steps } from '../concurrency/steps.ts';
import type { MeetingOutcome } from '../organizers/outcome.ts';
import type { MatchingFacts } from './held-meetings.ts';
import { heldChanges } from './held-now.ts';
import { matcherInSteps, type VideoMatch } from './match-video.ts';
import type { Playlist } from './playlist.ts';
import type { PlaylistsKnown, PlaylistWatch } from './playlist-watch.ts';
import type { Outcomes, RecordingLedger } from './ports.ts';
import {
  after,
  type Progress,
  progressOf,
  type RecordedMeeting,
  type Recording,
  type RecordingEvent,
} from './recording.ts';
import { type SeenVideos, seenVideos } from './seen-videos.ts';

// Long enough to answer for a year, and some.
const KEEP = { days: 400 };

/** A recording, and how far it has come. */
export interface TrackedRecording {
  readonly recording: Recording;
  readonly outcome: MeetingOutcome | undefined;
  readonly progress: Progress;
}

/** What is known of a group's recordings; always in memory. */
export interface RecordingsState extends PlaylistsKnown {
  /** The newest first. */
  readonly recordings: readonly TrackedRecording[];
  readonly uncertain: SeenVideos['uncertain'];
}

export interface RecordingBook {
  state(): RecordingsState;
  /** Brings the ledger in line with the calendar and the playlists. */
  refresh(calendar: CalendarState, now: DateTime<true>): Promise<void>;
  /** Notes what an organizer says; nothing if the ledger has no such meeting. */
  note(
    meetingId: string,
    event: Extract<RecordingEvent, { kind: 'ticked' | 'said' }>,
    now: DateTime<true>,
  ): Promise<void>;
  /** Notes which videos are named in the notes that a meeting had. */
  noteLinks(
    named: (meeting: RecordedMeeting) => ReadonlySet<string>,
    now: DateTime<true>,
  ): Promise<void>;
}

export interface BookTools {
  readonly names: Pick<MatchingFacts, 'name' | 'workstreams' | 'titleTemplate' | 'zone'>;
  readonly ledger: RecordingLedger;
  readonly outcomes: Outcomes;
  readonly watch: PlaylistWatch;
  /** Does long work without keeping others waiting. */
  inSlices<Result>(steps: Steps<Result>): Promise<Result>;
}

/** Keeps the ledger of a group's recordings. */
export function recordingBook(tools: BookTools): RecordingBook {
  const { ledger, outcomes, watch } = tools;
  let recordings: readonly TrackedRecording[] = [];
  let uncertain: SeenVideos['uncertain'] = [];
  /** What the last matching was made from: without a change, its result is the same. */
  let matched: { readonly playlists: readonly Playlist[]; readonly meetings: string } | undefined;

  async function load(now: DateTime<true>): Promise<void> {
    const [all, said] = await Promise.all([ledger.all(), outcomes.since(now.minus(KEEP))]);
    recordings = all.map((recording) => {
      const outcome = said.get(recording.meeting.id)?.outcome;
      return { recording, outcome, progress: progressOf(recording, outcome) };
    });
  }

  async function followCalendar(calendar: CalendarState, now: DateTime<true>): Promise<void> {
    if (calendar.kind !== 'read') return;
    const known = recordings.map(({ recording }) => recording);
    const { put, remove } = await tools.inSlices(heldChanges(known, calendar.meetings, now));
    if (put.length > 0) await ledger.put(put, now);
    if (remove.length > 0) await ledger.remove(remove);
    if (put.length + remove.length > 0) await load(now);
  }

  async function followPlaylists(now: DateTime<true>): Promise<void> {
    const { playlists } = watch.known();
    if (playlists === undefined || playlists.length === 0) return;
    const all = recordings.map(({ recording }) => recording);
    const texts = eachInTurn(all, ({ meeting }) => JSON.stringify(meeting));
    const meetings = (await tools.inSlices(texts)).join('\n');
    const isSame = playlists.every(
      (one, index) => one.videos === matched?.playlists[index]?.videos,
    );
    if (isSame && matched?.meetings === meetings) return;
    const matches = await tools.inSlices(matching(all, playlists, tools.names));
    const isFresh = playlists.every(({ readAt }) => readAt.toMillis() === now.toMillis());
    const seen = seenVideos(all, playlists, matches, isFresh);
    let hasChanged = false;
    for (const { recording, event } of seen.events) {
      const next = after(recording, event);
      if (next === recording) continue;
      hasChanged = true;
      await ledger.record(recording, next, now);
    }
    uncertain = seen.uncertain;
    matched = { playlists, meetings };
    if (hasChanged) await load(now);
  }

  return {
    state: () => ({ recordings, uncertain, ...watch.known() }),

    async refresh(calendar, now) {
      await load(now);
      await followCalendar(calendar, now);
      await watch.readIfDue(recordings.some(isAwaited), now);
      await followPlaylists(now);
      await ledger.prune(now.minus(KEEP));
    },

    async note(meetingId, event, now) {
      const found = recordings.find(({ recording }) => recording.meeting.id === meetingId);
      if (found === undefined) return;
      await ledger.record(found.recording, after(found.recording, event), now);
      watch.lookAgain();
      await load(now);
    },

    async noteLinks(named, now) {
      const linked = recordings
        .map(({ recording }) => recording)
        .filter(({ videos, meeting }) => videos.some(({ id }) => named(meeting).has(id)))
        .map((recording) => ({ recording, next: after(recording, { kind: 'link seen' }) }))
        .filter(({ recording, next }) => next !== recording);
      for (const { recording, next } of linked) await ledger.record(recording, next, now);
      if (linked.length > 0) await load(now);
    },
  };
}

function isAwaited({ progress }: TrackedRecording): boolean {
  return progress.kind === 'open' && progress.open.includes('in the playlist');
}

/** The matches of all videos that could show one of the meetings. */
function* matching(
  recordings: readonly Recording[],
  playlists: readonly Playlist[],
  names: BookTools['names'],
): Steps<ReadonlyMap<string, VideoMatch>> {
  const known = new Map<string, VideoMatch>();
  const first = recordings.at(-1)?.meeting.start;
  if (first === undefined) return known;
  const held = recordings.map(({ meeting }) => meeting);
  const match = yield* matcherInSteps({ ...names, held, knownSince: first });
  for (const video of playlists.flatMap(({ videos }) => videos)) {
    yield;
    // What was published before the first meeting shows none of them.
    const isOlder = video.publishedAt !== undefined && video.publishedAt < first;
    if (!isOlder) known.set(video.id, match(video));
  }
  return known;
}
