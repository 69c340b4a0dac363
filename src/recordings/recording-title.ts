import type { TimedMeeting } from '../calendar/meeting.ts';
import { cleanLine, ellipsize } from '../text/plain.ts';

// https://support.google.com/youtube/answer/57407: at most 100 characters, without angle brackets.
const MAX_LENGTH = 100;

/**
 * The title under which a meeting's recording is uploaded. The date is the one in the meeting's zone; a
 * long name is cut, never the date.
 */
export function recordingTitle(
  template: string,
  { title, start }: Pick<TimedMeeting, 'title' | 'start'>,
): string {
  const dated = template.replaceAll('{date}', start.toFormat('yyyyMMdd'));
  const room = MAX_LENGTH - dated.replaceAll('{meeting}', '').length;
  const allowed = title.replaceAll('<', '‹').replaceAll('>', '›');
  const name = ellipsize(cleanLine(allowed), Math.max(room, 1));
  return dated.replaceAll('{meeting}', () => name);
}
