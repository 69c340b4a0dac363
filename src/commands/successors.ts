import { retirementOf } from '../group/lookup.ts';
import type { Group, Retirement, Successor } from '../group/schema.ts';
import { idOfSuccessor, successorOf } from '../group/successors.ts';
import { header, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { retiredWords } from '../messages/retirement.ts';
import { certainly, defineCommand, perhaps } from './command.ts';

interface Asked {
  /** What somebody took over; undefined: everything. */
  readonly what: string | undefined;
}

export const successors = defineCommand<Asked>({
  name: 'successors',
  aliases: ['successor', 'took-over', 'heirs'],
  summary: 'who took over what a retired group did',
  usage: '[what]',
  details:
    'Says since when the group has retired, and who took over each workstream and everything else; with a name, who took over that. Only a retired group has an answer.',
  audience: 'everyone',
  task: 'group',
  isFor: (group) => retirementOf(group) !== undefined,
  tellsStatus: true,
  sameForAll: true,

  topic: ({ group }) => {
    const retirement = retirementOf(group);
    if (!retirement) return [];
    return [
      {
        intents: ['successors'],
        label: `Who took over from ${group.name}`,
        typed: 'successors',
        answer: { what: undefined },
      },
      ...retirement.successors.map((successor) => ({
        intents: ['successors'] as const,
        of: idOfSuccessor(group, successor),
        label: `Who took over ${successor.what}`,
        typed: `successors ${successor.what}`,
        answer: { what: successor.what },
      })),
    ];
  },

  parse(args, { group }) {
    if (args === '') return certainly({ what: undefined });
    return successorOf(group, args) ? certainly({ what: args }) : perhaps({ what: args });
  },

  run({ what }, { group }) {
    const retirement = retirementOf(group);
    if (!retirement) return activeMessage(group);
    const successor = what === undefined ? undefined : successorOf(group, what);
    return successor
      ? oneMessage(group, retirement, successor)
      : allMessage(group, retirement, what);
  },
});

function activeMessage({ name }: Group): Message {
  const sentence = md`${name} is active: nobody had to take over its work.`;
  return message(sentence, [section(sentence)]);
}

function oneMessage(group: Group, retirement: Retirement, successor: Successor): Message {
  const sentence = md`${retiredWords(group, retirement)} ${bold(successor.what)} is now with ${byWords(successor)}.`;
  return message(sentence, [section(sentence), groupSource(group)]);
}

function allMessage(group: Group, retirement: Retirement, asked: string | undefined): Message {
  const sentence = md`${retiredWords(group, retirement)} ${retirement.explanation}`;
  const unknown =
    asked === undefined ? undefined : md`I don't know who took over ${bold(asked, 60)}.`;
  const lines = retirement.successors.map((one) => md`• ${bold(one.what)}: ${byWords(one)}`);
  return message(join([unknown, sentence, ...lines], '\n'), [
    header(`Who took over from ${group.name}`),
    section(join([unknown, sentence], '\n')),
    ...sections(lines),
    groupSource(group),
  ]);
}

/** As in “SIG Node and SIG Scheduling”. */
export function byWords({ by, link: url }: Successor): Mrkdwn {
  const [last = '', ...others] = by.toReversed();
  const names = others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : last;
  return url === undefined ? md`${names}` : md`${names} (${link(url, 'more')})`;
}
