import type { ReadCalendar } from '../calendar/snapshot.ts';
import { context, header, message, section, sections } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import { listLine, nameAndDate } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { code, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import type { CommandContext } from './command.ts';
import { type Choice, MAX_COUNT } from './upcoming-choice.ts';

type Asked = Pick<CommandContext, 'group' | 'now' | 'slashCommand'>;

/** The next meetings, of which `asked` many were wanted. */
export function upcomingMessage(
  choice: Choice,
  asked: number,
  calendar: ReadCalendar,
  { group, now, slashCommand }: Asked,
): Message {
  const { zone } = group.regularMeeting;
  const { warning, spokenWarning, source } = calendarSource(calendar, now, zone);
  const spoken = choice.listed.map((meeting) => {
    const cancelled = meeting.status === 'cancelled' ? md` (cancelled)` : md``;
    return md`${nameAndDate(meeting, zone)}${cancelled}`;
  });
  const page = link(group.calendar.page, 'calendar');
  const notes = [leftOut(choice), ending(choice, asked, page)];
  const present = notes.filter((note) => note !== undefined);
  const tip = choice.later > 0 && asked < MAX_COUNT ? more(choice, slashCommand) : undefined;
  return message(
    join([spokenWarning, md`${title(choice)}: ${join(spoken, '; ')}.`, ...present], ' '),
    [
      warning,
      header(title(choice)),
      sections(choice.listed.map((meeting) => listLine(meeting, now, zone))),
      present.length > 0 ? section(join(present, ' ')) : [],
      context(join([tip, source], ' ')),
    ],
  );
}

function title({ count }: Choice): string {
  if (count === 0) return 'Coming up';
  return count === 1 ? 'The next meeting' : `The next ${count} meetings`;
}

function leftOut({ leftOut: number }: Choice): Mrkdwn | undefined {
  if (number === 0) return undefined;
  return md`${number} more are cancelled or last all day.`;
}

/** Says what keeps the list from being as long as was asked. */
function ending({ count, later }: Choice, asked: number, page: Mrkdwn): Mrkdwn | undefined {
  const others = later > 0 ? md`${later} more` : md`no other meetings ahead`;
  if (asked > MAX_COUNT) return md`I list ${MAX_COUNT} at most; the ${page} has ${others}.`;
  return count < asked ? md`The ${page} has ${others}.` : undefined;
}

function more({ later }: Choice, command: string): Mrkdwn {
  return md`${later} more are planned: ${code(`${command} upcoming ${MAX_COUNT}`)}.`;
}
