import type { DateTime } from 'luxon';
import { instantOf, type Moment, zoneOf } from '../event.ts';
import { utcStamp } from '../recurrence.ts';

/** A property whose value is text. */
export function textProperty(name: string, text: string): string {
  return `${name}:${escaped(text)}`;
}

/** A property whose value is a URI, which is not escaped. */
export function uriProperty(name: string, uri: string): string {
  return `${name}:${uri.replace(/\s/gu, '')}`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, '\\$&').replace(/\r\n|\r|\n/gu, '\\n');
}

/** A parameter's value; quoted if it would end the parameter, which is how RFC 5545 has it. */
export function parameter(text: string): string {
  const plain = text.replace(/["\p{Cc}]/gu, '');
  return /[:;,]/u.test(plain) ? `"${plain}"` : plain;
}

/**
 * A property whose value is a moment: a date, a UTC time, or a time with its zone. Google writes the
 * zone (`local`) only where something recurs, and UTC also there without one.
 */
export function momentProperty(
  name: string,
  moment: Moment | undefined,
  zone: string,
  local: boolean,
): string[] {
  const at = instantOf(moment, zone);
  if (!moment || !at) return [];
  if (moment.dateTime === undefined) return [dateProperty(name, at)];
  return [timeProperty(name, at.setZone(zoneOf(moment, zone)), local)];
}

/** `at` as a date in its own zone. */
export function dateProperty(name: string, at: DateTime): string {
  return `${name};VALUE=DATE:${at.toFormat('yyyyMMdd')}`;
}

export function timeProperty(name: string, at: DateTime, local: boolean): string {
  const zone = at.zoneName ?? 'UTC';
  if (!local || UTC.test(zone)) return `${name}:${utcStamp(at)}`;
  return `${name};TZID=${zone}:${at.toFormat("yyyyMMdd'T'HHmmss")}`;
}

const UTC = /^(UTC|Etc\/UTC|GMT|Etc\/GMT)$/u;
