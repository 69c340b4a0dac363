import type { Command } from './command.ts';
import { statusMessage } from './status-message.ts';

export const status: Command = {
  name: 'status',
  aliases: [],
  summary: "the bot's own state: the calendar, and what keeps it from posting",
  usage: '',
  details:
    'Tells organizers when the calendar was read, how many meetings are ahead, and what an operator has to mend.',
  audience: 'organizers',
  run: ({ calendar, problems, group, now }) => statusMessage(calendar, problems, group, now),
};
