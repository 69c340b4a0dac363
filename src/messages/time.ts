import { DateTime } from 'luxon';
import { valid } from '../calendar/moment.ts';
import { Mrkdwn } from './mrkdwn.ts';

/**
 * A Slack date token: each reader sees their own zone; notifications and old clients see the
 * fallback, which names the zone. https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
function dateToken(at: DateTime<true>, format: string, fallback: string): Mrkdwn {
  return Mrkdwn.trusted(`<!date^${Math.floor(at.toSeconds())}^${format}|${fallback}>`);
}

/** Weekday, date and time, as in “Wednesday, December 2nd, 2026 at 9:00 AM”. */
export function longWhen(at: DateTime<true>, zone: string): Mrkdwn {
  return dateToken(at, '{date_long_pretty} at {time}', inZone(at, zone));
}

/** Date and time, as in “Dec 2, 2026 at 9:00 AM”. */
export function shortWhen(at: DateTime<true>, zone: string): Mrkdwn {
  return dateToken(at, '{date_short_pretty} at {time}', inZone(at, zone));
}

/** The time alone when it is on the day of `start`, else with its date. */
export function endTime(end: DateTime<true>, start: DateTime<true>, zone: string): Mrkdwn {
  const hours = end.diff(start, 'hours').hours;
  // A reader's zone may put midnight anywhere, so only a long meeting needs the date of its end.
  if (hours >= 18) return shortWhen(end, zone);
  return dateToken(end, '{time}', timeInZone(end, zone));
}

/** From start to end, as in “Wednesday, December 2nd, 2026 at 9:00 AM to 10:00 AM”. */
export function period(start: DateTime<true>, end: DateTime<true>, zone: string): Mrkdwn {
  const begin = longWhen(start, zone).source;
  if (end <= start) return Mrkdwn.trusted(begin);
  return Mrkdwn.trusted(`${begin} to ${endTime(end, start, zone).source}`);
}

/** As in “Wed, Dec 2, 9:00 AM PST”. */
export function inZone(at: DateTime<true>, zone: string): string {
  return at.setZone(zone).setLocale('en-US').toFormat('ccc, LLL d, h:mm a ZZZZ');
}

/** As in “9:00 AM PST”. */
export function timeInZone(at: DateTime<true>, zone: string): string {
  return at.setZone(zone).setLocale('en-US').toFormat('h:mm a ZZZZ');
}

/** A date without a time, as in “Thursday, November 26”. */
export function day(isoDate: string): string {
  return DateTime.fromISO(isoDate, { zone: 'utc' }).setLocale('en-US').toFormat('cccc, LLLL d');
}

/** First and last day of an all-day entry, whose end is exclusive. */
export function days(startDate: string, endDate: string): string {
  const last = DateTime.fromISO(endDate, { zone: 'utc' }).minus({ days: 1 }).toISODate();
  return last === null || last <= startDate ? day(startDate) : `${day(startDate)} to ${day(last)}`;
}

const DAY = 24 * 60;
// So far ahead nobody counts hours.
const DAYS_ONLY_FROM = 14 * DAY;

/**
 * How long from `from` to `to`: “20 days”, “6 days and 3 hours”, “24 hours”, “12 minutes”. Days count from two on: “24 hours” is what people say of tomorrow's meeting.
 */
export function span(from: DateTime<true>, to: DateTime<true>): string {
  const minutes = Math.max(0, Math.round(to.diff(from, 'minutes').minutes));
  if (minutes === 0) return 'less than a minute';
  const days = minutes >= 2 * DAY ? Math.floor(minutes / DAY) : 0;
  const parts = [
    { count: days, unit: 'day' },
    { count: Math.floor((minutes - days * DAY) / 60), unit: 'hour' },
    { count: minutes % 60, unit: 'minute' },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  return parts
    .slice(first, minutes >= DAYS_ONLY_FROM ? first + 1 : first + 2)
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' and ');
}

/** A lead in words, as in “24 hours” or “10 minutes”. */
export function leadWords(minutes: number): string {
  const start = valid(DateTime.fromMillis(0));
  return span(start, start.plus({ minutes }));
}
