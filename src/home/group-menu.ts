import { groupMenu } from '../commands/which-group-message.ts';
import type { Group } from '../group/schema.ts';
import { context, LIMITS, section } from '../messages/blocks.ts';
import { stampedBlocks } from '../messages/group-stamp.ts';
import type { Block } from '../messages/message.ts';
import { bold, md } from '../messages/mrkdwn.ts';

/** The Home tab of someone who has not chosen a group yet. */
export function chooseGroupBlocks(groups: readonly Group[]): Block[] {
  return [
    section(md`Which group do you want to see here? I answer for ${groups.length} groups.`),
    groupMenu(groups, undefined),
    context(md`You can change it here at any time.`),
  ];
}

/** The Home tab of one of several groups, with a menu for the others. */
export function withGroupMenu(
  blocks: readonly Block[],
  groups: readonly Group[],
  shown: Group,
): Block[] {
  const menu = [section(md`*Group:* ${bold(shown.name)}`), groupMenu(groups, shown)];
  const all = [...menu, { type: 'divider' } as const, ...blocks];
  return stampedBlocks(all.slice(0, LIMITS.viewBlocks), shown.id);
}
