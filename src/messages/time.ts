import { DateTime } from 'luxon';
import { oncePerText } from '../text/once-per-text.ts';
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
  return dateToken(at, '{date_long} at {time}', inZone(at, zone));
}

/** Weekday and date, as in “Wednesday, December 2nd, 2026”. */
export function longDate(at: DateTime<true>, zone: string): Mrkdwn {
  return dateToken(at, '{date_long}', dateInZone(at, zone));
}

/**
 * How far away, as in “in 2 hours” or “3 days ago”. The reader's client works it out each time, so
 * the words around it have to fit both.
 */
export function ago(at: DateTime<true>, zone: string): Mrkdwn {
  return dateToken(at, '{ago}', inZone(at, zone));
}

/** Date and time, as in “Dec 2, 2026 at 9:00 AM”. */
export function shortWhen(at: DateTime<true>, zone: string): Mrkdwn {
  return dateToken(at, '{date_short_pretty} at {time}', inZone(at, zone));
}

/** The time alone when it is on the day of `start`, else with its date. */
export function endTime(end: DateTime<true>, start: DateTime<true>, zone: string): Mrkdwn {
  const hours = end.diff(start, 'hours').hours;
  // A reader's zone may put midnight anywhere, so only a long meeting needs the date of its end.
  if (hours >= 18) return longWhen(end, zone);
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
  return withAbbreviation(at, zone, 'ccc, LLL d, h:mm a');
}

/** As in “9:00 AM PST”. */
export function timeInZone(at: DateTime<true>, zone: string): string {
  return withAbbreviation(at, zone, 'h:mm a');
}

// Luxon's own token ZZZZ makes such a formatter each time, which takes most of an answer's time.
const abbreviations = oncePerText(
  (timeZone) => new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }),
);

function withAbbreviation(at: DateTime<true>, zone: string, format: string): string {
  const local = at.setZone(zone).setLocale('en-US');
  if (local.zone.type !== 'iana') return local.toFormat(`${format} ZZZZ`);
  const parts = abbreviations(zone).formatToParts(local.toMillis());
  const { value } = parts.find(({ type }) => type === 'timeZoneName') ?? { value: zone };
  return `${local.toFormat(format)} ${value}`;
}

/** As in “Wed, 9:00 AM in Los Angeles”: what everyone else calls the moment. */
export function groupTime(at: DateTime<true>, zone: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return `${at.setZone(zone).setLocale('en-US').toFormat('ccc, h:mm a')} in ${city}`;
}

function dateInZone(at: DateTime<true>, zone: string): string {
  return at.setZone(zone).setLocale('en-US').toFormat('cccc, LLLL d');
}

/** A date without a time, as in “Thursday, November 26”. */
export function day(isoDate: string): string {
  return DateTime.fromISO(isoDate, { zone: 'utc' }).setLocale('en-US').toFormat('cccc, LLLL d');
}

/** As in “February 2026”. */
export function monthWords(month: string): string {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc' }).setLocale('en-US').toFormat('LLLL yyyy');
}

/** First and last day of an all-day entry, whose end is exclusive. */
export function days(startDate: string, endDate: string): string {
  const last = DateTime.fromISO(endDate, { zone: 'utc' }).minus({ days: 1 }).toISODate();
  return last === null || last <= startDate ? day(startDate) : `${day(startDate)} to ${day(last)}`;
}

const DAY = 24 * 60;

/**
 * A lead time in words, as in “24 hours”, “10 minutes” or “6 days and 3 hours”. Days count from two
 * on: “24 hours” is what people say of tomorrow's meeting.
 */
export function leadWords(minutes: number): string {
  const days = minutes >= 2 * DAY ? Math.floor(minutes / DAY) : 0;
  const parts = [
    { count: days, unit: 'day' },
    { count: Math.floor((minutes - days * DAY) / 60), unit: 'hour' },
    { count: minutes % 60, unit: 'minute' },
  ];
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' and ');
}
