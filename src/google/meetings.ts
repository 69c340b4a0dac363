import { documentLinkIn, joinLinkIn } from '../calendar/links.ts';
import { type Meeting, titleSaysCancelled, withoutReplaced } from '../calendar/meeting.ts';
import type { RegularMeeting } from '../group/schema.ts';
import { cleanLine } from '../text/plain.ts';
import { squash } from '../text/similarity.ts';
import { restoreCancelled, type Surroundings } from './cancelled.ts';
import { descriptionText } from './description.ts';
import { type CalendarEvent, eventSchema, instant } from './event.ts';

/** An event that is none the bot can use, with the reason for the log. */
export interface Malformed {
  readonly id: string;
  readonly reason: string;
}

export interface ReadEvents {
  readonly meetings: readonly Meeting[];
  readonly malformed: readonly Malformed[];
}

/** Reads event resources. `items` are untrusted; what can't be read is set aside, not thrown. */
export function meetingsFromEvents(items: readonly unknown[], around: Surroundings): ReadEvents {
  const malformed: Malformed[] = [];
  const events = items.flatMap((item) => {
    const parsed = eventSchema.safeParse(item);
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    malformed.push({
      id: idOf(item),
      reason: `${issue?.path.join('.') || 'the event'}: ${issue?.message}`,
    });
    return [];
  });
  const regularSeries = seriesTitledAs(around.regular, events);
  const meetings = events.flatMap((event) => {
    const filled = event.status === 'cancelled' ? restoreCancelled(event, events, around) : event;
    if (filled === undefined) return [];
    const meeting = toMeeting(filled, around, regularSeries);
    if (typeof meeting !== 'string') return [meeting];
    malformed.push({ id: event.id, reason: meeting });
    return [];
  });
  return { meetings: withoutReplaced(unique(meetings)), malformed };
}

/** A meeting, or why the event is none. */
function toMeeting(
  event: CalendarEvent,
  { regular, zone }: Surroundings,
  regularSeries: ReadonlySet<string>,
): Meeting | string {
  const title = cleanLine(event.summary ?? '') || 'Untitled meeting';
  const isRegular = titledAs(regular, title) || regularSeries.has(event.recurringEventId ?? '');
  const description = descriptionText(event.description ?? '');
  const joinLink =
    joinLinkIn(joinPlaces(event, description)) ?? (isRegular ? regular.join : undefined);
  const attached = event.attachments?.map(({ fileUrl }) => fileUrl ?? '') ?? [];
  const facts = {
    id: event.id,
    ...(event.recurringEventId !== undefined && { seriesId: event.recurringEventId }),
    title,
    status: titleSaysCancelled(title) ? ('cancelled' as const) : event.status,
    regular: isRegular,
    ...(joinLink !== undefined && { joinLink }),
    description,
  };
  const document = documentLinkIn([description, ...attached]);
  if (event.start?.date !== undefined) {
    const endDate = event.end?.date ?? '';
    if (endDate <= event.start.date) return 'end.date: must be after start.date';
    const agenda = document === undefined ? {} : { agendaLink: document };
    return { ...facts, ...agenda, allDay: true, startDate: event.start.date, endDate };
  }
  const start = instant(event.start, zone);
  const end = instant(event.end, event.start?.timeZone ?? zone);
  if (!start) return 'start: must be a date, or a time in a known zone';
  if (!end || end < start) return 'end: must be a time not before the start';
  return { ...facts, agendaLink: document ?? regular.agenda, allDay: false, start, end };
}

function joinPlaces(event: CalendarEvent, description: string): string[] {
  const conference = event.conferenceData?.entryPoints ?? [];
  const video = conference.filter((entry) => entry.entryPointType === 'video');
  return [
    ...video.map(({ uri }) => uri ?? ''),
    event.hangoutLink ?? '',
    event.location ?? '',
    description,
  ];
}

function seriesTitledAs(regular: RegularMeeting, events: readonly CalendarEvent[]): Set<string> {
  return new Set(
    events
      .filter((event) => titledAs(regular, event.summary ?? ''))
      .flatMap((event) => event.recurringEventId ?? []),
  );
}

function titledAs(regular: RegularMeeting, title: string): boolean {
  return [regular.title, ...regular.aliases].some((name) => squash(name) === squash(title));
}

/** Pages may overlap when the calendar changes between them: the later reading counts. */
function unique(meetings: readonly Meeting[]): Meeting[] {
  return [...new Map(meetings.map((meeting) => [meeting.id, meeting])).values()];
}

function idOf(item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id.slice(0, 200) : '(no id)';
}
