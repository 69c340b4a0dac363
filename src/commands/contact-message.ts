import type { Group } from '../group/schema.ts';
import { header, message, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { link, md } from '../messages/mrkdwn.ts';

/** Where to reach the group. */
export function contactMessage({ name, contact, page }: Group): Message {
  return message(
    md`Reach ${name} in ${contact.slackChannel} on Slack or on its mailing list ${link(contact.mailingList, contact.mailingList)}.`,
    [
      header(`How to reach ${name}`),
      sections([
        md`• *Slack:* ${link(contact.slack, contact.slackChannel)}`,
        md`• *Mailing list:* ${link(contact.mailingList, mailingListName(contact.mailingList))}`,
        md`• *Issues and pull requests:* ${link(contact.issues, 'open ones with the label of the group')}`,
      ]),
      groupSource({ name, page }),
    ],
  );
}

/** `…/a/kubernetes.io/g/wg-serving` is the page of wg-serving@kubernetes.io. */
function mailingListName(url: string): string {
  const [, domain, list] = /\/a\/([^/]+)\/g\/([^/?#]+)/u.exec(url) ?? [];
  return domain && list ? `${list}@${domain}` : url;
}
