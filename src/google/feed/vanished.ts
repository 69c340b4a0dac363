import type { Meeting } from '../../calendar/meeting.ts';
import { seriesRoot } from '../../calendar/resolve-meeting.ts';
import type { EventMoment } from '../event.ts';
import type { EventItem } from './event-item.ts';
import type { FeedItems } from './feed-items.ts';
import type { Window } from './occurrences.ts';

/**
 * Cancelled items for meetings that an earlier reading had and the feed lacks: unlike the API, it
 * does not list what was deleted. A change of a series' rule cancels nothing by itself.
 */
export function vanishedItems(
  known: readonly Meeting[],
  { items, eventIds, malformed }: FeedItems,
  window: Window,
): EventItem[] {
  const ids = new Set(items.map(({ id }) => id));
  const unread = new Set(malformed.map(({ id }) => id));
  const lastStarts = lastStartsByRoot(items);
  return known
    .filter(({ id, seriesId = id }) => !ids.has(id) && !unread.has(seriesId))
    .filter((meeting) => startMs(meeting) > window.from && startMs(meeting) < window.to)
    .filter((meeting) => {
      if (meeting.seriesId === undefined) return !eventIds.has(meeting.id);
      const last = lastStarts.get(seriesRoot(meeting.seriesId)) ?? Number.NEGATIVE_INFINITY;
      return last < startMs(meeting);
    })
    .map(({ id, seriesId }) => ({
      id,
      ...(seriesId !== undefined && { recurringEventId: seriesId }),
      status: 'cancelled',
    }));
}

/** When each series was last seen to take place, with the series that continue it. */
function lastStartsByRoot(items: readonly EventItem[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { recurringEventId, originalStartTime, status } of items) {
    if (recurringEventId === undefined || status === 'cancelled') continue;
    const root = seriesRoot(recurringEventId);
    last.set(
      root,
      Math.max(last.get(root) ?? Number.NEGATIVE_INFINITY, momentMs(originalStartTime)),
    );
  }
  return last;
}

function momentMs(moment: EventMoment | undefined): number {
  return Date.parse(moment?.dateTime ?? moment?.date ?? '') || Number.NEGATIVE_INFINITY;
}

function startMs(meeting: Meeting): number {
  return meeting.allDay ? Date.parse(meeting.startDate) : meeting.start.toMillis();
}
