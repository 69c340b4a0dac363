import { findWorkstream } from '../group/lookup.ts';
import type { Group, Workstream } from '../group/schema.ts';
import { successorOfStream } from '../group/successors.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, code, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import { byWords } from './successors.ts';

type Asked =
  | { readonly kind: 'all' }
  | { readonly kind: 'one'; readonly stream: Workstream }
  | { readonly kind: 'none of that name'; readonly typed: string };

export const workstreams = defineCommand<Asked>({
  name: 'workstreams',
  aliases: ['workstream', 'streams', 'docs'],
  summary: 'the workstreams and their documents',
  usage: '[name]',
  details:
    'Lists all workstreams, or gives the document of the one you name. A near miss finds it too.',
  audience: 'everyone',
  sameForAll: true,
  task: 'group',

  topic: ({ group }) => [
    {
      intents: ['workstreams'],
      label: 'Workstreams',
      typed: 'workstreams',
      answer: { kind: 'all' },
    },
    ...group.workstreams.map((stream) => ({
      intents: ['workstream'] as const,
      of: stream.name,
      askedAs: stream.askedAs,
      label: `${stream.name} document`,
      typed: `workstreams ${stream.name}`,
      answer: { kind: 'one', stream } as const,
    })),
  ],

  parse(args, { group }) {
    if (args === '') return certainly({ kind: 'all' });
    const stream = findWorkstream(group, args);
    return stream
      ? certainly({ kind: 'one', stream })
      : perhaps({ kind: 'none of that name', typed: args });
  },

  run(asked, { group }) {
    switch (asked.kind) {
      case 'all':
        return allMessage(group);
      case 'one':
        return oneMessage(group, asked.stream);
      case 'none of that name':
        return noneMessage(group, asked.typed);
    }
  },
});

/** One workstream in a list, and who took it over if the group has retired. */
export function streamLine(group: Group, stream: Workstream): Mrkdwn {
  const document = stream.doc === undefined ? md`no document` : link(stream.doc, 'document');
  const line = md`• ${bold(stream.name)}: ${document}`;
  const successor = successorOfStream(group, stream);
  return successor ? md`${line}, now with ${byWords(successor)}` : line;
}

function streamLines(group: Group): Mrkdwn[] {
  return group.workstreams.map((stream) => streamLine(group, stream));
}

function allMessage(group: Group): Message {
  if (group.workstreams.length === 0) return noWorkstreamsMessage(group);
  const names = group.workstreams.map((stream) => stream.name).join(', ');
  return message(md`Workstreams of ${group.name}: ${names}.`, [
    header(`Workstreams of ${group.name}`),
    sections(streamLines(group)),
    groupSource(group),
  ]);
}

function noWorkstreamsMessage(group: Group): Message {
  const sentence = md`${group.name} publishes no workstreams.`;
  return message(sentence, [section(sentence), groupSource(group)]);
}

function oneMessage(group: Group, stream: Workstream): Message {
  const { name, doc } = stream;
  const successor = successorOfStream(group, stream);
  const sentence = successor
    ? md`${bold(name)} was a workstream of ${group.name}. It is now with ${byWords(successor)}.`
    : md`${bold(name)} is a workstream of ${group.name}.`;
  if (doc === undefined) {
    const nothing = md`${sentence} It publishes no document.`;
    return message(nothing, [section(nothing), groupSource(group)]);
  }
  return message(md`Workstream document of ${group.name}. ${name}: ${link(doc, doc)}`, [
    section(sentence),
    actions([linkButton(`${name} document`, doc, 'open-workstream')]),
    groupSource(group),
  ]);
}

function noneMessage(group: Group, typed: string): Message {
  if (group.workstreams.length === 0) return noWorkstreamsMessage(group);
  const names = group.workstreams.map((stream) => stream.name).join(', ');
  return message(md`There is no workstream ${code(typed.slice(0, 60))}. There are: ${names}.`, [
    section(md`${group.name} has no workstream ${code(typed.slice(0, 60))}. It has these:`),
    sections(streamLines(group)),
  ]);
}
