import { readSchedule } from '../meetings/schedule.ts';
import { nextMeetingView } from '../views/next-meeting.ts';
import { noMeetingsView } from '../views/no-meetings.ts';
import { publishedRuleView } from '../views/published-rule.ts';
import type { Command } from './command.ts';

export const nextMeeting: Command = {
  name: 'next-meeting',
  aliases: ['next', 'meeting'],
  summary: 'the next meeting: when it is in your time zone, how to join, where the agenda is',
  usage: '',
  details:
    "Shows what is on right now, what comes next, and what was cancelled on the way there. Times are in your own zone. Without the calendar it gives the published rule and says what that can't tell.",
  audience: 'everyone',
  run({ calendar, group, now }) {
    if (calendar.kind !== 'read') return publishedRuleView(group, calendar.kind, now);
    const schedule = readSchedule(calendar.meetings, now, group.regular_meeting.zone);
    const { inProgress, next, allDay, cancelled } = schedule;
    if ([inProgress, next, allDay, cancelled].every((meetings) => meetings.length === 0)) {
      return noMeetingsView(calendar, group, now);
    }
    return nextMeetingView(schedule, calendar, group, now);
  },
};
