import { type AllDayMeeting, isTimed, type Meeting, stands } from '../calendar/meeting.ts';
import { meetingsNamed, namedBy } from '../calendar/meeting-names.ts';
import { notInCalendar } from '../calendar/not-in-calendar.ts';
import { readSchedule, upcoming } from '../calendar/schedule.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import { meetingNames, retirementOf } from '../group/lookup.ts';
import { meetingsCalled } from '../group/published-meetings.ts';
import type { Message } from '../messages/message.ts';
import { md } from '../messages/mrkdwn.ts';
import { certainly, defineCommand, perhaps, type SharedContext } from './command.ts';
import { meetingTopics } from './meeting-topics.ts';
import { nextMeetingMessage } from './next-meeting-message.ts';
import { noMeetingsMessage } from './no-meetings-message.ts';
import { noNamedMeetingMessage, ruleOfAnotherMessage } from './no-named-meeting-message.ts';
import { publishedRuleMessage, whyNoCalendar } from './published-rule-message.ts';

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
  sameForAll: true,
  topic: (facts) => meetingTopics(facts, ['next-meeting', 'join-link'], 'next-meeting', 'Next'),

  parse(args, context) {
    // As in `next meeting`, where `next` alone is the command.
    if (/^(meeting\W*)?$/iu.test(args)) return certainly(undefined);
    const isKnown = isAhead(args, context) || meetingsCalled(context.group, args).length > 0;
    return isKnown ? certainly(args) : perhaps(args);
  },

  run(name, context) {
    const { calendar, group, now } = context;
    if (calendar.kind !== 'read') {
      const why = whyNoCalendar(calendar);
      const all = publishedRuleMessage(group, why, now);
      if (name === undefined) return all;
      const called = meetingsCalled(group, name);
      return called.length > 0
        ? publishedRuleMessage(group, why, now, called)
        : ruleOfAnotherMessage(name, all);
    }
    const { meetings } = calendar;
    const ofAll = () => showNext(calendar, meetings, context);
    if (name === undefined) return ofAll();
    const found = meetingsNamed(meetings, meetingNames(group, name));
    const { zone } = group;
    if (upcoming(found.filter(isTimed), now, zone).length > 0) {
      return showNext(calendar, found, context, name);
    }
    const called = notInCalendar(meetingsCalled(group, name), calendar.meetings);
    return called.length > 0 && !retirementOf(group)
      ? publishedRuleMessage(group, md`The group's calendar does not have it.`, now, called)
      : noNamedMeetingMessage(name, allDayIn(upcoming(found, now, zone)), ofAll());
  },
});

function allDayIn(meetings: readonly Meeting[]): AllDayMeeting[] {
  return meetings.filter((meeting) => meeting.allDay).filter(stands);
}

/** Whether a meeting ahead goes by the name. An all-day entry is none. */
function isAhead(name: string, { calendar, group, now }: SharedContext): boolean {
  if (calendar.kind !== 'read') return false;
  const isOne = namedBy(meetingNames(group, name));
  return calendar.meetings.some((one) => isTimed(one) && one.end > now && isOne(one.title));
}

function showNext(
  calendar: ReadCalendar,
  meetings: readonly Meeting[],
  context: SharedContext,
  name?: string,
): Message {
  const { group, now } = context;
  const schedule = readSchedule(meetings, now, group.zone);
  const { inProgress, next, aside, allDay, cancelled } = schedule;
  if ([inProgress, next, aside, allDay, cancelled].every((list) => list.length === 0)) {
    return noMeetingsMessage(calendar, group, now);
  }
  // Whether nothing is scheduled before is said of the group, not of one of its meetings.
  const week = name === undefined ? schedule.week : 'meeting ahead';
  return nextMeetingMessage({ ...schedule, week }, calendar, context, name);
}
