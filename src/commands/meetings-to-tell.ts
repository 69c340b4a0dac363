import type { Meeting } from '../calendar/meeting.ts';
import { withoutDrafts } from '../calendar/meeting-list.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import type { CommandContext } from './command.ts';

// No reminder goes out so long before its meeting.
const ANNOUNCED_WITHIN = { days: 60 };

/** The meetings of the calendar without drafts that were deleted before the channel heard of them. */
export async function meetingsToTell(
  { meetings }: ReadCalendar,
  { reminders, now }: Pick<CommandContext, 'reminders' | 'now'>,
): Promise<readonly Meeting[]> {
  // Answers come from memory: the ledger is asked only where it matters.
  if (!meetings.some(({ deleted }) => deleted)) return meetings;
  const posted = await reminders.posted(now.minus(ANNOUNCED_WITHIN));
  return withoutDrafts(meetings, new Set(posted.map(({ meetingId }) => meetingId)));
}
