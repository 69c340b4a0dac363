import type { TimedMeeting } from '../calendar/meeting.ts';
import { actions, button } from '../messages/blocks.ts';
import { buttonValue } from '../messages/button-value.ts';
import type { Block } from '../messages/message.ts';
import { type Mrkdwn, md } from '../messages/mrkdwn.ts';

/** Action IDs. The buttons' value names the meeting; who pressed and where is checked when it comes back. */
export const HOST_ACTION = 'host-meeting';
export const RELEASE_ACTION = 'release-meeting';

/** Who hosts, or that nobody does. */
export function hostLine({ host }: Pick<TimedMeeting, 'host'>): Mrkdwn {
  return host === undefined
    ? md`*Host:* nobody yet. Whoever can be there as the host of the room, press the button.`
    : md`*Host:* ${host}`;
}

/** The one of the two that makes sense now. */
export function hostButtons({ id, host }: Pick<TimedMeeting, 'id' | 'host'>): Block[] {
  const value = buttonValue({ meeting: id });
  return actions([
    host === undefined
      ? { ...button('I’ll host', HOST_ACTION, value), style: 'primary' }
      : button('Release', RELEASE_ACTION, value),
  ]);
}
