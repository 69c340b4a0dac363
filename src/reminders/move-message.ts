import type { DateTime } from 'luxon';
import type { MeetingDetails } from '../calendar/meeting-details.ts';
import { context, message, section } from '../messages/blocks.ts';
import { meetingButtons } from '../messages/meeting-buttons.ts';
import type { Message } from '../messages/message.ts';
import { bold, md, strike } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';

/** A short notice that a meeting was moved, for people who were reminded of a different time. */
export function moveMessage(details: MeetingDetails, from: DateTime<true>, zone: string): Message {
  const { title, start } = details;
  const now = longWhen(start, zone);
  return message(
    md`*Moved:* ${bold(title)} now starts ${now}. It was announced for ${longWhen(from, zone)}.`,
    [
      section(
        md`*Moved:* ${bold(title)} now starts ${now}.\nIt was announced for ${strike(longWhen(from, zone))}.`,
      ),
      meetingButtons(details),
    ],
  );
}

/** A reminder of a meeting that was announced for a different time. */
export function withMovedNote(
  { text, blocks }: Message,
  from: DateTime<true>,
  zone: string,
): Message {
  const note = md`*Moved.* It was announced for ${strike(longWhen(from, zone))}.`;
  const [first, ...rest] = blocks;
  return {
    text: `${text} It was moved: the time announced before was ${longWhen(from, zone).source}.`,
    blocks: first ? [first, context(note), ...rest] : [],
  };
}
