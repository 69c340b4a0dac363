import type { Group } from '../group/schema.ts';
import { header, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { defineCommand, nothingElse } from './command.ts';

export const contact = defineCommand({
  name: 'contact',
  aliases: ['slack', 'email', 'mailing-list'],
  summary: 'Slack channel, mailing list, issues',
  details: 'Tells where to reach the group, and where its issues and pull requests are.',
  audience: 'everyone',
  sameForAll: true,
  task: 'group',

  topic: () => [
    { intents: ['contact'], label: 'How to reach the group', typed: 'contact', answer: undefined },
  ],

  parse: nothingElse,

  run(_, { group }) {
    const lines = contactLines(group);
    const title = `How to reach ${group.name}`;
    if (lines.length === 0) {
      const none = md`${group.name} publishes no channel, mailing list or issues.`;
      return message(none, [header(title), section(none), groupSource(group)]);
    }
    return message(spoken(group), [header(title), sections(lines), groupSource(group)]);
  },
});

function contactLines({ contact: { slack, slackChannel, mailingList, issues } }: Group): Mrkdwn[] {
  const channel = slackChannel ?? (slack && 'the channel');
  return [
    channel === undefined ? undefined : md`• *Slack:* ${link(slack, channel)}`,
    mailingList === undefined
      ? undefined
      : md`• *Mailing list:* ${link(mailingList, mailingListName(mailingList))}`,
    issues === undefined
      ? undefined
      : md`• *Issues and pull requests:* ${link(issues, 'open ones with the label of the group')}`,
  ].filter((one) => one !== undefined);
}

function spoken({ name, contact: { slackChannel, mailingList } }: Group): Mrkdwn {
  const ways = [
    slackChannel === undefined ? undefined : md`in ${slackChannel} on Slack`,
    mailingList === undefined
      ? undefined
      : md`on its mailing list ${link(mailingList, mailingList)}`,
  ];
  const named = join(ways, ' or ');
  return named.source === '' ? md`How to reach ${name}` : md`Reach ${name} ${named}.`;
}

/** `…/a/kubernetes.io/g/wg-serving` is the page of wg-serving@kubernetes.io. */
function mailingListName(url: string): string {
  const [, domain, list] = /\/a\/([^/]+)\/g\/([^/?#]+)/u.exec(url) ?? [];
  return domain && list ? `${list}@${domain}` : url;
}
