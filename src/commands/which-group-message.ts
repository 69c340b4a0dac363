import type { types } from '@slack/bolt';
import type { Group } from '../group/schema.ts';
import { context, LIMITS, message, plain, section } from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { code, link, md } from '../messages/mrkdwn.ts';

/** Action id of the menu below; each value is the ID of a group. */
export const CHOOSE_GROUP_ACTION = 'choose-group';

// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
const MAX_OPTIONS = 100;
// https://docs.slack.dev/reference/block-kit/blocks/actions-block
const MAX_BLOCK_ID = 255;
const ASKED = 'asked:';
// The community's own list of all its groups.
const ALL_GROUPS = 'https://github.com/kubernetes/community/blob/master/sig-list.md';

/** Asks which group a request is about. What was asked is kept in the menu, if it is short enough. */
export function whichGroupMessage(
  groups: readonly Group[],
  asked: string | undefined,
  slashCommand: string,
): Message {
  const [example] = groups;
  const sentence =
    asked === undefined
      ? md`Which group is that for? Choose it here, and then try again.`
      : md`Which group is that about? Choose it here, or name it, as in ${code(`${slashCommand} next-meeting ${example?.id ?? ''}`)}.`;
  return message(sentence, [
    section(sentence),
    groupMenu(groups, undefined, asked),
    context(md`I remember your choice for my Home tab and for direct messages.`),
  ]);
}

/** A menu of groups. `asked` is answered when one is chosen. */
export function groupMenu(
  groups: readonly Group[],
  chosen: Group | undefined,
  asked?: string,
): Block {
  const blockId = asked === undefined ? undefined : `${ASKED}${asked}`;
  const menu: types.StaticSelect = {
    type: 'static_select',
    action_id: CHOOSE_GROUP_ACTION,
    placeholder: plain('Choose a group', LIMITS.buttonText),
    options: groups.slice(0, MAX_OPTIONS).map(option),
    ...(chosen && { initial_option: option(chosen) }),
  };
  return {
    type: 'actions',
    elements: [menu],
    ...(blockId !== undefined && blockId.length <= MAX_BLOCK_ID && { block_id: blockId }),
  };
}

function option({ id, name }: Group): types.PlainTextOption {
  return { text: plain(name, LIMITS.buttonText), value: id };
}

/** What was asked before a group was chosen in the menu with this block ID; undefined if nothing is kept. */
export function askedInMenu(blockId: string | undefined): string | undefined {
  return blockId?.startsWith(ASKED) ? blockId.slice(ASKED.length) : undefined;
}

/** A question about a group that the bot knows nothing of. */
export function otherGroupMessage(name: string, groups: readonly Group[]): Message {
  const [only] = groups;
  const whom = groups.length === 1 && only ? only.name : `${groups.length} groups`;
  const sentence = md`I know nothing about ${name}: I answer for ${whom}. The ${link(ALL_GROUPS, 'list of all community groups')} has its page.`;
  return message(sentence, [section(sentence)]);
}
