import type { DateTime } from 'luxon';
import type { TimedMeeting } from '../calendar/meeting.ts';
import { cleanLine, ellipsize } from '../text/plain.ts';
import { LIMITS } from './blocks.ts';

// Percent-encoded it may become nine times as long.
const MAX_TITLE_LENGTH = 200;

/**
 * The link that opens a new event of Google Calendar, filled in with this one occurrence; the long
 * links are left out where all of it would be longer than a button's URL may be.
 */
export function addToCalendarUrl(meeting: TimedMeeting): string | undefined {
  const { joinLink, agendaLink, place: room } = meeting;
  const join = joinLink === undefined ? [] : [`Join: ${joinLink}`];
  const agenda = agendaLink === undefined ? [] : [`Agenda: ${agendaLink}`];
  const location = room ?? joinLink;
  const place = location === undefined ? {} : { location };
  return [
    { details: [...join, ...agenda].join('\n'), ...place },
    { details: agenda.join('\n'), ...place },
    place,
    {},
  ]
    .map((links) => templateUrl(meeting, links))
    .find((url) => url.length <= LIMITS.url);
}

function templateUrl({ title, start, end }: TimedMeeting, links: Record<string, string>): string {
  const url = new URL('https://calendar.google.com/calendar/render');
  const query = {
    action: 'TEMPLATE',
    text: ellipsize(cleanLine(title), MAX_TITLE_LENGTH),
    dates: `${stamp(start)}/${stamp(end)}`,
    ...links,
  };
  for (const [name, value] of Object.entries(query)) {
    if (value !== '') url.searchParams.set(name, value);
  }
  return url.href;
}

function stamp(at: DateTime<true>): string {
  return at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
}
