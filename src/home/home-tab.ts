import { nextMeetings } from '../calendar/meeting-list.ts';
import { calendarToTell } from '../commands/calendar-to-tell.ts';
import type { CommandContext } from '../commands/command.ts';
import { invoke } from '../commands/dispatch.ts';
import { nextMeeting } from '../commands/next-meeting.ts';
import type { Block } from '../messages/message.ts';
import { homeBlocks } from './home-blocks.ts';

const MAX_AHEAD = 6;

/** The Home tab of one person: what the commands answer, on one page. */
export async function homeTab(context: CommandContext): Promise<readonly Block[]> {
  const { group, now, subscriptions, asker } = context;
  const { message: next } = await invoke(nextMeeting.invoke(undefined), context);
  const calendar = await calendarToTell(context);
  const meetings = calendar.kind === 'read' ? calendar.meetings : [];
  const { shown: ahead } = nextMeetings(meetings, MAX_AHEAD, now, group.zone);
  const { userId } = asker;
  return homeBlocks({
    next,
    ahead,
    userId,
    subscriptions: await subscriptions.of(userId),
    group,
    now,
  });
}
