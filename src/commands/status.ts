import { statusView } from '../views/status.ts';
import type { Command } from './command.ts';

export const status: Command = {
  name: 'status',
  aliases: [],
  summary: "the bot's own state: when it read the calendar, what it found",
  usage: '',
  details: 'Tells organizers whether the bot can read the calendar and how many meetings it knows.',
  audience: 'organizers',
  run: ({ calendar, group, now }) => statusView(calendar, group, now),
};
