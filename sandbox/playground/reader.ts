import type { DateTime } from 'luxon';
import { formatDate } from '../slack/date-token.ts';

/** Who is looking at a message, and when. */
export interface Reader {
  readonly zone: string;
  readonly now: DateTime;
}

interface ShownDate {
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly format: string;
  /** Zone in which it is shown to everyone, instead of the reader's. */
  readonly timezone?: string | undefined;
  readonly fallback?: string | undefined;
}

/** A date as Slack shows it to a reader; its fallback if it can't be shown. */
export function dateFor(
  { zone, now }: Reader,
  { timestamp, format, timezone, fallback }: ShownDate,
) {
  return formatDate(timestamp, format, timezone ?? zone, now) ?? fallback ?? '';
}
