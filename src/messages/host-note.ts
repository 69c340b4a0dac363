import type { TimedMeeting } from '../calendar/meeting.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';

/** Who hosts a meeting, if somebody has said so. A name, not a mention: nobody is notified by it. */
export function hostNote({ host }: Pick<TimedMeeting, 'host'>): Mrkdwn | undefined {
  return host === undefined ? undefined : md`Host: ${host}`;
}
