import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { TimedMeeting } from '../calendar/meeting.ts';
import { ellipsize } from '../text/plain.ts';
import { button, LIMITS } from './blocks.ts';
import { buttonValue, jsonText } from './button-value.ts';

/** Action id of the button below. */
export const REMIND_ME_ACTION = 'remind-me';

const MAX_TITLE_LENGTH = 200;

const meetingNamed = z.object({ id: z.string().min(1), title: z.string() });

/** Which meeting someone wants to be reminded of. The title may be cut. */
export type RemindMe = z.infer<typeof meetingNamed>;

/** The value of a pressed button: JSON text that tells the meeting. */
export const remindMeValue = jsonText.pipe(meetingNamed);

/** Asks for a personal reminder of one meeting; none when its id is too long to be kept. */
export function remindMeButton({ id, title }: TimedMeeting): types.Button | undefined {
  const meeting: RemindMe = { id, title: ellipsize(title, MAX_TITLE_LENGTH) };
  const value = buttonValue(meeting);
  if (value.length > LIMITS.buttonValue) return undefined;
  return button('Remind me', REMIND_ME_ACTION, value);
}
