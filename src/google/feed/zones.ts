import ICAL from 'ical.js';
import { DateTime, IANAZone } from 'luxon';
import { findIana } from 'windows-iana';
import { knownZone } from '../instant.ts';

/** A zone in a feed. */
export interface FeedZone {
  /** Its name in the IANA database, if it has one. */
  readonly name: string | undefined;
  /** The instant, in ms since the epoch, of a time on its clocks. */
  toMillis(wall: ICAL.Time): number;
}

/** Looks up zones by the names that a feed uses. An unknown one is the calendar's own. */
export interface FeedZones {
  readonly calendar: FeedZone;
  named(tzid: string | undefined): FeedZone;
}

export const UTC: FeedZone = { name: 'UTC', toMillis: asUtc };

/** `calendarZone` must be known to IANA. `definitions` are the feed's `VTIMEZONE` components. */
export function feedZones(calendarZone: string, definitions: readonly string[]): FeedZones {
  const calendar = ianaZone(calendarZone);
  const defined = new Map(definitions.map(definedZone).filter((one) => one !== undefined));
  const zones = new Map<string, FeedZone>();
  return {
    calendar,
    named(tzid) {
      if (tzid === undefined) return calendar;
      const zone = zones.get(tzid) ?? findZone(tzid) ?? defined.get(tzid) ?? calendar;
      zones.set(tzid, zone);
      return zone;
    },
  };
}

function findZone(tzid: string): FeedZone | undefined {
  // Some programs write a path around the name, as in /freeassociation.sourceforge.net/Europe/Paris.
  const path = /([A-Z][\w+-]*\/[\w+/-]+)$/u.exec(tzid)?.[1];
  const name = [tzid, path, findIana(tzid)[0]].find((one) => one && IANAZone.isValidZone(one));
  const zone = name ?? knownZone(tzid);
  return zone === undefined ? undefined : ianaZone(zone);
}

function ianaZone(name: string): FeedZone {
  return {
    name,
    toMillis({ year, month, day, hour, minute, second }) {
      return DateTime.fromObject(
        { year, month, day, hour, minute, second },
        { zone: name },
      ).toMillis();
    },
  };
}

function definedZone(text: string): [string, FeedZone] | undefined {
  try {
    const component = new ICAL.Component(ICAL.parse(text));
    const zone = new ICAL.Timezone(component);
    const toMillis = (wall: ICAL.Time) => asUtc(wall) - zone.utcOffset(wall) * 1000;
    toMillis(ICAL.Time.epochTime);
    return [zone.tzid, { name: undefined, toMillis }];
  } catch {
    // Its events are read in the calendar's own zone, as with a name that nobody knows.
    return undefined;
  }
}

/** The instant at which clocks in UTC show this time. */
export function asUtc({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
