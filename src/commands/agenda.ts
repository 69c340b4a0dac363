import { agendaView } from '../views/links.ts';
import type { Command } from './command.ts';

export const agenda: Command = {
  name: 'agenda',
  aliases: ['notes', 'minutes'],
  summary: 'the agenda and notes document',
  usage: '',
  details: 'Opens the document that holds the agenda and the notes of the regular meeting.',
  audience: 'everyone',
  run: ({ group }) => agendaView(group),
};
