import type { CalendarState } from '../calendar/snapshot.ts';
import type { CommandContext, SharedContext } from './command.ts';

// No reminder goes out so long before its meeting.
const ANNOUNCED_WITHIN = { days: 60 };

/** What everyone is answered from, and nothing else of what a command may know. */
export async function sharedFacts(context: CommandContext): Promise<SharedContext> {
  const { now, group, commands, slashCommand } = context;
  return { now, group, commands, slashCommand, calendar: await calendarToTell(context) };
}

/** The calendar without drafts that were deleted before the channel heard of them. */
async function calendarToTell(context: CommandContext): Promise<CalendarState> {
  const { calendar, reminders, now, kept } = context;
  // Answers come from memory: the ledger is asked only where it matters.
  if (calendar.kind !== 'read' || !calendar.meetings.some(({ deleted }) => deleted))
    return calendar;
  const posted = await reminders.posted(now.minus(ANNOUNCED_WITHIN));
  const announced = new Set(posted.map(({ meetingId }) => meetingId));
  return { ...calendar, meetings: kept.withoutDrafts(calendar.meetings, announced) };
}
