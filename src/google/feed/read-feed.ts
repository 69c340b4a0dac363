import { type Meeting, stands } from '../../calendar/meeting.ts';
import type { Published } from '../cancelled.ts';
import { knownZone } from '../instant.ts';
import { meetingsFromEvents, type ReadEvents } from '../meetings.ts';
import { unavailable } from './download.ts';
import { feedItems } from './feed-items.ts';
import { splitFeed } from './feed-parts.ts';
import type { Window } from './occurrences.ts';
import { vanishedItems } from './vanished.ts';

/** What is needed to read a feed besides its text. */
export interface FeedSurroundings {
  readonly published: Published;
  /** Meetings from the last snapshot. */
  readonly known: readonly Meeting[];
  readonly window: Window;
}

/**
 * Reads a feed as the API's events are read. Fails with UpstreamError for anything that is not a whole
 * feed, and for an empty one when meetings were ahead: a calendar is rarely cleared, but often not served.
 */
export function readFeed(text: string, around: FeedSurroundings): ReadEvents {
  const { published, known, window } = around;
  const parts = splitFeed(text);
  if (!parts) throw unavailable('what came is not a whole calendar');
  if (parts.events.length === 0 && known.some(stands)) throw unavailable('it is empty');
  const zone = knownZone(parts.zone) ?? published.zone;
  const feed = feedItems(parts, window, zone);
  const items = [...feed.items, ...vanishedItems(known, feed, window)];
  const read = meetingsFromEvents(items, { published, zone, known });
  const unread = new Set(feed.malformed.map(({ id }) => id));
  const ofUnread = known.filter(({ seriesId }) => seriesId !== undefined && unread.has(seriesId));
  return {
    ...read,
    malformed: [...feed.malformed, ...read.malformed],
    withheld: [...read.withheld, ...ofUnread.map(({ id }) => id)],
  };
}
