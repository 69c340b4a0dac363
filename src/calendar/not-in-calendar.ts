import { meetingFinder } from '../group/published-meetings.ts';
import type { GroupMeeting } from '../group/schema.ts';
import type { Meeting } from './meeting.ts';

/**
 * The published meetings of which a calendar knows nothing, neither past nor cancelled: of these the rule
 * alone can tell. What a calendar knows and has none of ahead does not take place.
 */
export function notInCalendar(
  published: readonly GroupMeeting[],
  meetings: readonly Meeting[],
): GroupMeeting[] {
  const find = meetingFinder(published);
  const known = new Set(meetings.map(({ title }) => find(title)));
  return published.filter((meeting) => !known.has(meeting));
}
