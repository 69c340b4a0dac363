import { upcoming as upcomingMeetings } from '../calendar/schedule.ts';
import { UserError } from '../errors.ts';
import type { Command } from './command.ts';
import { noMeetingsMessage } from './no-meetings-message.ts';
import { publishedRuleMessage } from './published-rule-message.ts';
import { upcomingMessage } from './upcoming-message.ts';

const DEFAULT_COUNT = 5;
const MAX_COUNT = 20;

export const upcoming: Command = {
  name: 'upcoming',
  aliases: ['list', 'schedule', 'meetings', 'calendar'],
  summary: 'the next meetings of every kind',
  usage: '[count]',
  details: `Lists the next ${DEFAULT_COUNT} meetings, or as many as you ask for, up to ${MAX_COUNT}. Cancelled ones are struck through.`,
  audience: 'everyone',
  takes: ({ args }) => /^-?\d+$/.test(args),
  run({ args, calendar, group, now }) {
    const count = parseCount(args);
    if (calendar.kind !== 'read') return publishedRuleMessage(group, calendar.kind, now);
    const { zone } = group.regularMeeting;
    const meetings = upcomingMeetings(calendar.meetings, now, zone).slice(0, count);
    if (meetings.length === 0) return noMeetingsMessage(calendar, group, now);
    return upcomingMessage(meetings, calendar, zone, now);
  },
};

function parseCount(args: string): number {
  if (args === '') return DEFAULT_COUNT;
  const count = /^\d{1,6}$/.test(args) ? Number(args) : 0;
  if (count < 1) {
    throw new UserError(`Give a number from 1 to ${MAX_COUNT}, as in: upcoming 10`);
  }
  return Math.min(count, MAX_COUNT);
}
