import { DateTime, IANAZone } from 'luxon';
import type { EventMoment } from './event.ts';

// What Outlook and old clients write instead of a zone's name: GMT-08:00, UTC+2.
const FIXED_OFFSET = /^(?:GMT|UTC)\s*(?<sign>[+-])(?<hours>0?\d|1[0-4])(?::?(?<minutes>\d{2}))?$/iu;

const WITH_OFFSET = /T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

/**
 * The instant of a moment that has a time, in its own zone, or else in `calendarZone`. An offset in
 * `dateTime` fixes the instant whatever the zone is called.
 */
export function instant(
  moment: EventMoment | undefined,
  calendarZone: string,
): DateTime<true> | undefined {
  if (moment?.dateTime === undefined) return undefined;
  const zone = knownZone(moment.timeZone) ?? calendarZone;
  // Reading a text in a zone takes four times as long as showing an instant there, and a calendar has thousands.
  const at = WITH_OFFSET.test(moment.dateTime)
    ? DateTime.fromMillis(Date.parse(moment.dateTime), { zone })
    : DateTime.fromISO(moment.dateTime, { zone });
  return at.isValid ? at : undefined;
}

/** The zone that a name stands for; undefined for an unknown name, such as `Customized Time Zone`. */
export function knownZone(name: string | undefined): string | undefined {
  if (!name) return undefined;
  // Luxon remembers the zones that it creates; `isValidZone` loads them anew, which takes most of a reading.
  if (IANAZone.create(name).isValid) return name;
  const offset = FIXED_OFFSET.exec(name)?.groups;
  if (!offset) return undefined;
  return `UTC${offset.sign}${Number(offset.hours)}:${offset.minutes ?? '00'}`;
}
