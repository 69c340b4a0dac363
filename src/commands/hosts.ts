import { isTimed, runsLong, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { upcoming as upcomingIn } from '../calendar/schedule.ts';
import { context, header, message, section, sections } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';
import { defineCommand, nothingElse, type SharedContext } from './command.ts';

const MAX_SHOWN = 6;

export const hosts = defineCommand({
  name: 'hosts',
  aliases: ['host', 'hosting'],
  summary: 'who hosts the next meetings',
  details:
    'Names the host of each of the next meetings, or says that nobody has claimed it yet. Organizers claim a meeting in their own channel.',
  audience: 'everyone',
  task: 'meetings',
  sameForAll: true,

  topic: () => [
    { intents: ['host'], label: 'Who hosts the next meetings', typed: 'hosts', answer: undefined },
  ],

  parse: nothingElse,

  run(_, asked) {
    const { calendar, group, now } = asked;
    if (calendar.kind !== 'read') {
      const why =
        calendar.kind === 'not published'
          ? md`The group publishes no calendar`
          : md`I can't see the calendar now`;
      const text = md`${why}, so I don't know who hosts what.`;
      return message(text, [section(text)]);
    }
    const next = upcomingIn(calendar.meetings, now, group.zone)
      .filter(isTimed)
      .filter((meeting) => stands(meeting) && !runsLong(meeting))
      .slice(0, MAX_SHOWN);
    return next.length === 0 ? nothingAhead() : listMessage(next, asked);
  },
});

function nothingAhead(): Message {
  const text = md`No meeting is on the calendar, so there is nothing to host.`;
  return message(text, [section(text)]);
}

function listMessage(
  meetings: readonly TimedMeeting[],
  { calendar, group, now }: SharedContext,
): Message {
  const { zone } = group;
  const source = calendar.kind === 'read' ? calendarSource(calendar, now, zone) : undefined;
  const spoken = meetings
    .slice(0, 1)
    .map((meeting) => md`${hostOf(meeting)} ${whichOf(meeting, zone)}.`);
  return message(join(spoken, ' '), [
    source?.warning ?? [],
    header('Who hosts'),
    ...sections(meetings.map((meeting) => md`• ${whichOf(meeting, zone)}: ${nameOf(meeting)}`)),
    ...(source ? [context(source.source)] : []),
  ]);
}

function whichOf({ title, start }: TimedMeeting, zone: string): Mrkdwn {
  return md`${bold(title)}, ${longWhen(start, zone)}`;
}

function hostOf({ host }: TimedMeeting): string {
  return host === undefined ? 'Nobody has said so far that they host' : `${host} hosts`;
}

function nameOf({ host }: TimedMeeting): Mrkdwn {
  return host === undefined ? md`nobody yet` : bold(host);
}
