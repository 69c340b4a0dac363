import type { CommandContext } from '../commands/command.ts';
import { invoke } from '../commands/dispatch.ts';
import { nextMeeting } from '../commands/next-meeting.ts';
import { sharedFacts } from '../commands/shared-facts.ts';
import type { Block } from '../messages/message.ts';
import { aboutGroup, homeBlocks, meetingsAhead } from './home-blocks.ts';

/** The Home tab of one person: what the commands answer, on one page. */
export async function homeTab(context: CommandContext): Promise<readonly Block[]> {
  const { group, subscriptions, asker, kept } = context;
  const { message: next } = await invoke(nextMeeting.invoke(undefined), context);
  const facts = await sharedFacts(context);
  const { userId } = asker;
  return homeBlocks({
    next,
    ahead: kept.blocks('meetings ahead', facts, () => meetingsAhead(facts)),
    userId,
    subscriptions: await subscriptions.of(userId),
    group: kept.blocks('about the group', facts, () => aboutGroup(group)),
  });
}
