import type { Kind } from './published-file.ts';
import type { PublishedGroup } from './published-group.ts';

/** The community's repository. */
export const COMMUNITY = 'https://github.com/kubernetes/community';

/** The page in a folder of the community's repository, which is that of a group. */
export function pageOf(folder: string): string {
  return `${COMMUNITY}/tree/main/${folder}`;
}

/** A charter's link is relative to the group's folder, or whole. */
export function charterOf({ dir, charter_link: link }: PublishedGroup): string | undefined {
  if (link === undefined) return undefined;
  return URL.parse(link, `${COMMUNITY}/blob/main/${dir}/`)?.href;
}

/** The issues with the label of a group, which lacks its prefix in sigs.yaml. */
export function issuesOf(kind: Kind, label: string): string {
  return `${COMMUNITY}/labels/${encodeURIComponent(`${kind}/${label}`)}`;
}

/** A channel of the Kubernetes Slack, by its name with or without #. */
export function slackOf(channel: string) {
  const name = channel.replace(/^#/u, '');
  return {
    slack_channel: `#${name}`,
    slack: `https://kubernetes.slack.com/messages/${encodeURIComponent(name)}`,
  };
}

/** The public page of a Google calendar. */
export function calendarPage(id: string): string {
  return `https://calendar.google.com/calendar/embed?src=${encodeURIComponent(id)}`;
}
