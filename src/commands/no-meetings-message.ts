import type { DateTime } from 'luxon';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import { actions, context, linkButton, message, section } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import type { Message } from '../messages/message.ts';
import { join, md } from '../messages/mrkdwn.ts';
import { longDate } from '../messages/time.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';

/** The calendar was read and has nothing ahead. It is the truth, so no rule is offered instead. */
export function noMeetingsMessage(
  calendar: ReadCalendar,
  group: Group,
  now: DateTime<true>,
): Message {
  const { zone } = group;
  const { warning, spokenWarning, source } = calendarSource(calendar, now, zone);
  const sentence = md`No meeting is scheduled: the group's calendar has none from ${longDate(now, zone)} on.`;
  const place = whereToAsk(group);
  const advice = place && md`If you expected one, ask in ${place}.`;
  return message(join([spokenWarning, sentence], ' '), [
    warning,
    section(join([sentence, advice], ' ')),
    actions([linkButton('Calendar', group.calendar?.page, 'open-calendar')]),
    context(source),
  ]);
}
