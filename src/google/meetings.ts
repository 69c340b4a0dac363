import { type Meeting, withoutReplaced } from '../calendar/meeting.ts';
import { titleStatus } from '../calendar/title-status.ts';
import { type Entry, onePerMeeting } from '../calendar/twins.ts';
import { meetingFinder } from '../group/published-meetings.ts';
import type { GroupMeeting } from '../group/schema.ts';
import { squash } from '../text/similarity.ts';
import { cancelledRestorer, type Published, type Surroundings } from './cancelled.ts';
import { descriptionReader } from './description.ts';
import { type CalendarEvent, eventSchema } from './event.ts';
import { knownZone } from './instant.ts';
import { isMeeting } from './is-meeting.ts';
import { type Reading, toEntry } from './to-entry.ts';

/** An event that the bot can't use, with the reason for the log. */
export interface Malformed {
  readonly id: string;
  readonly reason: string;
}

export interface ReadEvents {
  readonly meetings: readonly Meeting[];
  readonly malformed: readonly Malformed[];
  /** IDs of entries that must not be shown in the channel. They exist, so they are not cancelled. */
  readonly withheld: readonly string[];
}

type Finding =
  | ({ readonly kind: 'entry' } & Entry)
  | ({ readonly kind: 'malformed' } & Malformed)
  | { readonly kind: 'withheld'; readonly id: string };

/** Parses event resources. `items` are untrusted; those that can't be parsed are set aside, not thrown. */
export function meetingsFromEvents(items: readonly unknown[], given: Surroundings): ReadEvents {
  const { published, known: before } = given;
  const parsed = items.map((item) => ({ item, result: eventSchema.safeParse(item) }));
  const events = parsed.flatMap(({ result }) => (result.success ? [result.data] : []));
  const unread = parsed.flatMap(({ item, result }): Malformed[] => {
    if (result.success) return [];
    const [issue] = result.error.issues;
    const field = issue?.path.join('.') || 'the event';
    return [{ id: idOf(item), reason: `${field}: ${issue?.message}` }];
  });
  const reading = readingOf(events, published, knownZone(given.zone) ?? published.zone);
  const restore = cancelledRestorer(events, before);
  const findings = latest(events).flatMap((event) => find(event, restore, reading) ?? []);
  const known = new Set(before.map(({ id }) => id));
  const entries = findings.filter((finding) => finding.kind === 'entry');
  return {
    meetings: withoutReplaced(onePerMeeting(entries, known)),
    malformed: [...unread, ...findings.filter((finding) => finding.kind === 'malformed')],
    withheld: findings.flatMap((one) => (one.kind === 'withheld' ? [one.id] : [])),
  };
}

function find(
  event: CalendarEvent,
  restore: (cancelled: CalendarEvent) => CalendarEvent | undefined,
  reading: Reading,
): Finding | undefined {
  const cancelled = event.status === 'cancelled';
  const restored = cancelled ? restore(event) : event;
  if (restored === undefined) return undefined;
  const entry = toEntry(restored, reading);
  if (typeof entry === 'string') return { kind: 'malformed', id: event.id, reason: entry };
  if (!isMeeting(restored)) return cancelled ? undefined : { kind: 'withheld', id: event.id };
  return { kind: 'entry', ...entry };
}

function readingOf(
  events: readonly CalendarEvent[],
  { meetings, joinHosts }: Published,
  zone: string,
): Reading {
  const titled = meetingFinder(meetings);
  const series = new Map(
    events.flatMap(({ summary = '', recurringEventId: id }): [string, GroupMeeting][] => {
      const meeting = titled(titleStatus(summary).name);
      return meeting && id !== undefined ? [[id, meeting]] : [];
    }),
  );
  const names = new Set(events.map(({ summary = '' }) => squash(summary)));
  return {
    zone,
    joinHosts,
    isName: (name) => names.has(squash(name)),
    describe: descriptionReader(),
    published: (title, seriesId = '') => titled(title) ?? series.get(seriesId),
  };
}

/** Pages may overlap when the calendar changes between requests: the later one counts. */
function latest(events: readonly CalendarEvent[]): CalendarEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

function idOf(item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id.slice(0, 200) : '(no id)';
}
