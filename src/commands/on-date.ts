import { dateWords, daysNamed } from '../dates/spoken-dates.ts';
import { UserError } from '../errors.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import { meetingsOn } from './meetings-on.ts';
import { onDateMessage } from './on-date-message.ts';
import { publishedRuleMessage, whyNoCalendar } from './published-rule-message.ts';

/** The words that name the days, such as `Feb 17` or `next week`. */
export const onDate = defineCommand<string>({
  name: 'on',
  aliases: ['date'],
  summary: 'whether there is a meeting on a day, in a week or over a holiday',
  usage: '<day>',
  details:
    'Shows what is on the calendar for the day, week or month that you name, and what was cancelled or moved away from it: `on Feb 17`, `on next week`, `on the 16th`, `on Christmas`. Days are counted in the group’s zone, times are shown in yours.',
  audience: 'everyone',
  task: 'meetings',
  sameForAll: true,

  topic: () => [
    {
      intents: ['date'],
      read(text) {
        const words = dateWords(text);
        return words === undefined
          ? undefined
          : { label: `Meetings: ${words}`, typed: `on ${words}`, answer: words };
      },
    },
  ],

  parse(args) {
    const isClear = args === '' || dateWords(args) !== undefined;
    return isClear ? certainly(args) : perhaps(args);
  },

  run(words, context) {
    const { calendar, group, now } = context;
    const { zone } = group;
    const days = daysNamed(words, now, zone);
    if (!days)
      throw new UserError(`Name a day or a week, as in: ${context.slashCommand} on Feb 17`);
    if (calendar.kind !== 'read') return publishedRuleMessage(group, whyNoCalendar(calendar), now);
    const found = meetingsOn(days, calendar.meetings, now, zone);
    return onDateMessage(days, found, calendar, context);
  },
});
