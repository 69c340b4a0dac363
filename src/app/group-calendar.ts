import type { Logger } from 'pino';
import type { CalendarSource } from '../calendar/ports.ts';
import { communityCalendar } from '../community/community-calendar.ts';
import { usesCommunityCalendar } from '../community/community-group.ts';
import { calendarSource, type GoogleSettings } from '../google/calendar-source.ts';
import type { Group } from '../group/schema.ts';

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

/** The community's calendar, read once for all of these groups. */
export function communityCalendars(
  settings: GoogleSettings,
  calendarId: string | undefined,
  groups: readonly Group[],
  logger: Logger,
): CommunityPart {
  if (calendarId === undefined) return () => undefined;
  const nothing = {
    meetings: [],
    joinHosts: groups.flatMap(({ joinHosts }) => joinHosts),
    zone: 'UTC',
  };
  const sourceOf = communityCalendar(calendarSource(settings, calendarId, nothing, logger), groups);
  return (group) =>
    usesCommunityCalendar(group)
      ? { id: calendarId, source: sourceOf(group), isOptional: true }
      : undefined;
}

function calendarIds({ calendar, meetings }: Group): string[] {
  const ids = [calendar?.id, ...meetings.map((meeting) => meeting.calendar)];
  return [...new Set(ids.filter((id) => id !== undefined))];
}
