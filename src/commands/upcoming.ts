import { nextMeetings } from '../calendar/meeting-list.ts';
import { UserError } from '../errors.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import { noMeetingsMessage } from './no-meetings-message.ts';
import { publishedRuleMessage, whyNoCalendar } from './published-rule-message.ts';
import { MAX_COUNT, upcomingMessage } from './upcoming-message.ts';

const DEFAULT_COUNT = 5;

export const upcoming = defineCommand<number | 'no count'>({
  name: 'upcoming',
  aliases: ['list', 'meetings', 'calendar'],
  summary: 'the next meetings of every kind',
  usage: '[count]',
  details: `Lists the next ${DEFAULT_COUNT} meetings, or as many as you ask for, up to ${MAX_COUNT}. Cancelled ones are struck through; they and all-day entries don't count.`,
  audience: 'everyone',
  task: 'meetings',
  sameForAll: true,

  topic: () => [
    { intents: ['upcoming'], label: 'Upcoming meetings', typed: 'upcoming', answer: DEFAULT_COUNT },
  ],

  parse(args) {
    if (args === '') return certainly(DEFAULT_COUNT);
    const count = /^\d{1,6}$/.test(args) ? Number(args) : 0;
    if (count >= 1) return certainly(count);
    return /^-?\d+$/.test(args) ? certainly('no count') : perhaps('no count');
  },

  run(count, context) {
    if (count === 'no count') {
      throw new UserError(`Give a number from 1 to ${MAX_COUNT}, as in: upcoming 10`);
    }
    const { calendar, group, now } = context;
    if (calendar.kind !== 'read') return publishedRuleMessage(group, whyNoCalendar(calendar), now);
    const { meetings } = calendar;
    const { zone } = group;
    const list = nextMeetings(meetings, Math.min(count, MAX_COUNT), now, zone);
    return list.shown.length > 0
      ? upcomingMessage(list, count, calendar, context)
      : noMeetingsMessage(calendar, group, now);
  },
});
