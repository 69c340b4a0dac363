import type { Group } from '../group/schema.ts';
import { actions, button, header, message, section, sections } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { join, md } from '../messages/mrkdwn.ts';
import type { TrackedRecording } from './recording-book.ts';
import { meetingAndDay } from './recording-words.ts';

const MAX_LISTED = 15;

/** One message for all recordings that are missing. `askAction` is of a button that asks its value. */
export function missingMessage(
  missing: readonly TrackedRecording[],
  { zone }: Pick<Group, 'zone'>,
  askAction: string,
): Message {
  if (missing.length === 0) {
    const sentence = md`All recordings are in the playlist, or are not coming.`;
    return message(sentence, [section(sentence)]);
  }
  const listed = missing.slice(0, MAX_LISTED);
  const names = listed.map(({ recording }) => meetingAndDay(recording.meeting, zone));
  const more = missing.length - listed.length;
  const lines = [
    ...names.map((name) => md`• ${name}`),
    ...(more > 0 ? [md`… and ${more} more`] : []),
  ];
  return message(md`Not in the playlist yet: ${join(names, '; ')}.`, [
    header('Recordings that are missing'),
    section(md`These meetings are over, and their videos are not in the playlist.`),
    ...sections(lines),
    actions([button('Upload or sort out', `${askAction}-recordings`, 'recordings')]),
  ]);
}

/** An earlier message, once there is a newer one. */
export function replacedMessage(): Message {
  const sentence = md`There is a newer list of missing recordings below.`;
  return message(sentence, [section(sentence)]);
}
