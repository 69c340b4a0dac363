import type { DateTime } from 'luxon';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import { actions, context, linkButton, message, section } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import type { Message } from '../messages/message.ts';
import { join, link, md } from '../messages/mrkdwn.ts';
import { longDate } from '../messages/time.ts';

/** The calendar was read and has nothing ahead. It is the truth, so no rule is offered instead. */
export function noMeetingsMessage(
  calendar: ReadCalendar,
  group: Group,
  now: DateTime<true>,
): Message {
  const { zone } = group.regularMeeting;
  const { warning, spokenWarning, source } = calendarSource(calendar, now, zone);
  const sentence = md`No meeting is scheduled: the group's calendar has none from ${longDate(now, zone)} on.`;
  const { slack, slackChannel: channel } = group.contact;
  return message(join([spokenWarning, sentence], ' '), [
    warning,
    section(md`${sentence} If you expected one, ask in ${link(slack, channel)}.`),
    actions([linkButton('Calendar', group.calendar.page, 'open-calendar')]),
    context(source),
  ]);
}
