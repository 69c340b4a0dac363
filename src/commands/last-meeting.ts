import { meetingsNamed } from '../calendar/meeting-names.ts';
import { lastHeld } from '../calendar/schedule.ts';
import { meetingNames } from '../group/lookup.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import { lastMeetingMessage, noLastMeetingMessage } from './last-meeting-message.ts';
import { meetingTopics } from './meeting-topics.ts';

/** The name of a meeting or a workstream; undefined: the last meeting of all. */
export const lastMeeting = defineCommand<string | undefined>({
  name: 'last-meeting',
  task: 'meetings',
  aliases: ['last', 'previous'],
  summary: 'the last meeting: when it was, its notes and the recordings',
  usage: '[name]',
  details:
    'Shows the meeting that ended last, or the last one of a name or a workstream, with its notes document and the recordings.',
  audience: 'everyone',
  sameForAll: true,

  topic: (facts) => meetingTopics(facts, ['last-meeting'], 'last-meeting', 'Last'),

  parse(args, { calendar, group }) {
    // As in `last meeting`, where `last` alone is the command.
    if (/^(meeting\W*)?$/iu.test(args)) return certainly(undefined);
    const meetings = calendar.kind === 'read' ? calendar.meetings : [];
    const known = meetingsNamed(meetings, meetingNames(group, args)).length > 0;
    return known ? certainly(args) : perhaps(args);
  },

  run(name, context) {
    const { calendar, group, now } = context;
    if (calendar.kind !== 'read') return noLastMeetingMessage(calendar, name, context);
    const { meetings } = calendar;
    const named =
      name === undefined ? meetings : meetingsNamed(meetings, meetingNames(group, name));
    const last = lastHeld(named, now);
    return last === undefined
      ? noLastMeetingMessage(calendar, name, context)
      : lastMeetingMessage(last, calendar, context);
  },
});
