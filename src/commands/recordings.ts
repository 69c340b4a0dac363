import { isNamed } from '../calendar/meeting-names.ts';
import { UserError } from '../errors.ts';
import { fullTitle, meetingsCalled, namesOfMeeting } from '../group/published-meetings.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
import { message, section } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { type Modal, readingModal } from '../messages/modal.ts';
import { join, md } from '../messages/mrkdwn.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';
import { missingAt } from '../recordings/missing.ts';
import type { TrackedRecording } from '../recordings/recording-book.ts';
import type { RecordingRequest } from '../recordings/recording-buttons.ts';
import {
  missingListMessage,
  type NamedPlaylist,
  recordingsMessage,
  type Shown,
} from '../recordings/recordings-message.ts';
import { uploadKit } from '../recordings/upload-kit.ts';
import { type CommandContext, certainly, defineCommand, perhaps } from './command.ts';
import { organizersOnly } from './organizers-only.ts';

/** The last recordings, of all meetings or of those of a name. */
interface Last {
  readonly kind: 'last';
  readonly name?: string;
}

type Asked = Last | { readonly kind: 'missing' } | RecordingRequest;

const LAST: Asked = { kind: 'last' };
const MISSING: Asked = { kind: 'missing' };
const MISSING_WORDS =
  /^(?:(?:that are |which are |what is |still )?(?:missing|open|due|to do|not up|outstanding|todo))\W*$/iu;

export const recordings = defineCommand<Asked>({
  name: 'recordings',
  aliases: ['recording', 'videos', 'youtube'],
  summary: 'recordings of past meetings; with `missing`, those that are not up yet',
  usage: '[meeting | missing]',
  details:
    'Lists the last meetings with their videos, and opens the playlist. `missing` lists the meetings whose videos are not in the playlist. Organizers also see what is left to do, and get all they need for an upload.',
  audience: 'everyone',
  task: 'meetings',

  topic: () => [
    { intents: ['recordings'], label: 'Recordings', typed: 'recordings', answer: LAST },
    {
      intents: ['recordings-missing'],
      label: 'Missing recordings',
      typed: 'recordings missing',
      answer: MISSING,
    },
  ],

  parse(args, { group }) {
    if (args === '') return certainly(LAST);
    if (MISSING_WORDS.test(args)) return certainly(MISSING);
    const named: Asked = { kind: 'last', name: args };
    return meetingsCalled(group, args).length > 0 ? certainly(named) : perhaps(named);
  },

  async run(asked, request) {
    switch (asked.kind) {
      case 'last':
        return last(asked, request);
      case 'missing':
        return missingList(request);
      case 'kit':
        return kit(asked.meeting, request);
      case 'tick':
      case 'said':
        return note(asked, request);
    }
  },
});

function last({ name }: Last, request: CommandContext): Message {
  const { group, recordings: book } = request;
  const called = name === undefined ? [] : meetingsCalled(group, name);
  const shown = shownTo(request, called);
  const state = book.state();
  if (shown.playlists.length === 0 && state.recordings.every(isUnseen)) {
    return noPlaylistMessage(group);
  }
  if (called.length === 0) return recordingsMessage(state, shown);
  const names = called.flatMap(namesOfMeeting);
  const own = state.recordings.filter(({ recording }) => isNamed(recording.meeting.title, names));
  return recordingsMessage({ ...state, recordings: own }, shown);
}

function isUnseen({ recording: { videos, ticked } }: TrackedRecording): boolean {
  return videos.length === 0 && ticked.size === 0;
}

/** Playlists of these meetings, each once, under the name of what it is for; the group's if they have none. */
function playlistsOf(
  { name, recordings: { playlist } }: Group,
  meetings: readonly GroupMeeting[],
): NamedPlaylist[] {
  const ofGroup = playlist === undefined ? [] : [{ of: name, playlist }];
  const own = meetings.flatMap((meeting) =>
    meeting.recordings === undefined
      ? []
      : [{ of: fullTitle(meeting), playlist: meeting.recordings }],
  );
  const isComplete = own.length > 0 && own.length === meetings.length;
  const all = isComplete ? own : [...ofGroup, ...own];
  return [...new Map(all.toReversed().map((one) => [one.playlist, one])).values()].toReversed();
}

/** What is to do is nobody's business but the organizers'. */
function shownTo(
  { group, asker, place, now }: CommandContext,
  called: readonly GroupMeeting[] = [],
): Shown {
  const forOrganizers = asker.isOrganizer && place !== 'channel';
  const meetings = called.length > 0 ? called : group.meetings;
  return { now, group, playlists: playlistsOf(group, meetings), forOrganizers };
}

function missingList(request: CommandContext): Message {
  const state = request.recordings.state();
  const missing = missingAt(state, request.now, { minutes: 0 });
  return missingListMessage(missing, state, shownTo(request));
}

function kit(meetingId: string, request: CommandContext): Modal {
  const { recording } = known(meetingId, request);
  return readingModal('Upload kit', uploadKit(recording.meeting, request.group));
}

async function note(
  asked: Extract<RecordingRequest, { kind: 'tick' | 'said' }>,
  request: CommandContext,
): Promise<Message> {
  const { recordings, now } = request;
  known(asked.meeting, request);
  const event =
    asked.kind === 'tick'
      ? ({ kind: 'ticked', step: asked.step, done: asked.done } as const)
      : ({ kind: 'said', videoId: asked.video } as const);
  await recordings.note(asked.meeting, event, now);
  const tracked = known(asked.meeting, request);
  const ticked = asked.kind === 'tick' && asked.done ? { tracked, step: asked.step } : undefined;
  return recordingsMessage(recordings.state(), { ...shownTo(request), ticked });
}

/** The recording that an organizer asks about. Fails with UserError. */
function known(meetingId: string, request: CommandContext): TrackedRecording {
  if (!request.asker.isOrganizer) throw new UserError(organizersOnly(request));
  const { recordings } = request.recordings.state();
  const found = recordings.find(({ recording }) => recording.meeting.id === meetingId);
  if (found) return found;
  throw new UserError(
    'This meeting is no longer among the recordings: the calendar says that it did not take place.',
  );
}

function noPlaylistMessage(group: Group): Message {
  const place = whereToAsk(group);
  const sentence = join(
    [md`${group.name} publishes no recordings.`, place && md`Ask in ${place}.`],
    ' ',
  );
  return message(sentence, [section(sentence), groupSource(group)]);
}
