import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { TimedMeeting } from '../calendar/meeting.ts';
import { ellipsize } from '../text/plain.ts';
import { button, LIMITS } from './blocks.ts';

/** Action id of the button below. */
export const REMIND_ME_ACTION = 'remind-me';

const MAX_TITLE_LENGTH = 200;

const meetingNamed = z.object({ id: z.string().min(1), title: z.string() });

/** Which meeting someone wants to be reminded of. The title may be cut. */
export type RemindMe = z.infer<typeof meetingNamed>;

/** The value of a pressed button: JSON text that tells the meeting. */
export const remindMeValue = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' });
      return z.NEVER;
    }
  })
  .pipe(meetingNamed);

/** Asks for a personal reminder of one meeting; none when its id is too long to be kept. */
export function remindMeButton({ id, title }: TimedMeeting): types.Button | undefined {
  const meeting: RemindMe = { id, title: ellipsize(title, MAX_TITLE_LENGTH) };
  // Slack keeps the value as it is; escaped, it holds nothing that a client could act upon.
  const value = JSON.stringify(meeting).replace(
    /[<>&]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (value.length > LIMITS.buttonValue) return undefined;
  return button('Remind me', REMIND_ME_ACTION, value);
}
