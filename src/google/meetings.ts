import { type Meeting, withoutReplaced } from '../calendar/meeting.ts';
import { titleStatus } from '../calendar/title-status.ts';
import { type Entry, onePerMeeting } from '../calendar/twins.ts';
import { atOnce, eachInTurn, type Steps } from '../concurrency/steps.ts';
import { meetingFinder } from '../group/published-meetings.ts';
import type { GroupMeeting } from '../group/schema.ts';
import { oncePerText } from '../text/once-per-text.ts';
import { cleanLine } from '../text/plain.ts';
import { squash } from '../text/similarity.ts';
import { cancelledRestorer, type Published, type Surroundings } from './cancelled.ts';
import { descriptionReader } from './description.ts';
import { type CalendarEvent, eventSchema } from './event.ts';
import { knownZone } from './instant.ts';
import { isMeeting } from './is-meeting.ts';
import { linkChooser } from './link-chooser.ts';
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
  return atOnce(readEvents(items, given));
}

/** The same in steps, for a thread in which others wait. */
export function* readEvents(items: readonly unknown[], given: Surroundings): Steps<ReadEvents> {
  const { published, known: before } = given;
  const { events, unread } = yield* parsed(items);
  const zone = knownZone(given.zone) ?? published.zone;
  const reading = yield* readingOf(events, published, zone);
  yield;
  const restore = cancelledRestorer(events, before);
  const found = yield* eachInTurn(latest(events), (event) => find(event, restore, reading));
  const findings = found.filter((finding) => finding !== undefined);
  const known = new Set(before.map(({ id }) => id));
  const entries = findings.filter((finding) => finding.kind === 'entry');
  yield;
  const meetings = yield* onePerMeeting(entries, known);
  yield;
  return {
    meetings: withoutReplaced(meetings),
    malformed: [...unread, ...findings.filter((finding) => finding.kind === 'malformed')],
    withheld: findings.flatMap((one) => (one.kind === 'withheld' ? [one.id] : [])),
  };
}

/** The events, and those that can't be parsed, with the reason for the log. */
function* parsed(items: readonly unknown[]) {
  const events: CalendarEvent[] = [];
  const unread: Malformed[] = [];
  for (const item of items) {
    const { data, error } = eventSchema.safeParse(item);
    if (data) events.push(data);
    const issue = error?.issues[0];
    if (issue) {
      const field = issue.path.join('.') || 'the event';
      unread.push({ id: idOf(item), reason: `${field}: ${issue.message}` });
    }
    yield;
  }
  return { events, unread };
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

function* readingOf(
  events: readonly CalendarEvent[],
  { meetings, joinHosts }: Published,
  zone: string,
): Steps<Reading> {
  const titled = oncePerText(meetingFinder(meetings));
  const summarized = oncePerText((summary) => titled(titleStatus(summary).name));
  const series = new Map<string, GroupMeeting>();
  const names = new Set<string>();
  for (const { summary = '', recurringEventId } of events) {
    names.add(summary);
    const meeting = recurringEventId === undefined ? undefined : summarized(summary);
    if (meeting && recurringEventId !== undefined) series.set(recurringEventId, meeting);
    yield;
  }
  const squashed = new Set(yield* eachInTurn(names, squash));
  const isName = oncePerText((name) => squashed.has(squash(name)));
  return {
    zone,
    titled: oncePerText((summary) => titleStatus(cleanLine(summary), isName)),
    describe: descriptionReader(),
    choose: linkChooser(joinHosts),
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
