import type { Command } from './command.ts';
import { agendaMessage } from './links-message.ts';

export const agenda: Command = {
  name: 'agenda',
  aliases: ['notes', 'minutes'],
  summary: 'the agenda and notes document',
  usage: '',
  details: 'Opens the document that holds the agenda and the notes of the regular meeting.',
  audience: 'everyone',
  run: ({ group }) => agendaMessage(group),
};
