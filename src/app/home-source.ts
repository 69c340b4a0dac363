import type { GroupChoices } from '../commands/ports.ts';
import type { Registry } from '../group/registry.ts';
import { chooseGroupBlocks, withGroupMenu } from '../home/group-menu.ts';
import { homeTab } from '../home/home-tab.ts';
import type { HomeSource } from '../slack/ports.ts';
import type { Desk } from './route-request.ts';

const NO_MEETINGS: readonly unknown[] = [];

/** What Home tabs show: the only group, or the one that somebody chose. */
export function homeSource(desks: Registry<Desk>, choices: Pick<GroupChoices, 'of'>): HomeSource {
  const groups = desks.all.map(({ group }) => group);
  const isAlone = groups.length === 1;
  return {
    async groupOf(userId) {
      return isAlone ? desks.first.group.id : desks.byId(await choices.of(userId))?.group.id;
    },

    async blocksFor(userId, groupId) {
      const desk = desks.byId(groupId);
      if (!desk) return chooseGroupBlocks(groups);
      const blocks = await homeTab(desk.contextFor({ userId, place: 'private' }));
      return isAlone ? blocks : withGroupMenu(blocks, groups, desk.group);
    },

    versionOf(groupId) {
      const context = desks.byId(groupId)?.contextFor({ userId: '', place: 'private' });
      const calendar = context?.calendar;
      return calendar?.kind === 'read' ? calendar.meetings : NO_MEETINGS;
    },
  };
}
