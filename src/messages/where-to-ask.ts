import type { Group } from '../group/schema.ts';
import { link, type Mrkdwn } from './mrkdwn.ts';

/**
 * Where people of the group can be asked, as in “#wg-serving”; undefined if it publishes no such place, or has
 * retired: its channel is archived.
 */
export function whereToAsk(group: Pick<Group, 'name' | 'contact' | 'status'>): Mrkdwn | undefined {
  if (group.status !== 'active') return undefined;
  const { name, contact } = group;
  const { slack, slackChannel, mailingList } = contact;
  if (slackChannel !== undefined || slack !== undefined) {
    return link(slack, slackChannel ?? `the Slack channel of ${name}`);
  }
  return mailingList === undefined ? undefined : link(mailingList, `the mailing list of ${name}`);
}
