import type { CalendarEvent } from './event.ts';

/**
 * Whether an entry is a meeting of the group. Out of office, focus time and birthdays have an
 * `eventType`; private events must not be shown in the channel; and a free-busy entry says nothing
 * except that somebody is busy.
 * https://developers.google.com/workspace/calendar/api/guides/event-types
 */
export function isMeeting(event: CalendarEvent): boolean {
  const isPrivate = event.visibility === 'private' || event.visibility === 'confidential';
  return (event.eventType ?? 'default') === 'default' && !isPrivate && !isFreeBusy(event);
}

function isFreeBusy(event: CalendarEvent): boolean {
  if (event.status === 'cancelled') return false;
  const { summary = '', description, location, hangoutLink, conferenceData, attachments } = event;
  const isNameless = /^\s*(?:busy)?\s*$/iu.test(summary);
  const told = [description, location, hangoutLink].some((text) => text?.trim());
  return isNameless && !told && conferenceData === undefined && attachments.length === 0;
}
