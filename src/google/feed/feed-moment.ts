import ICAL from 'ical.js';
import type { EventMoment } from '../event.ts';
import { asUtc, type FeedZone, type FeedZones, UTC } from './zones.ts';

/** A date or a time in a feed. */
export interface FeedMoment {
  /** Names an occurrence as Google's IDs do: `20261202T170000Z`, or `20261202` for a date. */
  readonly stamp: string;
  /** In ms since the epoch. A date starts at midnight in the calendar's zone. */
  readonly ms: number;
  readonly value: EventMoment;
}

/** What a property says about a moment: its clock time and the zone of that clock. */
export interface WallTime {
  readonly wall: ICAL.Time;
  readonly zone: FeedZone;
}

/** The first moment in a property, or undefined without the property. Fails if it has no valid one. */
export function wallTime(
  component: ICAL.Component,
  name: string,
  zones: FeedZones,
): WallTime | undefined {
  const property = component.getFirstProperty(name);
  return property ? wallTimes(property, zones)[0] : undefined;
}

/** All moments in a property such as `EXDATE`; of a period, its start. */
export function wallTimes(property: ICAL.Property, zones: FeedZones): WallTime[] {
  const tzid = property.getFirstParameter('tzid');
  return property.getValues().map((value: unknown) => {
    const wall = value instanceof ICAL.Period ? value.start : value;
    if (!(wall instanceof ICAL.Time) || Number.isNaN(asUtc(wall))) {
      throw new Error(`${property.name.toUpperCase()}: must be a date or a time`);
    }
    return { wall, zone: zoneOf(wall, tzid, zones) };
  });
}

function zoneOf(wall: ICAL.Time, tzid: string | undefined, zones: FeedZones): FeedZone {
  if (wall.isDate) return zones.calendar;
  return isUtc(wall) ? UTC : zones.named(tzid);
}

export function isUtc(wall: ICAL.Time): boolean {
  return wall.zone === ICAL.Timezone.utcTimezone;
}

/** The moment that a clock in the zone shows. */
export function momentAt({ wall, zone }: WallTime, { calendar }: FeedZones): FeedMoment {
  const ms = zone.toMillis(wall);
  if (wall.isDate) return { stamp: compactDate(wall), ms, value: { date: wall.toString() } };
  return timeAt(ms, zone === UTC ? calendar.name : zone.name);
}

/** A time, to be shown in the zone if that has a name. */
export function timeAt(ms: number, timeZone: string | undefined): FeedMoment {
  const iso = new Date(ms).toISOString();
  const stamp = iso.replace(/[-:]|\.\d+/gu, '');
  return { stamp, ms, value: { dateTime: iso, date: undefined, timeZone } };
}

/** A date as in `20261202`. */
export function compactDate(wall: ICAL.Time): string {
  return wall.toString().slice(0, 10).replaceAll('-', '');
}
