import type { Group } from '../group/schema.ts';

const PAGE = /^https:\/\/github\.com\/kubernetes\/community\/(?:tree|blob)\/[^/]+\/(.+)$/u;

/** The folder of a group's page in the community's repository; undefined if its page is elsewhere. */
export function communityFolder({ page = '' }: Pick<Group, 'page'>): string | undefined {
  return PAGE.exec(page)?.[1];
}

/** Whether the community's calendar may have meetings that no calendar of the group has. */
export function usesCommunityCalendar(group: Group): boolean {
  const hasOwn = group.calendar !== undefined || group.meetings.every(({ calendar }) => calendar);
  return communityFolder(group) !== undefined && !hasOwn;
}
