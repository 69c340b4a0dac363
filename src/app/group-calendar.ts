import type { Logger } from 'pino';
import type { CalendarSource } from '../calendar/ports.ts';
import { type SharedReading, sharedReading } from '../calendar/shared-reading.ts';
import { communityCalendar } from '../community/community-calendar.ts';
import { usesCommunityCalendar } from '../community/community-group.ts';
import { calendarSource, type GoogleSettings } from '../google/calendar-source.ts';
import type { PlacedGroup } from '../group/placement.ts';
import { calendarIds } from '../group/published-meetings.ts';
import type { Group } from '../group/schema.ts';
import {
  communityCopies,
  NO_COMMUNITY_CALENDAR,
  type ReadCommunityCalendar,
} from '../preflight/community-calendar.ts';
import { oncePerText } from '../text/once-per-text.ts';

/** A calendar of a group, and where it is read from. */
export interface GroupCalendar {
  readonly id: string;
  readonly source: CalendarSource;
  /** Whether it counts only once it has a meeting of the group. */
  readonly isOptional?: boolean;
}

/** The part of the community's calendar that is a group's; undefined for a group that has its own. */
export type CommunityPart = (group: Group) => GroupCalendar | undefined;

/**
 * The calendars of a group: its own, those that some of its meetings have, and for the others the community's;
 * none if it is in no calendar.
 */
export function groupCalendars(
  settings: GoogleSettings,
  group: Group,
  logger: Logger,
  communityPart: CommunityPart = () => undefined,
): GroupCalendar[] {
  const own = calendarIds(group).map((id) => ({
    id,
    source: calendarSource(settings, id, group, logger),
  }));
  return [...own, ...[communityPart(group)].filter((part) => part !== undefined)];
}

/** The calendars that are no group's own, by their IDs. Each is read once for all who ask. */
export type SharedCalendars = (calendarId: string) => SharedReading;

export function sharedCalendars(
  settings: GoogleSettings,
  groups: readonly Group[],
  logger: Logger,
): SharedCalendars {
  const facts = {
    meetings: [],
    joinHosts: groups.flatMap(({ joinHosts }) => joinHosts),
    zone: 'UTC',
  };
  return oncePerText((id) => sharedReading(calendarSource(settings, id, facts, logger)));
}

/** For each of these groups, its part of the community's calendar. */
export function communityCalendars(
  shared: SharedCalendars,
  calendarId: string | undefined,
  groups: readonly Group[],
): CommunityPart {
  if (calendarId === undefined) return () => undefined;
  const sourceOf = communityCalendar(shared(calendarId), groups);
  return (group) =>
    usesCommunityCalendar(group)
      ? { id: calendarId, source: sourceOf(group), isOptional: true }
      : undefined;
}

/** What organizers are told of the community's calendar, if the group names it and there is a channel to tell. */
export function communityAsTold(
  shared: SharedCalendars,
  { group, places }: PlacedGroup,
  logger: Logger,
): ReadCommunityCalendar {
  const id = group.scheduling?.communityCalendar;
  const isTold = id !== undefined && places.organizers !== undefined;
  return isTold ? communityCopies(shared(id), logger) : NO_COMMUNITY_CALENDAR;
}
