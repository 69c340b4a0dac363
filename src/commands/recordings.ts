import { fullTitle, meetingsCalled } from '../group/published-meetings.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, link, md } from '../messages/mrkdwn.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';
import { certainly, defineCommand, perhaps } from './command.ts';

/** The name of one of the group's meetings; undefined: all recordings. */
export const recordings = defineCommand<string | undefined>({
  name: 'recordings',
  aliases: ['recording', 'videos', 'youtube'],
  summary: 'recordings of past meetings',
  usage: '[meeting]',
  details:
    'Opens the playlist with the recorded meetings. If the meetings have playlists of their own, it lists them, or opens the one that you name.',
  audience: 'everyone',
  sameForAll: true,
  task: 'meetings',

  topic: () => [
    {
      answer: undefined,
      tells: ['link'],
      title: 'recordings on YouTube',
      aliases: [
        'recording of a meeting',
        'recorded meetings',
        'videos',
        'youtube playlist channel',
        'watch',
        'past previous meeting recordings',
      ],
      text: 'uploaded old last earlier missed miss catch week call',
    },
  ],

  parse(args, { group }) {
    if (args === '') return certainly(undefined);
    return meetingsCalled(group, args).length > 0 ? certainly(args) : perhaps(args);
  },

  run(name, { group }) {
    const called = name === undefined ? [] : meetingsCalled(group, name);
    const playlists = playlistsOf(group, called.length > 0 ? called : group.meetings);
    const [first] = playlists;
    if (!first) return noPlaylistMessage(group);
    return playlists.length === 1
      ? playlistMessage(group, first)
      : playlistsMessage(group, playlists);
  },
});

interface Playlist {
  /** Whose recordings are in it. */
  readonly of: string;
  readonly url: string;
}

/** Playlists of these meetings, each once, under the name of what it is for; the group's if they have none. */
function playlistsOf({ name, recordings }: Group, meetings: readonly GroupMeeting[]): Playlist[] {
  const group = recordings.playlist === undefined ? [] : [{ of: name, url: recordings.playlist }];
  const own = meetings.flatMap((meeting) =>
    meeting.recordings === undefined ? [] : [{ of: fullTitle(meeting), url: meeting.recordings }],
  );
  const isComplete = own.length > 0 && own.length === meetings.length;
  return withoutRepeats(isComplete ? own : [...group, ...own]);
}

function withoutRepeats(playlists: readonly Playlist[]): Playlist[] {
  const first = new Map(playlists.toReversed().map((one) => [one.url, one]));
  return [...first.values()].toReversed();
}

function playlistMessage(group: Group, { of, url }: Playlist): Message {
  return message(md`Recordings of ${of}: ${link(url, url)}`, [
    header('Recordings'),
    section(md`Recorded meetings of ${of} are on YouTube.`),
    actions([linkButton('Watch', url, 'open-recordings', 'primary')]),
    groupSource(group),
  ]);
}

function playlistsMessage(group: Group, playlists: readonly Playlist[]): Message {
  const lines = playlists.map(({ of, url }) => md`• ${bold(of)}: ${link(url, 'recordings')}`);
  return message(md`Recordings of ${group.name}:\n${join(lines, '\n')}`, [
    header('Recordings'),
    section(md`Recorded meetings of ${group.name} are on YouTube.`),
    ...sections(lines),
    groupSource(group),
  ]);
}

function noPlaylistMessage(group: Group): Message {
  const place = whereToAsk(group);
  const sentence = join(
    [md`${group.name} publishes no recordings.`, place && md`Ask in ${place}.`],
    ' ',
  );
  return message(sentence, [section(sentence), groupSource(group)]);
}
