import { isTimed, stands } from '../calendar/meeting.ts';
import type { MeetingList } from '../calendar/meeting-list.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import { context, header, message, section, sections } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import { calledOff } from '../messages/called-off.ts';
import { listLine, nameAndDate } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { code, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import type { SharedContext } from './command.ts';

/** So many meetings fit on a page that someone reads. */
export const MAX_COUNT = 20;

type Asked = Pick<SharedContext, 'group' | 'now' | 'slashCommand'>;

/** The next meetings; `wanted` is how many were asked for. */
export function upcomingMessage(
  { shown, more }: MeetingList,
  wanted: number,
  calendar: ReadCalendar,
  { group, now, slashCommand }: Asked,
): Message {
  const { zone } = group;
  const { warning, spokenWarning, source } = calendarSource(calendar, now, zone);
  const count = shown.filter(isTimed).filter(stands).length;
  const spoken = shown.map((meeting) => {
    const cancelled = stands(meeting) ? md`` : md` (${calledOff(meeting).label.toLowerCase()})`;
    return md`${nameAndDate(meeting, zone)}${cancelled}`;
  });
  const page = link(group.calendar?.page, 'calendar');
  const ending = wanted > count ? endOfList(count, more, page) : undefined;
  const tip = wanted < MAX_COUNT && more > 0 ? seeMore(more, slashCommand) : undefined;
  const sentence = md`${titleFor(count)}: ${join(spoken, '; ')}.`;
  return message(join([spokenWarning, sentence, ending], ' '), [
    warning,
    header(titleFor(count)),
    sections(shown.map((meeting) => listLine(meeting, now, zone))),
    ending ? section(ending) : [],
    context(join([tip, source], ' ')),
  ]);
}

function titleFor(count: number): string {
  if (count === 0) return 'Coming up';
  return count === 1 ? 'The next meeting' : `The next ${count} meetings`;
}

/** Why the list is shorter than was asked. */
function endOfList(count: number, more: number, page: Mrkdwn): Mrkdwn {
  if (count < MAX_COUNT) return md`The ${page} has no other meetings ahead.`;
  const rest = more > 0 ? md`${more} more` : md`no others ahead`;
  return md`I list ${MAX_COUNT} at most; the ${page} has ${rest}.`;
}

function seeMore(more: number, command: string): Mrkdwn {
  return md`${more} more are planned: ${code(`${command} upcoming ${MAX_COUNT}`)}.`;
}
