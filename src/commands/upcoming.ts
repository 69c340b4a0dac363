import type { DateTime } from 'luxon';
import type { Meeting } from '../calendar/meeting.ts';
import { upcoming as upcomingMeetings } from '../calendar/schedule.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import { UserError } from '../errors.ts';
import { context, header, message, sections } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import { listLine, nameAndDate } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { join, md } from '../messages/mrkdwn.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import { noMeetingsMessage } from './no-meetings-message.ts';
import { publishedRuleMessage } from './published-rule-message.ts';

const DEFAULT_COUNT = 5;
const MAX_COUNT = 20;

export const upcoming = defineCommand<number | 'no count'>({
  name: 'upcoming',
  aliases: ['list', 'schedule', 'meetings', 'calendar'],
  summary: 'the next meetings of every kind',
  usage: '[count]',
  details: `Lists the next ${DEFAULT_COUNT} meetings, or as many as you ask for, up to ${MAX_COUNT}. Cancelled ones are struck through.`,
  audience: 'everyone',
  task: 'meetings',

  topic: ({ group }) => [
    {
      answer: DEFAULT_COUNT,
      tells: ['time', 'list'],
      title: 'upcoming meetings',
      aliases: [
        'coming meetings',
        'list of meetings',
        'coming weeks months',
        'timetable',
        'future meetings',
        'meeting dates',
        'planned scheduled meetings',
        'next meetings',
        'events',
        'how often',
        'weekly biweekly',
        'frequency frequently cadence',
        'weekday',
        'regularly',
        'all events',
        'other meetings',
      ],
      text: `happening over after before soon next week weeks month year later holidays thanksgiving christmas easter january february march april may june july august september october november december regular calendar ${group.regularMeeting.weekday}`,
    },
  ],

  parse(args) {
    if (args === '') return certainly(DEFAULT_COUNT);
    const count = /^\d{1,6}$/.test(args) ? Number(args) : 0;
    if (count >= 1) return certainly(Math.min(count, MAX_COUNT));
    return /^-?\d+$/.test(args) ? certainly('no count') : perhaps('no count');
  },

  run(count, { calendar, group, now }) {
    if (count === 'no count') {
      throw new UserError(`Give a number from 1 to ${MAX_COUNT}, as in: upcoming 10`);
    }
    if (calendar.kind !== 'read') return publishedRuleMessage(group, calendar.kind, now);
    const { zone } = group.regularMeeting;
    const meetings = upcomingMeetings(calendar.meetings, now, zone).slice(0, count);
    if (meetings.length === 0) return noMeetingsMessage(calendar, group, now);
    return upcomingMessage(meetings, calendar, zone, now);
  },
});

/** A list of meetings, cancelled ones struck through. */
function upcomingMessage(
  meetings: readonly Meeting[],
  calendar: ReadCalendar,
  zone: string,
  now: DateTime<true>,
): Message {
  const { warning, source } = calendarSource(calendar, now);
  const spoken = meetings.map((meeting) => {
    const cancelled = meeting.status === 'cancelled' ? md` (cancelled)` : md``;
    return md`${nameAndDate(meeting, zone)}${cancelled}`;
  });
  return message(md`The next meetings: ${join(spoken, '; ')}.`, [
    warning,
    header(meetings.length === 1 ? 'The next meeting' : `The next ${meetings.length} meetings`),
    sections(meetings.map((meeting) => listLine(meeting, now, zone))),
    context(md`Times are shown in your time zone.`),
    source,
  ]);
}
