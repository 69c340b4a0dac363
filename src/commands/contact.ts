import type { Command } from './command.ts';
import { contactMessage } from './contact-message.ts';

export const contact: Command = {
  name: 'contact',
  aliases: ['slack', 'email', 'mailing-list'],
  summary: 'Slack channel, mailing list, issues',
  usage: '',
  details: 'Tells where to reach the group, and where its issues and pull requests are.',
  audience: 'everyone',
  run: ({ group }) => contactMessage(group),
};
