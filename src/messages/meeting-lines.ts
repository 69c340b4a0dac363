import type { DateTime } from 'luxon';
import type { Meeting } from '../calendar/meeting.ts';
import type { Dates } from '../calendar/meeting-details.ts';
import { joinLabel } from './join-words.ts';
import { bold, join, link, type Mrkdwn, md, strike } from './mrkdwn.ts';
import { ago, days, groupTime, longWhen, period } from './time.ts';

/** From when to when for the reader, and the start by the group's own clock. */
export function whenLine(start: DateTime<true>, end: DateTime<true>, zone: string): Mrkdwn {
  return md`${period(start, end, zone)} (${groupTime(start, zone)})`;
}

/** One line of a list. */
export function listLine(meeting: Meeting, now: DateTime<true>, zone: string): Mrkdwn {
  const what = nameAndDate(meeting, zone);
  if (meeting.status === 'cancelled') return md`• ${strike(what)} (cancelled)`;
  return md`• ${join([what, nearness(meeting, now, zone), ...links(meeting)], ' · ')}`;
}

/** A meeting in one line, as in “*WG Serving*, Wednesday, December 2nd at 9:00 AM”. */
export function nameAndDate(meeting: Meeting, zone: string): Mrkdwn {
  const when = meeting.allDay ? md`${allDayWhen(meeting)}` : longWhen(meeting.start, zone);
  const tentative = meeting.status === 'tentative' ? md` (tentative)` : md``;
  return md`${bold(meeting.title)}${tentative}, ${when}`;
}

export function allDayWhen({ startDate, endDate }: Dates): string {
  return `${days(startDate, endDate)} (all day)`;
}

/** How far its start is, in words that fit whenever they are read. */
export function nearness(meeting: Meeting, now: DateTime<true>, zone: string): Mrkdwn | undefined {
  if (meeting.allDay) return undefined;
  const start = ago(meeting.start, zone);
  return meeting.start <= now ? md`began ${start}` : start;
}

/** Where one can join it and read its agenda. */
export function links(meeting: Meeting): Mrkdwn[] {
  const { joinLink, linkKind, agendaLink } = meeting;
  return [
    ...(joinLink === undefined ? [] : [link(joinLink, joinLabel(linkKind))]),
    ...(agendaLink === undefined ? [] : [link(agendaLink, 'Agenda')]),
  ];
}
