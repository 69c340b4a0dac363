import type { Meeting } from '../calendar/meeting.ts';
import { meetingsNamed } from '../calendar/meeting-names.ts';
import { readSchedule, upcoming } from '../calendar/schedule.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import { meetingNames } from '../group/lookup.ts';
import type { Message } from '../messages/message.ts';
import { type CommandContext, certainly, defineCommand, perhaps } from './command.ts';
import { nextMeetingMessage } from './next-meeting-message.ts';
import { nextMeetingTopic } from './next-meeting-topic.ts';
import { noMeetingsMessage } from './no-meetings-message.ts';
import { noNamedMeetingMessage, ruleOfAnotherMessage } from './no-named-meeting-message.ts';
import { publishedRuleMessage } from './published-rule-message.ts';

/** The name of a meeting or a workstream; undefined: the next meeting of all. */
export const nextMeeting = defineCommand<string | undefined>({
  name: 'next-meeting',
  aliases: ['next', 'meeting'],
  summary: 'the next meeting: when it is in your time zone, how to join, where the agenda is',
  usage: '[name]',
  details:
    "Shows what is on right now, what comes next, and what was cancelled on the way there; with a name or a workstream, the next meeting of that name. Times are in your own zone. Without the calendar it gives the published rule and says what that can't tell.",
  audience: 'everyone',
  task: 'meetings',
  topic: nextMeetingTopic,

  parse(args, context) {
    // As in `next meeting`, where `next` alone is the command.
    if (/^(meeting\W*)?$/iu.test(args)) return certainly(undefined);
    return meetingsAhead(args, context).length > 0 ? certainly(args) : perhaps(args);
  },

  run(name, context) {
    const { calendar, group, now } = context;
    if (calendar.kind !== 'read') {
      const rule = publishedRuleMessage(group, calendar.kind, now);
      return name === undefined ? rule : ruleOfAnotherMessage(name, rule);
    }
    if (name === undefined) return showNext(calendar, calendar.meetings, name, context);
    const found = meetingsAhead(name, context);
    return found.length > 0
      ? showNext(calendar, found, name, context)
      : noNamedMeetingMessage(name, showNext(calendar, calendar.meetings, name, context));
  },
});

/** The meetings ahead that go by the name. */
function meetingsAhead(name: string, { calendar, group, now }: CommandContext): Meeting[] {
  if (calendar.kind !== 'read') return [];
  const ahead = upcoming(calendar.meetings, now, group.regularMeeting.zone);
  return meetingsNamed(ahead, meetingNames(group, name));
}

function showNext(
  calendar: ReadCalendar,
  meetings: readonly Meeting[],
  name: string | undefined,
  { group, now }: CommandContext,
): Message {
  const schedule = readSchedule(meetings, now, group.regularMeeting.zone);
  const { inProgress, next, allDay, cancelled } = schedule;
  if ([inProgress, next, allDay, cancelled].every((list) => list.length === 0)) {
    return noMeetingsMessage(calendar, group, now);
  }
  // Whether a week is off is said of the group, not of one of its meetings.
  const week = name === undefined ? schedule.week : 'meeting ahead';
  return nextMeetingMessage({ ...schedule, week }, calendar, group, now);
}
