import { header, message, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { link, md } from '../messages/mrkdwn.ts';
import { defineCommand, nothingElse } from './command.ts';

export const contact = defineCommand({
  name: 'contact',
  aliases: ['slack', 'email', 'mailing-list'],
  summary: 'Slack channel, mailing list, issues',
  details: 'Tells where to reach the group, and where its issues and pull requests are.',
  audience: 'everyone',
  sameForAll: true,
  task: 'group',

  topic: ({ group }) => [
    {
      answer: undefined,
      tells: ['link'],
      title: 'contact',
      aliases: [
        'mailing list',
        'email',
        'slack channel',
        'google group',
        'issues',
        'pull requests',
        'reach',
        'get in touch',
        'report a bug',
        'label',
      ],
      text: `open file github address message community ${group.contact.slackChannel} ${group.contact.mailingList}`,
    },
  ],

  parse: nothingElse,

  run(_, { group }) {
    const { slack, slackChannel, mailingList, issues } = group.contact;
    return message(
      md`Reach ${group.name} in ${slackChannel} on Slack or on its mailing list ${link(mailingList, mailingList)}.`,
      [
        header(`How to reach ${group.name}`),
        sections([
          md`• *Slack:* ${link(slack, slackChannel)}`,
          md`• *Mailing list:* ${link(mailingList, mailingListName(mailingList))}`,
          md`• *Issues and pull requests:* ${link(issues, 'open ones with the label of the group')}`,
        ]),
        groupSource(group),
      ],
    );
  },
});

/** `…/a/kubernetes.io/g/wg-serving` is the page of wg-serving@kubernetes.io. */
function mailingListName(url: string): string {
  const [, domain, list] = /\/a\/([^/]+)\/g\/([^/?#]+)/u.exec(url) ?? [];
  return domain && list ? `${list}@${domain}` : url;
}
