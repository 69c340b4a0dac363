import type { Command } from './command.ts';
import { organizersMessage } from './organizers-message.ts';

export const organizers: Command = {
  name: 'organizers',
  aliases: ['leads', 'chairs', 'organisers', 'who'],
  summary: 'who organizes the group',
  usage: '',
  details:
    'Names the organizers with their GitHub profiles and companies, and the steering liaison.',
  audience: 'everyone',
  run: ({ group }) => organizersMessage(group),
};
