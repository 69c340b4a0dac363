import type { Command } from './command.ts';
import { recordingsMessage } from './links-message.ts';

export const recordings: Command = {
  name: 'recordings',
  aliases: ['recording', 'videos', 'youtube'],
  summary: 'recordings of past meetings',
  usage: '',
  details: 'Opens the playlist with the recorded meetings.',
  audience: 'everyone',
  run: ({ group }) => recordingsMessage(group),
};
