import type { TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { hostButtons } from '../hosting/host-buttons.ts';
import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, md, mention } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';

/** Someone who planned a meeting asks the organizers for a host. */
export function hostRequestMessage(
  meeting: TimedMeeting,
  userId: string,
  { zone }: Group,
): Message {
  const { title, start, host } = meeting;
  const what = md`${bold(title)}, ${longWhen(start, zone)}`;
  const text =
    host === undefined
      ? md`${mention(userId)} needs a host for ${what}.`
      : md`${host} hosts ${what}, as ${mention(userId)} asked for.`;
  return message(text, [section(text), hostButtons(meeting)]);
}
