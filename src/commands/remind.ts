import { UserError } from '../errors.ts';
import { retirementOf } from '../group/lookup.ts';
import type { Message } from '../messages/message.ts';
import { retiredWords } from '../messages/retirement.ts';
import { MAX_LEAD_TIMES, readWish, type Wish } from '../reminders/wish.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { addReminder, type Changed, turnOff, turnOn } from './remind-changes.ts';
import { howLongBefore, whichMeeting } from './remind-choices.ts';
import { heardWish } from './remind-heard.ts';
import { oneMessage, personalRemindersMessage, withBlocks } from './remind-message.ts';
import { nextReminded, wishFacts } from './reminded-meetings.ts';

/** What is asked for: a wish in words, or one more reminder of the meeting at whose button it was pressed. */
export type RemindRequest =
  | Wish
  | { readonly kind: 'add'; readonly meetingId: string; readonly title: string };

export const remind = defineCommand<RemindRequest>({
  name: 'remind',
  aliases: ['remind-me'],
  summary: 'direct messages before meetings, for you alone',
  usage: '[me 15m | me 1d and 10m for autoscaling | off]',
  details:
    'Sends you a direct message before each meeting, or before those of the name that you give, as long before as you say: minutes (m), hours (h) or days (d), up to five times. Plain words do too: `remind me an hour before the weekly meeting`. `remind off` ends them, `remind off for autoscaling` those of a name, and `remind` shows what you have set.',
  audience: 'everyone',
  task: 'reminders',
  tellsStatus: true,
  personal: true,

  topic: () => [
    {
      intents: ['remind-on', 'remind-off', 'my-reminders'],
      label: 'Your own reminders',
      typed: 'remind',
      answer: { kind: 'show' },
    },
  ],

  parse(args, context) {
    const wish = readWish(`remind ${args}`, wishFacts(context));
    const mayBeQuestion =
      wish.kind === 'unclear' && (wish.why === 'question' || wish.why === 'not understood');
    return { certain: !mayBeQuestion || /\d/.test(args), value: wish };
  },

  hear: (text, context) => heardWish(text, wishFacts(context)),

  async run(request, context) {
    const { subscriptions, asker } = context;
    // Whoever asks is there.
    await subscriptions.resume(asker.userId);
    const retirement = retirementOf(context.group);
    if (retirement && request.kind !== 'off') {
      const sentence = retiredWords(context.group, retirement);
      throw new UserError(`${sentence} There are no reminders of it any more.`);
    }
    switch (request.kind) {
      case 'show': {
        const { isOff, message } = await settings(context);
        return isOff ? withBlocks(message, howLongBefore(context)) : message;
      }
      case 'off':
        return (await settings(context, await turnOff(request.about, context))).message;
      case 'add':
        return (await settings(context, await addReminder(request, context))).message;
      case 'on':
        return turnedOn(request, context);
      case 'unclear': {
        if (request.why !== 'no lead time') throw new UserError(mistakeIn(request, context));
        return withBlocks((await settings(context)).message, howLongBefore(context));
      }
    }
  },
});

async function turnedOn(
  { leadTimes, about }: Extract<Wish, { kind: 'on' }>,
  context: CommandContext,
): Promise<Message> {
  const known = about.filter((one) => one.kind !== 'unknown');
  const unknown = about.filter((one) => one.kind === 'unknown');
  const changed = await turnOn(known, leadTimes, context);
  const questions = unknown.map(({ name }, nth) => whichMeeting(name, nth, leadTimes, context));
  const set = known.length > 0 ? [(await settings(context, changed)).message] : [];
  return oneMessage([...set, ...questions]);
}

/** What the asker has set, in words. */
async function settings(
  context: CommandContext,
  { note }: Changed = {},
): Promise<{ readonly isOff: boolean; readonly message: Message }> {
  const { asker, subscriptions, calendar, group, slashCommand } = context;
  const mine = await subscriptions.of(asker.userId);
  const shown = mine.map((wanted) => ({ ...wanted, next: nextReminded(wanted.about, context) }));
  const message = personalRemindersMessage(shown, {
    userId: asker.userId,
    calendar: calendar.kind,
    zone: group.zone,
    slashCommand,
    note,
  });
  return { isOff: mine.length === 0, message };
}

function mistakeIn(
  { why }: Extract<Wish, { kind: 'unclear' }>,
  { slashCommand }: CommandContext,
): string {
  const example = `as in: ${slashCommand} remind me 1d and 10m for autoscaling`;
  switch (why) {
    case 'someone else':
      return `I only remind people who ask me to, by direct message. The channel has reminders of its own: ${slashCommand} reminders`;
    case 'name too long':
      return 'That name is too long for me. A few words of it will do.';
    case 'too many lead times':
      return `Say how long before, up to ${MAX_LEAD_TIMES} times, ${example}`;
    case 'lead time out of range':
      return `Say how long before, from 1 minute to 14 days, ${example}`;
    case 'question':
    case 'no lead time':
    case 'not understood':
      return `Say how long before, ${example}`;
  }
}
