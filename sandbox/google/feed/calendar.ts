import { type Moment, readEvent, type StoredEvent } from '../event.ts';
import { eventLines, type FeedFacts, isInFeed } from './event.ts';
import { fold } from './fold.ts';
import { textProperty } from './property.ts';
import { timezoneLines } from './timezone.ts';

export interface FeedSettings extends FeedFacts {
  readonly name: string;
  readonly description?: string | undefined;
}

/** The calendar's events as Google writes them into its public feed. */
export function writeFeed(resources: readonly unknown[], settings: FeedSettings): string {
  const { zone, name, description } = settings;
  const events = resources.map(readEvent);
  const without = missingOccurrences(events, zone);
  const entries = events
    .filter((event) => isInFeed(event, zone))
    .flatMap((event) => eventLines(event, without.get(event.id) ?? [], settings));
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    textProperty('X-WR-CALNAME', name),
    `X-WR-TIMEZONE:${zone}`,
    ...(description === undefined ? [] : [textProperty('X-WR-CALDESC', description)]),
    ...zonesIn(entries).flatMap((used) => timezoneLines(used, settings.now)),
    ...entries,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** By series, its occurrences that have no entry: Google's feed has no cancelled entries. */
function missingOccurrences(events: readonly StoredEvent[], zone: string) {
  const missing = new Map<string | undefined, Moment[]>();
  for (const event of events) {
    const { recurringEventId: series, originalStartTime } = event;
    if (series === undefined || !originalStartTime || isInFeed(event, zone)) continue;
    missing.set(series, [...(missing.get(series) ?? []), originalStartTime]);
  }
  return missing;
}

function zonesIn(lines: readonly string[]): string[] {
  const named = lines.flatMap((line) => /^[A-Z-]+;TZID=([^:]+):/u.exec(line)?.[1] ?? []);
  return [...new Set(named)];
}
