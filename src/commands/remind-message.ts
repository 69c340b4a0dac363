import type { TimedMeeting } from '../calendar/meeting.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import { context, LIMITS, message, section, sections } from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, code, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { shortWhen } from '../messages/time.ts';
import { stopButton } from '../reminders/direct-message.ts';
import { describeLeadTimes } from '../reminders/lead-time-words.ts';
import type { Wanted } from '../reminders/subscription.ts';

/** What someone wants, and the next meeting they will be reminded of. */
export interface ShownReminder extends Wanted {
  readonly next: TimedMeeting | undefined;
}

export interface RemindersView {
  readonly userId: string;
  readonly calendar: CalendarState['kind'];
  readonly zone: string;
  readonly slashCommand: string;
  /** Said above what is set. */
  readonly note: Mrkdwn | undefined;
}

/** What someone has asked to be reminded of. */
export function personalRemindersMessage(
  reminders: readonly ShownReminder[],
  view: RemindersView,
): Message {
  const { userId, calendar, zone, slashCommand, note } = view;
  const noted = note && note.source !== '' ? note : undefined;
  if (reminders.length === 0) return reminderOff(slashCommand, noted);
  const spoken = join(reminders.map(subscriptionLine), '; ');
  const lines = reminders.map((one) => [
    md`${subscriptionLine(one)}.`,
    calendar === 'read' ? nextLine(one, zone) : undefined,
  ]);
  const [only, ...others] = lines;
  const list = lines.map((line) => md`• ${join(line, ' ')}`);
  return message(join([noted, md`I send you a direct message ${spoken}.`], ' '), [
    ...(noted ? [section(noted)] : []),
    others.length === 0
      ? section(md`I send you a direct message ${join(only ?? [], '\n')}`)
      : sections([md`*Your personal reminders.* I send you a direct message`, ...list]),
    ...withoutCalendar(calendar),
    context(md`${code(`${slashCommand} remind off`)} ends them, and so does this button:`),
    ...stopButton(userId),
  ]);
}

/** Why nothing is said of the next meeting. */
function withoutCalendar(calendar: CalendarState['kind']): Block[] {
  switch (calendar) {
    case 'read':
      return [];
    case 'never read':
      return [context(md`I can't read the calendar at the moment. They come as soon as I can.`)];
    case 'not published':
      return [
        context(
          md`The group publishes no calendar that I can read, so nothing comes for now. That changes as soon as its meetings are in one.`,
        ),
      ];
  }
}

function reminderOff(slashCommand: string, note: Mrkdwn | undefined): Message {
  const example = code(`${slashCommand} remind me 15m`);
  const off = md`Your personal reminders are off.`;
  const how = md`${example} sends you a direct message 15 minutes before each meeting`;
  const named = code(`${slashCommand} remind me 1d and 10m for autoscaling`);
  return message(join([note, md`${off} ${how}.`], ' '), [
    section(
      join(
        [
          note,
          md`*${off}*\n${how}; ${named} one a day before and one ten minutes before those of that name.`,
        ],
        '\n',
      ),
    ),
  ]);
}

/** The button that someone pressed is another's. */
export function notYoursMessage(command: string): Message {
  const sentence = md`That button works only for the person who asked for it, so I changed nothing. ${code(`${command} remind`)} shows your own reminders.`;
  return message(sentence, [section(sentence)]);
}

/** As in “1 day before and 10 minutes before each meeting”. */
export function subscriptionLine({ about, leadTimes }: Wanted): Mrkdwn {
  const which = about === undefined ? md`each meeting` : md`meetings named ${bold(about, 100)}`;
  return md`${describeLeadTimes(leadTimes)} ${which}`;
}

/** Messages as one, each below the other. */
export function oneMessage(messages: readonly Message[]): Message {
  return {
    text: messages.map(({ text }) => text).join('\n'),
    blocks: messages.flatMap(({ blocks }) => blocks).slice(0, LIMITS.blocks),
  };
}

/** A message with more below it. */
export function withBlocks({ text, blocks }: Message, more: readonly Block[]): Message {
  return { text, blocks: [...blocks, ...more].slice(0, LIMITS.blocks) };
}

function nextLine({ about, next }: ShownReminder, zone: string): Mrkdwn {
  if (next) return md`Next: ${bold(next.title)}, ${shortWhen(next.start, zone)}`;
  return about === undefined
    ? md`None is on the calendar yet; I'll tell you of the next one.`
    : md`None of that name is on the calendar yet; I'll tell you of the next one.`;
}
