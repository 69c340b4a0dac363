import { DateTime } from 'luxon';

/**
 * A `<!date^…>` token as Slack shows it to a reader in `zone`.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function formatDateToken(
  seconds: number,
  format: string,
  zone: string,
  now: DateTime,
): string {
  const at = DateTime.fromSeconds(seconds, { zone, locale: 'en-US' });
  return format.replace(/\{(\w+)\}/gu, (token, name: string) => formatPart(at, name, now) ?? token);
}

function formatPart(at: DateTime, name: string, now: DateTime): string | undefined {
  switch (name) {
    case 'date_num':
      return at.toFormat('yyyy-MM-dd');
    case 'date':
      return `${at.toFormat('LLLL')} ${ordinal(at.day)}, ${at.year}`;
    case 'date_short':
      return at.toFormat('LLL d, yyyy');
    case 'date_long':
      return `${at.toFormat('cccc, LLLL')} ${ordinal(at.day)}, ${at.year}`;
    case 'date_pretty':
    case 'date_short_pretty':
    case 'date_long_pretty':
      return nearDay(at, now) ?? formatPart(at, name.replace('_pretty', ''), now);
    case 'time':
      return at.toFormat('h:mm a');
    case 'time_secs':
      return at.toFormat('h:mm:ss a');
    case 'ago':
      return at.toRelative({ base: now }) ?? undefined;
    default:
      return undefined;
  }
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
