import ICAL from 'ical.js';
import { type FeedMoment, momentAt, type WallTime, wallTime, wallTimes } from './feed-moment.ts';
import { eventIdOf } from './ids.ts';
import type { FeedZones } from './zones.ts';

/** A `VEVENT`: a single event, a series, or an exception to one occurrence of a series. */
export interface FeedEvent {
  readonly uid: string;
  /** The ID that Google's API uses for the event or the series. */
  readonly eventId: string;
  readonly start: WallTime;
  readonly startMoment: FeedMoment;
  /** From start to end in ms; for dates, whole days. Undefined if the event has no end. */
  readonly lengthMs: number | undefined;
  readonly rules: readonly ICAL.Recur[];
  readonly extraDates: readonly WallTime[];
  readonly exceptedDates: readonly WallTime[];
  /** The occurrence that an exception replaces. */
  readonly replaces: FeedMoment | undefined;
  /** Whether an exception also applies to all later occurrences (`RANGE=THISANDFUTURE`). */
  readonly andFuture: boolean;
  readonly sequence: number;
  readonly component: ICAL.Component;
}

/** Parses one `VEVENT`. Fails with the reason, for the log. */
export function parseEvent(text: string, zones: FeedZones): FeedEvent {
  const component = new ICAL.Component(ICAL.parse(text));
  const uid = textOf(component, 'uid');
  if (!uid) throw new Error('UID: is missing');
  const start = wallTime(component, 'dtstart', zones);
  if (!start) throw new Error('DTSTART: is missing');
  const recurrenceId = wallTime(component, 'recurrence-id', zones);
  const startMoment = momentAt(start, zones);
  return {
    uid,
    eventId: eventIdOf(uid),
    start,
    startMoment,
    lengthMs: lengthOf(component, startMoment, zones),
    rules: component.getAllProperties('rrule').map(ruleOf),
    extraDates: datesOf(component, 'rdate', zones),
    exceptedDates: datesOf(component, 'exdate', zones),
    replaces: recurrenceId && momentAt(recurrenceId, zones),
    andFuture:
      component.getFirstProperty('recurrence-id')?.getFirstParameter('range') === 'THISANDFUTURE',
    sequence: Number(textOf(component, 'sequence')) || 0,
    component,
  };
}

/** A property's text; undefined without the property. */
export function textOf(component: ICAL.Component, name: string): string | undefined {
  const value: unknown = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? undefined : String(value);
}

function lengthOf(component: ICAL.Component, start: FeedMoment, zones: FeedZones) {
  const end = wallTime(component, 'dtend', zones);
  if (end) return momentAt(end, zones).ms - start.ms;
  const duration: unknown = component.getFirstPropertyValue('duration');
  return duration instanceof ICAL.Duration ? duration.toSeconds() * 1000 : undefined;
}

function datesOf(component: ICAL.Component, name: string, zones: FeedZones): WallTime[] {
  return component.getAllProperties(name).flatMap((property) => wallTimes(property, zones));
}

function ruleOf(property: ICAL.Property): ICAL.Recur {
  const rule: unknown = property.getFirstValue();
  if (!(rule instanceof ICAL.Recur)) throw new Error('RRULE: is not a rule');
  return rule;
}
