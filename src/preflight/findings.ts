import type { DateTime } from 'luxon';
import { sameRoom } from '../calendar/links/same-room.ts';
import { type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { timelineOf } from '../calendar/timeline.ts';
import type { Group } from '../group/schema.ts';
import type { CommunityCalendar, NotesAccess } from './ports.ts';

/** Something that a coming meeting lacks. */
export type PreflightFinding =
  | { readonly kind: 'no join link' }
  /** Its link leads to no room of the group. */
  | { readonly kind: 'another room' }
  | { readonly kind: 'room taken'; readonly by: TimedMeeting }
  | { readonly kind: 'no notes' }
  | { readonly kind: 'notes need a sign-in' }
  | { readonly kind: 'not in the community calendar' }
  /** Nothing to talk about, a day before. */
  | { readonly kind: 'no topics' }
  | { readonly kind: 'no host' };

// Earlier, an empty agenda is no news.
const TOPICS_BY = { days: 1 };

export interface PreflightFacts {
  readonly now: DateTime<true>;
  readonly group: Group;
  readonly meetings: readonly Meeting[];
  readonly notes: NotesAccess;
  readonly community: CommunityCalendar;
}

/** What is missing for a meeting, most important first; what nobody can know is not found missing. */
export function preflight(meeting: TimedMeeting, facts: PreflightFacts): PreflightFinding[] {
  return [
    ...roomFindings(meeting, facts),
    ...notesFindings(meeting, facts),
    ...(facts.community.has(meeting) === false
      ? [{ kind: 'not in the community calendar' } as const]
      : []),
    ...topicsFindings(meeting, facts),
    ...(meeting.host === undefined ? [{ kind: 'no host' } as const] : []),
  ];
}

function roomFindings(
  meeting: TimedMeeting,
  { group, meetings }: PreflightFacts,
): PreflightFinding[] {
  const { joinLink } = meeting;
  if (joinLink === undefined) return [{ kind: 'no join link' }];
  const rooms = [group.scheduling?.join, ...group.meetings.map(({ join }) => join)].filter(
    (room) => room !== undefined,
  );
  // A group that publishes no room can't be told that this is another.
  const isOurs = rooms.length === 0 || rooms.some((room) => sameRoom(room, joinLink));
  const by = timelineOf(meetings)
    .on(meeting.start.toMillis(), meeting.end.toMillis())
    .find(
      (other) => other.id !== meeting.id && stands(other) && sameRoom(other.joinLink, joinLink),
    );
  return [
    ...(isOurs ? [] : [{ kind: 'another room' } as const]),
    ...(by ? [{ kind: 'room taken', by } as const] : []),
  ];
}

function topicsFindings(meeting: TimedMeeting, { now, notes }: PreflightFacts): PreflightFinding[] {
  const isNear = meeting.start.minus(TOPICS_BY) <= now;
  return isNear && notes.hasNoTopics(meeting) ? [{ kind: 'no topics' }] : [];
}

function notesFindings(
  { agendaLink }: TimedMeeting,
  { notes }: PreflightFacts,
): PreflightFinding[] {
  if (agendaLink === undefined) return [{ kind: 'no notes' }];
  return notes.of(agendaLink) === 'sign-in needed' ? [{ kind: 'notes need a sign-in' }] : [];
}
