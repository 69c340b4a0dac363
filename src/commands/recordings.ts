import type { Group } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, link, md } from '../messages/mrkdwn.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';
import { defineCommand, nothingElse } from './command.ts';

export const recordings = defineCommand({
  name: 'recordings',
  aliases: ['recording', 'videos', 'youtube'],
  summary: 'recordings of past meetings',
  details: 'Opens the playlist with the recorded meetings.',
  audience: 'everyone',
  task: 'meetings',

  topic: () => [
    { intents: ['recordings'], label: 'Recordings', typed: 'recordings', answer: undefined },
  ],

  parse: nothingElse,

  run(_, { group }) {
    const playlists = playlistsOf(group);
    const [first] = playlists;
    if (!first) return noPlaylistMessage(group);
    return playlists.length === 1
      ? playlistMessage(group, first.playlist)
      : playlistsMessage(group, playlists);
  },
});

interface Playlist {
  /** Whose recordings are in it. */
  readonly of: string;
  readonly playlist: string;
}

/** The group's playlists, each once, under the name of what it is for. */
export function playlistsOf({ name, recordings, meetings }: Group): Playlist[] {
  const own =
    recordings.playlist === undefined ? [] : [{ of: name, playlist: recordings.playlist }];
  const ofMeetings = meetings.flatMap(({ title, recordings: playlist }) =>
    playlist === undefined ? [] : [{ of: title, playlist }],
  );
  const all = [...own, ...ofMeetings];
  return [...new Map(all.toReversed().map((one) => [one.playlist, one])).values()].toReversed();
}

function playlistMessage(group: Group, playlist: string): Message {
  return message(md`Recordings of ${group.name}: ${link(playlist, playlist)}`, [
    header('Recordings'),
    section(md`Recorded meetings of ${group.name} are on YouTube.`),
    actions([linkButton('Watch', playlist, 'open-recordings', 'primary')]),
    groupSource(group),
  ]);
}

function playlistsMessage(group: Group, playlists: readonly Playlist[]): Message {
  const lines = playlists.map((one) => md`• ${bold(one.of)}: ${link(one.playlist, 'recordings')}`);
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
