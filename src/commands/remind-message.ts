import type { TimedMeeting } from '../calendar/meeting.ts';
import { context, message, section } from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, code, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { leadWords, shortWhen } from '../messages/time.ts';
import { stopButton } from '../reminders/direct-message.ts';
import type { LeadTimes } from '../reminders/lead-times.ts';
import type { PersonalSubscription } from '../reminders/subscription.ts';

/** The next meeting of which someone is to be reminded. */
export type NextReminded = TimedMeeting | undefined | 'calendar not read';

/** What someone has asked to be reminded of. */
export function personalRemindersMessage(
  subscriptions: readonly PersonalSubscription[],
  next: NextReminded,
  zone: string,
  command: string,
): Message {
  const example = code(`${command} remind me 15m`);
  if (subscriptions.length === 0) {
    return message(
      md`Your personal reminders are off. ${example} sends you a direct message 15 minutes before each meeting.`,
      [
        section(
          md`*Your personal reminders are off.*\n${example} sends you a direct message 15 minutes before each meeting; ${code(`${command} remind me 1d and 10m for autoscaling`)} a day and ten minutes before those of that name.`,
        ),
      ],
    );
  }
  const lines = subscriptions.map(subscriptionLine);
  return message(
    md`I send you a direct message ${join(lines, '; ')}.`,
    [
      section(
        join(
          [
            md`*Your personal reminders.* I send you a direct message`,
            ...lines.map((line) => md`• ${line}`),
          ],
          '\n',
        ),
      ),
      ...nextMeeting(next, zone),
      stopButton(),
    ].flat(),
  );
}

/** They are off, said in place of the message whose button was pressed. */
export function stoppedMessage(command: string): Message {
  const sentence = md`Your personal reminders are off. ${code(`${command} remind me 15m`)} turns them on again.`;
  return message(sentence, [section(sentence)]);
}

/** As in “24 hours and 10 minutes before each meeting”. */
export function subscriptionLine({ about, leadTimes }: PersonalSubscription): Mrkdwn {
  const which =
    about === undefined ? md`each meeting` : md`meetings of the name ${bold(about, 100)}`;
  return md`${leadList(leadTimes)} before ${which}`;
}

function leadList(leadTimes: LeadTimes): string {
  return new Intl.ListFormat('en').format(leadTimes.map(leadWords));
}

function nextMeeting(next: NextReminded, zone: string): Block[] {
  if (next === 'calendar not read') {
    return [context(md`I can't read the calendar at the moment. They come as soon as I can.`)];
  }
  return next
    ? [context(md`The next such meeting: ${bold(next.title)}, ${shortWhen(next.start, zone)}.`)]
    : [context(md`The calendar has no such meeting ahead. When it has one, you will hear of it.`)];
}
