import { findFact } from '../group/lookup.ts';
import { aboutMessage, factMessage } from './about-message.ts';
import type { Command } from './command.ts';

export const about: Command = {
  name: 'about',
  aliases: ['mission', 'charter', 'sigs'],
  summary: 'what the group is for, its charter, its SIGs, when it meets regularly',
  usage: '[fact]',
  details: 'Tells what the group says of itself; with a name, one of its other facts.',
  audience: 'everyone',
  takes: ({ args, group }) => findFact(group, args) !== undefined,
  run({ args, group }) {
    const fact = args === '' ? undefined : findFact(group, args);
    return fact ? factMessage(fact, group) : aboutMessage(group);
  },
};
