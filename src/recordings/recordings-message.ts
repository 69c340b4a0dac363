import type { DateTime } from 'luxon';
import type { Group } from '../group/schema.ts';
import {
  actions,
  context,
  header,
  linkButton,
  message,
  section,
  sections,
} from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ago, longDate, monthWords } from '../messages/time.ts';
import { openBlocks } from './open-recordings.ts';
import type { Tickable } from './recording.ts';
import type { RecordingsState, TrackedRecording } from './recording-book.ts';
import { undoButton } from './recording-buttons.ts';
import { meetingAndDay, recordingLine, STEP_WORDS, whatIsUnknown } from './recording-words.ts';

const MAX_SHOWN = 8;
const MAX_MISSING = 25;

/** A playlist, and whose recordings are in it. */
export interface NamedPlaylist {
  readonly of: string;
  readonly playlist: string;
}

export interface Shown {
  readonly now: DateTime<true>;
  readonly group: Group;
  readonly playlists: readonly NamedPlaylist[];
  /** Whether to add what organizers have to do. */
  readonly forOrganizers: boolean;
  /** What was just ticked. */
  readonly ticked?: { readonly tracked: TrackedRecording; readonly step: Tickable } | undefined;
}

/** The last recordings, and for organizers what is still to do. */
export function recordingsMessage(state: RecordingsState, shown: Shown): Message {
  const { group, playlists, forOrganizers, ticked, now } = shown;
  const last = state.recordings
    .filter(({ outcome, recording }) => outcome !== 'not held' || recording.videos.length > 0)
    .slice(0, MAX_SHOWN);
  const lines = last.map((one) => recordingLine(one, state, group.zone));
  const lists = playlists.map((one) => md`• ${bold(one.of)}: ${link(one.playlist, 'recordings')}`);
  const spoken =
    lines.length === 0
      ? md`Recordings of ${group.name}:`
      : md`The last recordings of ${group.name}:\n${join(lines, '\n')}`;
  return message(join([spoken, ...lists, whatIsUnknown(state)], '\n'), [
    ticked ? tickedBlocks(ticked, group.zone) : [],
    header('Recordings'),
    ...(lines.length > 0
      ? sections(lines)
      : [section(md`Recorded meetings of ${group.name} are on YouTube.`)]),
    ...unknownBlocks(state),
    ...(playlists.length > 1 ? sections(lists) : actions(playlists.map(playlistButton))),
    ...olderBlocks(group),
    ...(forOrganizers ? openBlocks(state, group.zone, now) : []),
    readContext(state, group.zone),
  ]);
}

/** A group that changes its playlist leaves the recordings of before where they are. */
function olderBlocks({ recordings: { older } }: Group): Block[] {
  const lines = older.map(
    ({ playlist, until }) =>
      md`Until ${monthWords(until)}, recordings went into ${link(playlist, 'an older playlist')}.`,
  );
  return lines.length > 0 ? [context(join(lines, '\n'))] : [];
}

/** All meetings that the bot knows of whose recordings are not in the playlist. */
export function missingListMessage(
  missing: readonly TrackedRecording[],
  state: RecordingsState,
  { group, playlists, forOrganizers, now }: Shown,
): Message {
  const since = state.recordings.at(-1)?.recording.meeting.start;
  const unknown = whatIsUnknown(state);
  if (missing.length === 0) {
    const nothing = unknown ?? nothingMissing(since, group.zone);
    return message(nothing, [
      section(nothing),
      actions(playlists.map(playlistButton)),
      readContext(state, group.zone),
    ]);
  }
  const lines = missing
    .slice(0, MAX_MISSING)
    .map(({ recording }) => md`• ${meetingAndDay(recording.meeting, group.zone)}`);
  const known = since && md`I know of meetings since ${longDate(since, group.zone)}.`;
  return message(md`Not in the playlist yet:\n${join(lines, '\n')}`, [
    header('Recordings that are missing'),
    ...sections(lines),
    ...unknownBlocks(state),
    ...(forOrganizers ? openBlocks(state, group.zone, now) : []),
    actions(playlists.map(playlistButton)),
    context(join([known, readWords(state, group.zone)], ' ')),
  ]);
}

function nothingMissing(since: DateTime<true> | undefined, zone: string): Mrkdwn {
  return since === undefined
    ? md`I know of no meeting that is over, so no recording is missing.`
    : md`No recording is missing, of all meetings since ${longDate(since, zone)}.`;
}

function tickedBlocks({ tracked, step }: NonNullable<Shown['ticked']>, zone: string): Block[] {
  const { meeting } = tracked.recording;
  return [
    {
      ...section(md`Ticked *${STEP_WORDS[step]}* for ${meetingAndDay(meeting, zone)}.`),
      accessory: undoButton(meeting.id, step),
    },
  ];
}

function playlistButton({ of, playlist }: NamedPlaylist, index: number, all: readonly unknown[]) {
  const label = all.length === 1 ? 'All recordings' : of;
  return linkButton(
    label,
    playlist,
    `open-recordings-${index}`,
    index === 0 ? 'primary' : undefined,
  );
}

function unknownBlocks(state: RecordingsState): Block[] {
  const unknown = whatIsUnknown(state);
  return unknown === undefined ? [] : [section(unknown)];
}

function readContext(state: RecordingsState, zone: string): Block[] {
  const words = readWords(state, zone);
  return words === undefined ? [] : [context(words)];
}

function readWords({ playlists }: RecordingsState, zone: string): Mrkdwn | undefined {
  const [first] = playlists ?? [];
  return first && md`I looked into the playlist ${ago(first.readAt, zone)}.`;
}
