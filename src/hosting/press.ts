import type { DateTime } from 'luxon';
import { isTimed, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { detailsOf } from '../calendar/meeting-details.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import { UserError } from '../errors.ts';
import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';
import type { HostClaims } from './ports.ts';

/** Someone who may host, and the meeting that their button names. */
export interface HostPress {
  readonly userId: string;
  /** The name they go by. */
  readonly name: string;
  readonly meetingId: string;
}

export interface HostTools {
  readonly claims: HostClaims;
  readonly calendar: CalendarState;
  /** The group's zone. */
  readonly zone: string;
  readonly now: DateTime<true>;
}

/** Claims a meeting for whoever pressed first. Fails with UserError if it is over or gone. */
export async function takeMeeting(press: HostPress, tools: HostTools): Promise<Message> {
  const meeting = meetingOf(press, tools);
  const { meetingId, userId, name } = press;
  const { host: _, ...details } = detailsOf(meeting);
  const held = await tools.claims.claim({ meetingId, userId, name, details }, tools.now);
  const what = md`${bold(meeting.title)}, ${longWhen(meeting.start, tools.zone)}`;
  if (held.userId !== userId) return said(md`${held.name} was faster and hosts ${what}.`);
  return said(
    md`You host ${what}. I'll write to you when it begins. If you can't come, press _Release_.`,
  );
}

/** Gives a meeting up, if it is theirs who pressed. Fails with UserError if it is over or gone. */
export async function releaseMeeting(
  { meetingId, userId, ...press }: HostPress,
  tools: HostTools,
): Promise<Message> {
  const meeting = meetingOf({ meetingId, userId, ...press }, tools);
  const what = md`${bold(meeting.title)}, ${longWhen(meeting.start, tools.zone)}`;
  const isReleased = await tools.claims.release(meetingId, userId);
  return isReleased
    ? said(md`You no longer host ${what}. Whoever presses _I’ll host_ takes over.`)
    : said(md`You are not the one who hosts ${what}, so there is nothing to release.`);
}

/** A button may be from yesterday: the meeting is looked up again. */
function meetingOf({ meetingId }: HostPress, { calendar, now }: HostTools): TimedMeeting {
  const meetings = calendar.kind === 'read' ? calendar.meetings : [];
  const meeting = meetings.filter(isTimed).find(({ id }) => id === meetingId);
  if (!meeting || !stands(meeting))
    throw new UserError('This meeting is no longer in the calendar.');
  if (meeting.end <= now) throw new UserError('This meeting is over.');
  return meeting;
}

function said(text: Mrkdwn): Message {
  return message(text, [section(text)]);
}
