import { organizersView } from '../views/organizers.ts';
import type { Command } from './command.ts';

export const organizers: Command = {
  name: 'organizers',
  aliases: ['leads', 'chairs', 'organisers', 'who'],
  summary: 'who organizes the group',
  usage: '',
  details:
    'Names the organizers with their GitHub profiles and companies, and the steering liaison.',
  audience: 'everyone',
  run: ({ group }) => organizersView(group),
};
