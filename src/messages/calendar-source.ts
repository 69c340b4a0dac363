import type { DateTime } from 'luxon';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import { context, section } from './blocks.ts';
import type { Block } from './message.ts';
import { md } from './mrkdwn.ts';
import { span } from './time.ts';

// A copy this old has missed several readings, whatever the reason.
const OLD_AFTER_MINUTES = 30;

export function isOld(readAt: DateTime<true>, now: DateTime<true>): boolean {
  return now.diff(readAt, 'minutes').minutes >= OLD_AFTER_MINUTES;
}

/** Where an answer about time comes from, and a warning above it when the copy is old. */
export function calendarSource(
  calendar: ReadCalendar,
  now: DateTime<true>,
): { warning: Block[]; source: Block } {
  const age = span(calendar.readAt, now);
  if (!calendar.failing && !isOld(calendar.readAt, now)) {
    return { warning: [], source: context(md`From the group's calendar, read ${age} ago.`) };
  }
  return {
    warning: [
      section(
        md`*This may be out of date.* I can't read the group's calendar at the moment; my copy is ${age} old.`,
      ),
    ],
    source: context(md`From my copy of the group's calendar, read ${age} ago.`),
  };
}
