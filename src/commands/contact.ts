import { contactView } from '../views/contact.ts';
import type { Command } from './command.ts';

export const contact: Command = {
  name: 'contact',
  aliases: ['slack', 'email', 'mailing-list', 'sigs', 'about'],
  summary: 'Slack channel, mailing list, issues, stakeholder SIGs',
  usage: '',
  details: 'Tells where to reach the group, where its issues are, and which SIGs it works with.',
  audience: 'everyone',
  run: ({ group }) => contactView(group),
};
