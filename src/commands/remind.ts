import { UserError } from '../errors.ts';
import type { Message } from '../messages/message.ts';
import { MAX_LEAD_TIMES, readWish, type Wish } from '../reminders/wish.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { addReminder, type Changed, turnOff, turnOn } from './remind-changes.ts';
import { howLongBefore, whichMeeting } from './remind-choices.ts';
import { heardWish } from './remind-heard.ts';
import { personalRemindersMessage, withBlocks } from './remind-message.ts';
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
  personal: true,

  topic: () => [
    {
      answer: { kind: 'show' },
      tells: ['procedure'],
      title: 'personal reminder',
      aliases: [
        'remind me',
        'set a reminder',
        'my reminders',
        'stop reminders',
        'turn off reminders',
        'mute unsubscribe',
        'stop messaging',
        'notify notification',
        'dm me',
      ],
      text: 'before minutes hours meeting ping alert',
    },
  ],

  parse(args, context) {
    const wish = readWish(args, wishFacts(context));
    const mayBeQuestion =
      wish.kind === 'unclear' && (wish.why === 'question' || wish.why === 'not understood');
    return { certain: !mayBeQuestion || /\d/.test(args), value: wish };
  },

  hear: (text, context) => heardWish(text, wishFacts(context)),

  async run(request, context) {
    const { subscriptions, asker } = context;
    // Whoever asks is there.
    await subscriptions.resume(asker.userId);
    switch (request.kind) {
      case 'show':
        return settings(context);
      case 'off':
        return settings(context, await turnOff(request.about, context));
      case 'add':
        return settings(context, await addReminder(request, context));
      case 'on':
        return turnedOn(request, context);
      case 'unclear':
        if (request.why !== 'no lead time') throw new UserError(mistakeIn(request, context));
        return withBlocks(await settings(context), howLongBefore(context));
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
  const [first, ...others] = unknown.map(({ name }) => whichMeeting(name, leadTimes, context));
  if (!first) return settings(context, changed);
  const asked = others.reduce((message, { blocks }) => withBlocks(message, blocks), first);
  return known.length === 0 ? asked : withBlocks(await settings(context, changed), asked.blocks);
}

async function settings(context: CommandContext, changed: Changed = {}): Promise<Message> {
  const { asker, subscriptions, calendar, group, slashCommand } = context;
  const mine = await subscriptions.of(asker.userId);
  const shown = mine.map((wanted) => ({ ...wanted, next: nextReminded(wanted.about, context) }));
  const message = personalRemindersMessage(shown, {
    userId: asker.userId,
    isCalendarRead: calendar.kind === 'read',
    zone: group.regularMeeting.zone,
    slashCommand,
    note: changed.note,
  });
  return mine.length === 0 ? withBlocks(message, howLongBefore(context)) : message;
}

function mistakeIn(
  { why }: Extract<Wish, { kind: 'unclear' }>,
  { slashCommand }: CommandContext,
): string {
  const example = `as in: ${slashCommand} remind me 1d and 10m for autoscaling`;
  switch (why) {
    case 'someone else':
      return `I remind only whoever asks, by direct message. The channel has reminders of its own: ${slashCommand} reminders`;
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
