import type { Fact, Group } from '../group/schema.ts';
import { header, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { markdownLinks } from '../messages/markdown-links.ts';
import type { Message } from '../messages/message.ts';
import { link, md } from '../messages/mrkdwn.ts';
import { ruleWords } from './published-rule-message.ts';

/** What the group is for, whom it works with, and when it meets by its rule. */
export function aboutMessage(group: Group): Message {
  const { name, fullName, mission, charter, page, facts } = group;
  const sigs = group.stakeholderSigs.join(', ');
  return message(md`${fullName}: ${mission} Stakeholder SIGs: ${sigs}.`, [
    header(fullName),
    section(md`${mission}`),
    sections([
      md`• *Stakeholder SIGs:* ${sigs}`,
      md`• *Regular meeting:* ${ruleWords(group.regularMeeting)}`,
      md`• *Read more:* ${link(charter, 'charter')}, ${link(page, `page of ${name}`)}`,
      ...facts.map((fact) => md`• *${fact.name}:* ${markdownLinks(fact.text)}`),
    ]),
    groupSource(group),
  ]);
}

/** One of the group's other facts. */
export function factMessage({ name, text }: Fact, group: Group): Message {
  const answer = markdownLinks(text);
  return message(md`${name}: ${answer}`, [header(name), section(answer), groupSource(group)]);
}
