import { sameRoom } from '../calendar/links/same-room.ts';
import { isTimed, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { squash } from '../text/similarity.ts';
import type { ScheduledMeeting } from './ports.ts';

// Whoever saves the event may move it a little first.
const MOVED_WITHIN_DAYS = 7;

/**
 * The events in which plans have become real, by the plans' IDs. An event at the planned time needs one thing
 * in common with the plan, its title, its notes or its room; one at another time needs the title. An event
 * belongs to one plan.
 */
export function findEvents(
  plans: readonly ScheduledMeeting[],
  meetings: readonly Meeting[],
  room: string | undefined,
): ReadonlyMap<string, TimedMeeting> {
  const taken = new Set(plans.flatMap(({ meetingId }) => meetingId ?? []));
  const events = meetings.filter(isTimed).filter((event) => stands(event) && !event.regular);
  const pairs = plans
    .filter(({ meetingId }) => meetingId === undefined)
    .flatMap((scheduled) =>
      events.flatMap((event) => {
        const likeness = likenessOf(scheduled, event, room);
        return likeness > 0 ? [{ id: scheduled.id, event, likeness }] : [];
      }),
    )
    .sort((a, b) => b.likeness - a.likeness);
  const found = new Map<string, TimedMeeting>();
  for (const { id, event } of pairs) {
    if (found.has(id) || taken.has(event.id)) continue;
    found.set(id, event);
    taken.add(event.id);
  }
  return found;
}

function likenessOf(
  { plan }: ScheduledMeeting,
  event: TimedMeeting,
  room: string | undefined,
): number {
  const sameTitle = squash(event.title) === squash(plan.title);
  const away = Math.abs(event.start.diff(plan.start, 'days').days);
  if (away > 0) return sameTitle && away <= MOVED_WITHIN_DAYS ? 1 - away / 10 : 0;
  const sameNotes = plan.notes !== undefined && event.agendaLink === plan.notes;
  return (sameTitle ? 4 : 0) + (sameNotes ? 2 : 0) + (sameRoom(event.joinLink, room) ? 1 : 0);
}
