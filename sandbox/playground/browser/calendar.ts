import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { changed, movedWithFollowing, shifted } from '../../google/edit.ts';
import { instantOf, readEvent, type StoredEvent } from '../../google/event.ts';
import { listEvents } from '../../google/list.ts';
import type { CalendarChange } from './act.ts';
import type { CalendarEntry } from './state.ts';

const BEFORE = { days: 1 };
const AFTER = { days: 70 };

const shown = z.looseObject({
  summary: z.string().catch(''),
  location: z.string().optional().catch(undefined),
});

/** The entries around `now`, in order. */
export function entriesOf(
  resources: readonly unknown[],
  now: DateTime<true>,
  zone: string,
): CalendarEntry[] {
  return occurrences(resources, now, zone).flatMap((event) => {
    const start = instantOf(event.start ?? event.originalStartTime, zone);
    if (!start || event.id === undefined) return [];
    const { summary, location } = shown.parse(event);
    return [
      {
        id: event.id,
        title: summary || seriesTitle(resources, event) || '(no title)',
        start: start.toMillis(),
        end: instantOf(event.end, zone)?.toMillis(),
        allDay: event.start?.date !== undefined,
        cancelled: event.status === 'cancelled',
        recurring: event.recurringEventId !== undefined,
        link: location,
      },
    ];
  });
}

/** A cancelled occurrence has only its ID; its series has the title. */
function seriesTitle(resources: readonly unknown[], { recurringEventId }: StoredEvent): string {
  const series = resources.map(readEvent).find(({ id }) => id === recurringEventId);
  return series ? shown.parse(series).summary : '';
}

/** The calendar after a change. Fails with an Error whose message says why. */
export function changedCalendar(
  resources: readonly unknown[],
  change: CalendarChange,
  now: DateTime<true>,
  zone: string,
): unknown[] {
  if (change.kind === 'add') {
    const added = newEvent(change, zone);
    return inSight([...resources, added], added.id, now, zone);
  }
  const event = occurrences(resources, now, zone).find(({ id }) => id === change.id);
  if (!event) throw new Error('This event is no longer in the calendar.');
  switch (change.kind) {
    case 'move': {
      const moved = changed(resources, event, shifted(event, change.minutes, zone));
      return inSight(moved, change.id, now, zone);
    }
    case 'rename':
      return changed(resources, event, { summary: change.title });
    case 'new link':
      return changed(resources, event, { location: change.link });
    case 'cancel':
      return changed(resources, event, { status: 'cancelled' });
    case 'move this and following':
      return movedWithFollowing(resources, event, change.minutes, zone);
    case 'delete':
      return deleted(resources, event);
  }
}

/** The calendar, if the list still shows this event: nothing vanishes without explanation. */
function inSight(
  resources: unknown[],
  eventId: string,
  now: DateTime<true>,
  zone: string,
): unknown[] {
  if (occurrences(resources, now, zone).some(({ id }) => id === eventId)) return resources;
  throw new Error(
    `This calendar runs from ${BEFORE.days} day before the clock to ${AFTER.days} days after it.`,
  );
}

/** Google keeps deleted events as cancelled; deleting an occurrence here deletes its whole series. */
function deleted(resources: readonly unknown[], event: StoredEvent): unknown[] {
  const id = event.recurringEventId ?? event.id;
  return resources.map((resource) =>
    readEvent(resource).id === id ? { ...readEvent(resource), status: 'cancelled' } : resource,
  );
}

function newEvent(
  { title, start, minutes }: Extract<CalendarChange, { kind: 'add' }>,
  zone: string,
) {
  const begin = DateTime.fromMillis(start, { zone });
  const moment = (at: DateTime) => ({
    dateTime: at.toISO({ suppressMilliseconds: true }),
    timeZone: zone,
  });
  return {
    id: `added${randomUUID().slice(0, 8)}`,
    status: 'confirmed',
    summary: title,
    start: moment(begin),
    end: moment(begin.plus({ minutes })),
  };
}

function occurrences(
  resources: readonly unknown[],
  now: DateTime<true>,
  zone: string,
): StoredEvent[] {
  const result = listEvents(
    resources,
    {
      singleEvents: true,
      showDeleted: true,
      orderBy: 'startTime',
      timeMin: now.minus(BEFORE),
      timeMax: now.plus(AFTER),
      maxResults: 250,
    },
    zone,
  );
  return result.ok ? result.items.map(readEvent) : [];
}
