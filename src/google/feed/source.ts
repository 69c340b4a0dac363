import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { keepKnown } from '../../calendar/known-meetings.ts';
import type { CalendarSource } from '../../calendar/ports.ts';
import type { CalendarSnapshot } from '../../calendar/snapshot.ts';
import { inSlices } from '../../concurrency/steps.ts';
import type { Published } from '../cancelled.ts';
import { malformedLog, unreadableIds } from '../malformed.ts';
import { readingWindow } from '../reading-window.ts';
import { download, unavailable } from './download.ts';
import { readInWorker } from './read-in-worker.ts';

const PUBLIC_ROOT = 'https://calendar.google.com/';
// A feed that has not changed is expanded anew from time to time, since the window moves on.
const EXPAND_AGAIN_AFTER = { hours: 6 };

interface LastRead {
  readonly etag: string | undefined;
  readonly at: DateTime<true>;
  readonly snapshot: CalendarSnapshot;
}

/** Reads a public calendar through its iCalendar feed, which needs no key. */
export function googleFeed(
  rootUrl: string | undefined,
  id: string,
  { meetings, joinHosts, zone }: Published,
  logger: Logger,
): CalendarSource {
  const path = `calendar/ical/${encodeURIComponent(id)}/public/basic.ics`;
  const url = new URL(path, rootUrl ?? PUBLIC_ROOT).href;
  const warnOnce = malformedLog(logger);
  let last: LastRead | undefined;

  /** The last read, if a snapshot that was taken now could be the same. */
  function unchangedSince(now: DateTime<true>, known: CalendarSnapshot['meetings']) {
    if (last?.snapshot.meetings !== known) return undefined;
    return now < last.at.plus(EXPAND_AGAIN_AFTER) ? last : undefined;
  }

  return {
    async read(now, known) {
      const { from, to } = readingWindow(now);
      const before = unchangedSince(now, known);
      const downloaded = await download(url, id, before?.etag);
      if (downloaded.kind === 'not modified' && before) return { ...before.snapshot, readAt: now };
      if (downloaded.kind === 'not modified') {
        throw unavailable('it was said to be unchanged, but there is no copy of it');
      }
      const { bytes, etag } = downloaded;
      const reading = await readInWorker({
        bytes,
        published: { meetings, joinHosts, zone },
        known,
        window: { from: from.toMillis(), to: to.toMillis() },
      });
      warnOnce(reading.malformed);
      const current = await inSlices(keepKnown(reading.meetings, known));
      const snapshot = {
        meetings: current,
        unreadable: unreadableIds(reading),
        readAt: now,
        source: 'feed',
      } as const;
      last = { etag, at: now, snapshot };
      return snapshot;
    },
  };
}
