import type { Group } from '../group/schema.ts';
import { LIMITS } from '../messages/blocks.ts';
import { ellipsize } from '../text/plain.ts';
import { endOfPlan, type MeetingPlan, weeksBetween } from './plan.ts';

// Percent-encoded, a character may become twelve times as long.
const SHORT_TITLE = 60;

/**
 * The address that opens Google Calendar with a new event, filled in: whoever presses it only has to save
 * the event. What is long and can be added by hand is left out where a button's URL could not hold all of it.
 * https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs/blob/main/services/google.md
 */
export function calendarLink(plan: MeetingPlan, group: Group): string {
  const whole = templateUrl(plan, group);
  if (whole.length <= LIMITS.url) return whole;
  const withoutNotes = templateUrl({ ...plan, notes: undefined }, group);
  if (withoutNotes.length <= LIMITS.url) return withoutNotes;
  return templateUrl(
    { ...plan, notes: undefined, title: ellipsize(plan.title, SHORT_TITLE) },
    group,
  );
}

function templateUrl(plan: MeetingPlan, { scheduling, calendar }: Group): string {
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
