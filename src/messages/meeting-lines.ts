import type { DateTime } from 'luxon';
import type { AllDayMeeting, Meeting, TimedMeeting } from '../calendar/meeting.ts';
import { bold, join, link, type Mrkdwn, md, strike } from './mrkdwn.ts';
import { days, period, shortWhen, span, timeInZone } from './time.ts';

/** Start, end and how long until then. */
export function whenLine(meeting: TimedMeeting, now: DateTime<true>, zone: string): Mrkdwn {
  const { start, end } = meeting;
  const until = start > now ? md` (in ${span(now, start)})` : md``;
  return md`${period(start, end, zone)}${until}`;
}

/** Says whose time zone is shown, and the group's own time beside it. */
export function zoneNote(meeting: TimedMeeting, zone: string): Mrkdwn {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return md`Times are in your own time zone. In ${city} it starts at ${timeInZone(meeting.start, zone)}.`;
}

/** One line of a list. */
export function listLine(meeting: Meeting, now: DateTime<true>, zone: string): Mrkdwn {
  if (meeting.status === 'cancelled')
    return md`• ${strike(nameAndDate(meeting, zone))} (cancelled)`;
  return md`• ${join([nameAndDate(meeting, zone), nearness(meeting, now), ...links(meeting)], ' · ')}`;
}

/** A cancelled meeting, as in “*WG Serving*, Dec 2 at 9:00 AM”. */
export function nameAndDate(meeting: Meeting, zone: string): Mrkdwn {
  const when = meeting.allDay ? md`${allDayWhen(meeting)}` : shortWhen(meeting.start, zone);
  const tentative = meeting.status === 'tentative' ? md` (tentative)` : md``;
  return md`${bold(meeting.title)}${tentative}, ${when}`;
}

export function allDayWhen(meeting: AllDayMeeting): string {
  return `${days(meeting.startDate, meeting.endDate)} (all day)`;
}

function nearness(meeting: Meeting, now: DateTime<true>): Mrkdwn | undefined {
  if (meeting.allDay) return undefined;
  if (meeting.start <= now) return md`now, ${span(now, meeting.end)} left`;
  return md`in ${span(now, meeting.start)}`;
}

function links(meeting: Meeting): (Mrkdwn | undefined)[] {
  return [
    meeting.joinLink === undefined ? undefined : link(meeting.joinLink, 'Join'),
    meeting.agendaLink === undefined ? undefined : link(meeting.agendaLink, 'Agenda'),
  ];
}
