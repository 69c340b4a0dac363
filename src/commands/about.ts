import { findFact, retirementOf } from '../group/lookup.ts';
import type { Fact, Group } from '../group/schema.ts';
import { header, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { markdownLinks } from '../messages/markdown-links.ts';
import type { Message } from '../messages/message.ts';
import { join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import type { Topic } from '../questions/topic.ts';
import { certainly, defineCommand } from './command.ts';
import { namedRule, ruleSentence } from './published-rule-message.ts';
import { intentFor } from './question-names.ts';

export const about = defineCommand<Fact | undefined>({
  name: 'about',
  aliases: ['mission', 'charter', 'sigs'],
  summary: 'what the group is for, its charter, its SIGs, when it meets regularly',
  usage: '[fact]',
  details: 'Tells what the group says of itself; with a name, one of its other facts.',
  audience: 'everyone',
  sameForAll: true,
  task: 'group',

  topic: ({ group }) => [
    { intents: ['about', 'charter'], label: 'About the group', typed: 'about', answer: undefined },
    ...group.facts.map((fact) => factTopic(fact)),
  ],

  parse(args, { group }) {
    if (args === '') return certainly(undefined);
    const fact = findFact(group, args);
    return fact ? certainly(fact) : undefined;
  },

  run: (fact, { group }) => (fact ? factMessage(fact, group) : aboutMessage(group)),
});

/** Facts that many groups have are learned by name; others are found by theirs. */
function factTopic(fact: Fact): Topic<Fact> {
  const { name, askedAs } = fact;
  const intent = intentFor('fact', name);
  return {
    intents: [intent],
    ...(intent === 'fact' && { of: name }),
    askedAs,
    label: name,
    typed: `about ${name}`,
    answer: fact,
  };
}

/** What the group is for, who it works with, and when it meets by its rule. */
function aboutMessage(group: Group): Message {
  const { name, fullName = name, mission, facts } = group;
  const sigs = group.stakeholderSigs.join(', ');
  const purpose = mission === undefined ? md`${name} publishes no mission.` : md`${mission}`;
  const stakeholders = sigs === '' ? undefined : md`Stakeholder SIGs: ${sigs}.`;
  return message(join([md`${fullName}: ${purpose}`, stakeholders], ' '), [
    header(fullName),
    section(purpose),
    sections([
      ...(sigs === '' ? [] : [md`• *Stakeholder SIGs:* ${sigs}`]),
      ...meetingLines(group),
      ...readMore(group),
      ...facts.map((fact) => md`• *${fact.name}:* ${markdownLinks(fact.text)}`),
    ]),
    groupSource(group),
  ]);
}

function meetingLines(group: Group): Mrkdwn[] {
  const { meetings } = group;
  if (retirementOf(group)) return [md`• *Regular meeting:* none any more`];
  const [only, ...others] = meetings;
  if (only && others.length === 0) return [md`• *Regular meeting:* ${ruleSentence(only)}`];
  return meetings.map((one) => md`• ${namedRule(one)}`);
}

function readMore({ name, charter, page }: Group): Mrkdwn[] {
  const pages = [
    charter === undefined ? undefined : link(charter, 'charter'),
    page === undefined ? undefined : link(page, `page of ${name}`),
  ];
  const listed = join(pages, ', ');
  return listed.source === '' ? [] : [md`• *Read more:* ${listed}`];
}

/** One of the group's other facts. */
function factMessage({ name, text }: Fact, group: Group): Message {
  const answer = markdownLinks(text);
  return message(md`${name}: ${answer}`, [header(name), section(answer), groupSource(group)]);
}
