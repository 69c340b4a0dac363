import { findWorkstream } from '../group/lookup.ts';
import type { Group, Workstream } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, code, link, md } from '../messages/mrkdwn.ts';
import { certainly, defineCommand, perhaps } from './command.ts';

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

/** One workstream in a list. */
export function streamLine(stream: Workstream) {
  const document = stream.doc === undefined ? md`no document` : link(stream.doc, 'document');
  return md`• ${bold(stream.name)}: ${document}`;
}

function allMessage(group: Group): Message {
  if (group.workstreams.length === 0) return noWorkstreamsMessage(group);
  const names = group.workstreams.map((stream) => stream.name).join(', ');
  return message(md`Workstreams of ${group.name}: ${names}.`, [
    header(`Workstreams of ${group.name}`),
    sections(group.workstreams.map(streamLine)),
    groupSource(group),
  ]);
}

function noWorkstreamsMessage(group: Group): Message {
  const sentence = md`${group.name} publishes no workstreams.`;
  return message(sentence, [section(sentence), groupSource(group)]);
}

function oneMessage(group: Group, { name, doc }: Workstream): Message {
  if (doc === undefined) {
    const sentence = md`${bold(name)} is a workstream of ${group.name}. It publishes no document.`;
    return message(sentence, [section(sentence), groupSource(group)]);
  }
  return message(md`Workstream document of ${group.name}. ${name}: ${link(doc, doc)}`, [
    section(md`${bold(name)} is a workstream of ${group.name}.`),
    actions([linkButton(`${name} document`, doc, 'open-workstream')]),
    groupSource(group),
  ]);
}

function noneMessage(group: Group, typed: string): Message {
  if (group.workstreams.length === 0) return noWorkstreamsMessage(group);
  const names = group.workstreams.map((stream) => stream.name).join(', ');
  return message(md`There is no workstream ${code(typed.slice(0, 60))}. There are: ${names}.`, [
    section(md`${group.name} has no workstream ${code(typed.slice(0, 60))}. It has these:`),
    sections(group.workstreams.map(streamLine)),
  ]);
}
