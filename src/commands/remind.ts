import { isTimed, stands } from '../calendar/meeting.ts';
import { isNamed } from '../calendar/meeting-names.ts';
import { upcoming } from '../calendar/schedule.ts';
import { UserError } from '../errors.ts';
import { meetingNames } from '../group/lookup.ts';
import type { PersonalSubscription } from '../reminders/subscription.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { type NextReminded, personalRemindersMessage } from './remind-message.ts';
import { MAX_LEAD_TIMES, readWish, type Wish } from './remind-wish.ts';

const MAX_NAMES = 20;

export const remind = defineCommand<Wish>({
  name: 'remind',
  aliases: ['remind-me'],
  summary: 'direct messages before meetings, for you alone',
  usage: '[me 15m | me 1d and 10m for autoscaling | off]',
  details:
    'Sends you a direct message before each meeting, or before those of the name that you give, as long before as you say: minutes (m), hours (h) or days (d), up to five times. `remind off` ends them, `remind off for autoscaling` those of a name, and `remind` shows what you have set.',
  audience: 'everyone',
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

  parse(args, { group }) {
    const wish = readWish(args, group);
    return { certain: wish.kind !== 'unclear' || /\d/.test(args), value: wish };
  },

  async run(wish, context) {
    const { asker, group, subscriptions, slashCommand } = context;
    await carryOut(wish, context);
    const mine = await subscriptions.of(asker.userId);
    const { zone } = group.regularMeeting;
    return personalRemindersMessage(mine, nextReminded(mine, context), zone, slashCommand);
  },
});

async function carryOut(wish: Wish, context: CommandContext): Promise<void> {
  const { slashCommand, subscriptions, asker } = context;
  const { userId } = asker;
  switch (wish.kind) {
    case 'show':
      return;
    case 'on':
      return turnOn(wish, context);
    case 'off':
      if (wish.about === 'all') return subscriptions.stop(userId);
      return subscriptions.set({ userId, about: wish.about.name, leadTimes: [] });
    case 'unclear':
      throw new UserError(
        `Say how long before, as in: ${slashCommand} remind me 1d and 10m for autoscaling. From 1m to 14d, up to ${MAX_LEAD_TIMES} times.`,
      );
  }
}

async function turnOn(
  { leadTimes, about }: Extract<Wish, { kind: 'on' }>,
  { asker: { userId }, subscriptions }: CommandContext,
): Promise<void> {
  const had = await subscriptions.of(userId);
  if (had.length >= MAX_NAMES && !had.some((one) => one.about === about)) {
    throw new UserError(
      `You have reminders for ${MAX_NAMES} names already: start over with remind off.`,
    );
  }
  await subscriptions.set({ userId, leadTimes, about });
}

/** The first meeting ahead of which these subscriptions remind. */
function nextReminded(
  mine: readonly PersonalSubscription[],
  { calendar, group, now }: CommandContext,
): NextReminded {
  if (calendar.kind !== 'read') return 'calendar not read';
  return upcoming(calendar.meetings, now, group.regularMeeting.zone)
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.start > now)
    .find(({ title }) =>
      mine.some(({ about }) => about === undefined || isNamed(title, meetingNames(group, about))),
    );
}
