import type { Logger } from 'pino';
import type { Malformed, ReadEvents } from './meetings.ts';

/** Logs each event that can't be parsed once, until it has been parsed again. */
export function malformedLog(logger: Logger): (malformed: readonly Malformed[]) => void {
  let warned = new Set<string>();
  return (malformed) => {
    for (const { id, reason } of malformed) {
      if (!warned.has(id)) logger.warn({ eventId: id, reason }, 'calendar event skipped');
    }
    warned = new Set(malformed.map(({ id }) => id));
  };
}

/** IDs of the events about which nothing can be said. */
export function unreadableIds({
  malformed,
  withheld,
}: Pick<ReadEvents, 'malformed' | 'withheld'>): ReadonlySet<string> {
  return new Set([...malformed.map(({ id }) => id), ...withheld]);
}
