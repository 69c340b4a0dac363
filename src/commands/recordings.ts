import { actions, header, linkButton, message, section } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { link, md } from '../messages/mrkdwn.ts';
import { defineCommand, nothingElse } from './command.ts';

export const recordings = defineCommand({
  name: 'recordings',
  aliases: ['recording', 'videos', 'youtube'],
  summary: 'recordings of past meetings',
  details: 'Opens the playlist with the recorded meetings.',
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

  parse: nothingElse,

  run(_, { group }) {
    const { playlist } = group.recordings;
    return message(md`Recordings of ${group.name}: ${link(playlist, playlist)}`, [
      header('Recordings'),
      section(md`Recorded meetings of ${group.name} are on YouTube.`),
      actions([linkButton('Watch', playlist, 'open-recordings', 'primary')]),
      groupSource(group),
    ]);
  },
});
