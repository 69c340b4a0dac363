import type { types } from '@slack/bolt';
import { subscriptionLine } from '../commands/remind-message.ts';
import { context, plain, section } from '../messages/blocks.ts';
import type { Block } from '../messages/message.ts';
import { md } from '../messages/mrkdwn.ts';
import { stopButton } from '../reminders/direct-message.ts';
import { describeLeadTimes } from '../reminders/lead-time-words.ts';
import { sortLeadTimes } from '../reminders/lead-times.ts';
import type { PersonalSubscription } from '../reminders/subscription.ts';

/** Action id of the switches; the value of each is its lead in minutes. */
export const SWITCHES_ACTION = 'home-leads';

const OFFERED = [1440, 60, 15, 5];
// https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element
const MAX_OPTIONS = 10;

/** Switches for reminders of every meeting, and what is set for meetings of a name. */
export function reminderSwitches(
  userId: string,
  subscriptions: readonly PersonalSubscription[],
): Block[] {
  const everyMeeting = subscriptions.find(({ about }) => about === undefined)?.leadTimes ?? [];
  const named = subscriptions.filter(({ about }) => about !== undefined);
  const leadTimes = sortLeadTimes([...OFFERED, ...everyMeeting]);
  const options = leadTimes.slice(0, MAX_OPTIONS).map(option);
  const chosen = options.filter(({ value }) => everyMeeting.includes(Number(value)));
  return [
    section(md`I send you a direct message before each meeting, if you want one:`),
    {
      type: 'actions',
      elements: [
        {
          type: 'checkboxes',
          action_id: SWITCHES_ACTION,
          options,
          ...(chosen.length > 0 && { initial_options: chosen }),
        },
      ],
    },
    ...named.map((one) => context(md`Also ${subscriptionLine(one)}.`)),
    ...(subscriptions.length > 0 ? stopButton(userId) : []),
  ];
}

function option(minutes: number): types.PlainTextOption {
  return { text: plain(describeLeadTimes([minutes]), 75), value: String(minutes) };
}
