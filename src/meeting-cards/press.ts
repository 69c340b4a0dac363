import type { DateTime } from 'luxon';
import { isTimed } from '../calendar/meeting.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import { UserError } from '../errors.ts';
import type { Message } from '../messages/message.ts';
import type { MeetingOutcome } from '../organizers/outcome.ts';
import type { MeetingOutcomes } from '../organizers/ports.ts';
import { outcomeThanks } from './card-messages.ts';

/** An organizer says what became of a meeting. */
export interface OutcomePress {
  readonly userId: string;
  readonly name: string;
  readonly meetingId: string;
  readonly outcome: MeetingOutcome;
}

/** Notes what became of a meeting; the last word counts. Fails with UserError if that can't be known yet. */
export async function reportOutcome(
  { userId, name, meetingId, outcome }: OutcomePress,
  {
    outcomes,
    calendar,
    now,
  }: {
    readonly outcomes: MeetingOutcomes;
    readonly calendar: CalendarState;
    readonly now: DateTime<true>;
  },
): Promise<Message> {
  const meetings = calendar.kind === 'read' ? calendar.meetings : [];
  const meeting = meetings.filter(isTimed).find(({ id }) => id === meetingId);
  if (!meeting) throw new UserError('This meeting is no longer in the calendar.');
  if (meeting.start > now) throw new UserError('This meeting has not begun.');
  const { start } = meeting;
  await outcomes.report({ meetingId, outcome, reportedBy: name, start }, userId, now);
  return outcomeThanks(outcome);
}
