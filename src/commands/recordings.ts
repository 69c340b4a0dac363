import { recordingsView } from '../views/links.ts';
import type { Command } from './command.ts';

export const recordings: Command = {
  name: 'recordings',
  aliases: ['recording', 'videos', 'youtube'],
  summary: 'recordings of past meetings',
  usage: '',
  details: 'Opens the playlist with the recorded meetings.',
  audience: 'everyone',
  run: ({ group }) => recordingsView(group),
};
