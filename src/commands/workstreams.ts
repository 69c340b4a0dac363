import { findWorkstream } from '../group/lookup.ts';
import type { Command } from './command.ts';
import {
  allWorkstreamsMessage,
  noWorkstreamMessage,
  workstreamsMessage,
} from './workstreams-message.ts';

export const workstreams: Command = {
  name: 'workstreams',
  aliases: ['workstream', 'streams', 'docs'],
  summary: 'the workstreams and their documents',
  usage: '[name]',
  details:
    'Lists all workstreams, or gives the document of the one you name. A near miss finds it too.',
  audience: 'everyone',
  takes: ({ args, group }) => findWorkstream(group, args) !== undefined,
  run({ args, group }) {
    if (args === '') return allWorkstreamsMessage(group);
    const stream = findWorkstream(group, args);
    return stream ? workstreamsMessage(group, [stream]) : noWorkstreamMessage(group, args);
  },
};
