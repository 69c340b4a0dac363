import { DateTime } from 'luxon';

type Format = (at: DateTime<true>, now: DateTime) => string;

/**
 * Every token that Slack documents, as shown by a client set to English and a 12-hour clock.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 * https://docs.slack.dev/reference/block-kit/block-elements/date-element
 */
const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['date_num', (at) => at.toFormat('yyyy-MM-dd')],
  ['date_slash', (at) => at.toFormat('MM/dd/yyyy')],
  ['date', date],
  ['date_pretty', (at, now) => nearDay(at, now) ?? date(at, now)],
  ['date_short', dateShort],
  ['date_short_pretty', (at, now) => nearDay(at, now) ?? dateShort(at, now)],
  ['date_long', dateLong],
  ['date_long_full', (at) => at.toFormat('LLLL d, yyyy')],
  ['date_long_pretty', (at, now) => nearDay(at, now) ?? dateLong(at, now)],
  ['day_divider_pretty', (at, now) => nearDay(at, now) ?? dayDivider(at, now)],
  ['time', (at) => at.toFormat('h:mm a')],
  ['time_secs', (at) => at.toFormat('h:mm:ss a')],
  ['ago', (at, now) => at.toRelative({ base: now, rounding: 'round' })],
]);

export const DATE_TOKENS: readonly string[] = [...FORMATS.keys()];

const TOKEN = /\{(\w+)\}/gu;

/** What is wrong with a format such as `{date_short} at {time}`; undefined if it is valid. */
export function dateFormatProblem(format: string): string | undefined {
  const unknown = [...format.matchAll(TOKEN)].find(([, name = '']) => !FORMATS.has(name));
  if (unknown) return `unknown date token ${unknown[0]}`;
  return /[{}]/u.test(format.replace(TOKEN, '')) ? 'a brace outside a token' : undefined;
}

/** A date in a format, as Slack shows it at `now` to a reader in `zone`; undefined if it can't. */
export function formatDate(
  timestamp: number,
  format: string,
  zone: string,
  now: DateTime,
): string | undefined {
  const at = DateTime.fromSeconds(timestamp, { zone, locale: 'en-US' });
  if (!at.isValid || dateFormatProblem(format) !== undefined) return undefined;
  return format.replace(TOKEN, (token, name: string) => FORMATS.get(name)?.(at, now) ?? token);
}

function date(at: DateTime, now: DateTime): string {
  return `${at.toFormat('LLLL')} ${ordinal(at.day)}${yearIfFar(at, now)}`;
}

function dateShort(at: DateTime, now: DateTime): string {
  return `${at.toFormat('LLL d')}${yearIfFar(at, now)}`;
}

function dateLong(at: DateTime, now: DateTime): string {
  return `${at.toFormat('cccc')}, ${date(at, now)}`;
}

function dayDivider(at: DateTime, now: DateTime): string {
  const year = at.year === now.setZone(at.zone).year ? '' : `, ${at.year}`;
  return `${at.toFormat('cccc, LLLL')} ${ordinal(at.day)}${year}`;
}

/** Slack omits the year if the date is less than six months away. */
function yearIfFar(at: DateTime, now: DateTime): string {
  return Math.abs(at.diff(now, 'months').months) < 6 ? '' : `, ${at.year}`;
}

function nearDay(at: DateTime, now: DateTime): string | undefined {
  const today = now.setZone(at.zone).startOf('day');
  const days = Math.round(at.startOf('day').diff(today, 'days').days);
  return { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' }[days];
}

function ordinal(day: number): string {
  const suffixes: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
  const rule = new Intl.PluralRules('en-US', { type: 'ordinal' }).select(day);
  return `${day}${suffixes[rule] ?? 'th'}`;
}
