import { upcoming as upcomingMeetings } from '../calendar/schedule.ts';
import type { Block } from '../messages/message.ts';
import type { RequestContext } from './dispatch.ts';
import { homeBlocks } from './home-blocks.ts';
import { nextMeeting } from './next-meeting.ts';

const COMING = 6;

/** The Home tab of one person: what the commands answer, on one page. */
export async function homeTab(context: RequestContext): Promise<readonly Block[]> {
  const { calendar, group, now, subscriptions, asker } = context;
  const next = await nextMeeting.run({ ...context, args: '' });
  const ahead =
    calendar.kind === 'read'
      ? upcomingMeetings(calendar.meetings, now, group.regularMeeting.zone).slice(0, COMING)
      : [];
  const mine = await subscriptions.of(asker.userId);
  return homeBlocks({ next, ahead, subscriptions: mine, group, now });
}
