import type { types } from '@slack/bolt';
import { z } from 'zod';
import { context, LIMITS } from './blocks.ts';
import type { Block, Message } from './message.ts';
import { bold, code, type Mrkdwn, md } from './mrkdwn.ts';

const STAMP = 'group.';
const identified = z.array(z.object({ block_id: z.string().optional() }));

/** Writes into the ids of its buttons' blocks whose message it is, so that a press is for that group. */
export function stampedFor({ text, blocks }: Message, groupId: string): Message {
  return { text, blocks: stampedBlocks(blocks, groupId) };
}

export function stampedBlocks(blocks: readonly Block[], groupId: string): Block[] {
  return blocks.map((block, index) =>
    holdsButtons(block) && (block.block_id === undefined || stampOf(block.block_id) !== undefined)
      ? { ...block, block_id: `${STAMP}${groupId}.${index}` }
      : block,
  );
}

function holdsButtons({ type }: Block): boolean {
  return type === 'actions' || type === 'context_actions';
}

/** The same for a modal: a block that is no input carries it from one view to the next. */
export function stampedView(view: types.ModalView, groupId: string | undefined): types.ModalView {
  if (groupId === undefined) return view;
  const at = view.blocks.findIndex(
    (block) => block.type !== 'input' && block.block_id === undefined,
  );
  const blocks = view.blocks.map((block, index) =>
    index === at ? { ...block, block_id: `${STAMP}${groupId}.${index}` } : block,
  );
  return { ...view, blocks };
}

/** The group that one of the blocks of a view names, which come from outside. */
export function stampIn(blocks: unknown): string | undefined {
  const named = identified.safeParse(blocks).data ?? [];
  return named.map(({ block_id }) => stampOf(block_id)).find((id) => id !== undefined);
}

/** The group that the id of a block names. It comes from outside: there may be no such group. */
export function stampOf(blockId: string | undefined): string | undefined {
  return /^group\.([a-z][a-z0-9-]{0,60})\.\d+$/u.exec(blockId ?? '')?.[1];
}

/** An answer that says first whose it is, where that is not clear from the place. */
export function answerOf(groupName: string, { text, blocks }: Message, hint?: Mrkdwn): Message {
  const whose = md`For ${bold(groupName)}${hint ?? md`.`}`;
  return {
    text: `${md`${groupName}: `.source}${text}`,
    blocks: [context(whose), ...blocks.slice(0, LIMITS.blocks - 1)],
  };
}

/** How to ask about another group than the one that was chosen. */
export function anotherGroupHint(slashCommand: string, example: string): Mrkdwn {
  return md`, the group that you chose. Name another one to ask about it, as in ${code(`${slashCommand} next-meeting ${example}`)}.`;
}
