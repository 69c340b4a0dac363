import type { DateTime } from 'luxon';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import { section } from './blocks.ts';
import type { Block } from './message.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';
import { ago, inZone } from './time.ts';

// A copy this old has missed several readings, whatever the reason.
const OLD_AFTER_MS = 30 * 60_000;

const NAMES = {
  api: "the group's calendar",
  feed: "the public feed of the group's calendar",
  community: "the community's calendar",
} as const;

export function isOld(readAt: DateTime<true>, now: DateTime<true>): boolean {
  return now.toMillis() - readAt.toMillis() >= OLD_AFTER_MS;
}

/** Where an answer about time comes from. */
export interface CalendarProvenance {
  /** Stands above an answer from an old copy. */
  readonly warning: Block[];
  /** The same for notifications, which show no dates of their own. */
  readonly spokenWarning: Mrkdwn | undefined;
  /** Ends the last line. */
  readonly source: Mrkdwn;
}

/** Says when the calendar was read, and warns when the copy is old. `zone` is the group's. */
export function calendarSource(
  { readAt, failing, source: origin }: Pick<ReadCalendar, 'readAt' | 'failing' | 'source'>,
  now: DateTime<true>,
  zone: string,
): CalendarProvenance {
  const read = ago(readAt, zone);
  if (!failing && !isOld(readAt, now)) {
    const source = md`From ${NAMES[origin]}, read ${read}.`;
    return { warning: [], spokenWarning: undefined, source };
  }
  return {
    warning: [
      section(
        md`*This may be out of date.* I couldn't read the group's calendar; my copy was read ${read}.`,
      ),
    ],
    spokenWarning: md`This may be out of date: my copy of the calendar was read ${inZone(readAt, zone)}.`,
    source: md`From my copy of ${NAMES[origin]}, read ${read}.`,
  };
}
