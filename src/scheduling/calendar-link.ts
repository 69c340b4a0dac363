import type { Group } from '../group/schema.ts';
import { endOfPlan, type MeetingPlan, weeksBetween } from './plan.ts';

/**
 * The address that opens Google Calendar with a new event, filled in: whoever presses it only has to save
 * the event. https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs/blob/main/services/google.md
 */
export function calendarLink(plan: MeetingPlan, { scheduling, calendar }: Group): string {
  const { title, start, repeats, notes } = plan;
  const weeks = weeksBetween(repeats);
  const query: Record<string, string | undefined> = {
    action: 'TEMPLATE',
    text: title,
    dates: `${stamp(start)}/${stamp(endOfPlan(plan))}`,
    ctz: start.zoneName,
    location: scheduling?.join,
    details: notes === undefined ? undefined : `Agenda and notes: ${notes}`,
    add: scheduling?.invite.join(','),
    src: calendar?.id,
    recur: weeks === undefined ? undefined : `RRULE:FREQ=WEEKLY;INTERVAL=${weeks}`,
  };
  const url = new URL('https://calendar.google.com/calendar/render');
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') url.searchParams.set(name, value);
  }
  return url.href;
}

/** In UTC, so that a time that clocks show twice stays the one that was chosen. */
function stamp(at: MeetingPlan['start']): string {
  return at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
}
