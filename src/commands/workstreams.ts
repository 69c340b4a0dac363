import { findWorkstream, workstreamsNamedIn } from '../group/lookup.ts';
import { allWorkstreamsView, noWorkstreamView, workstreamsView } from '../views/workstreams.ts';
import type { Command } from './command.ts';

export const workstreams: Command = {
  name: 'workstreams',
  aliases: ['workstream', 'streams', 'docs'],
  summary: 'the workstreams and their documents',
  usage: '[name]',
  details:
    'Lists all workstreams, or gives the document of the one you name. A near miss finds it too.',
  audience: 'everyone',
  run({ args, group }) {
    if (args === '') return allWorkstreamsView(group);
    const stream = findWorkstream(group, args);
    const named = stream ? [stream] : workstreamsNamedIn(group, args);
    return named.length > 0 ? workstreamsView(group, named) : noWorkstreamView(group, args);
  },
};
