import type { DateTime } from 'luxon';
import { formatDate } from '../slack/date-token.ts';

/** Whoever looks at a message, and when. */
export interface Reader {
  readonly zone: string;
  readonly now: DateTime;
}

interface ShownDate {
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly format: string;
  /** Zone in which it is shown to everyone, in place of the reader's. */
  readonly timezone?: string | undefined;
  readonly fallback?: string | undefined;
}

/** A date as Slack shows it to a reader; its fallback where that can't be. */
export function dateFor(
  { zone, now }: Reader,
  { timestamp, format, timezone, fallback }: ShownDate,
) {
  return formatDate(timestamp, format, timezone ?? zone, now) ?? fallback ?? '';
}
