import { type Meeting, stands, titleSaysCancelled } from '../calendar/meeting.ts';
import type { CommandContext } from './command.ts';

// No reminder goes out so long before its meeting.
const ANNOUNCED_WITHIN = { days: 60 };

/**
 * The meetings without single events that were deleted before the channel was told of them: nobody
 * waits for those, so that they are no cancellations.
 */
export async function withoutDrafts(
  meetings: readonly Meeting[],
  { reminders, now }: Pick<CommandContext, 'reminders' | 'now'>,
): Promise<readonly Meeting[]> {
  if (!meetings.some(isDeleted)) return meetings;
  const posted = await reminders.posted(now.minus(ANNOUNCED_WITHIN));
  const announced = new Set(posted.map(({ meetingId }) => meetingId));
  return meetings.filter((meeting) => !isDeleted(meeting) || announced.has(meeting.id));
}

/** An occurrence of a series was expected, and a title that says so was meant to be read. */
function isDeleted(meeting: Meeting): boolean {
  return !stands(meeting) && meeting.seriesId === undefined && !titleSaysCancelled(meeting.title);
}
