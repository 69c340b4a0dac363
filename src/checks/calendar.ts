import type { DateTime } from 'luxon';
import { startOf } from '../calendar/meeting.ts';
import { nextMeetings } from '../calendar/meeting-list.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { UpstreamError } from '../errors.ts';
import type { Finding } from '../findings.ts';
import type { RegularMeeting } from '../group/schema.ts';
import { inZone } from '../messages/time.ts';

const about = 'Calendar';

/** Why a calendar could not be read. */
export function unreadCalendarFinding(error: unknown): Finding {
  const says = error instanceof Error ? error.message : String(error);
  const advice = error instanceof UpstreamError ? error.advice : undefined;
  const wayOut = advice ?? 'Check the network of this machine and its proxy, and try again.';
  return { kind: 'failing', about, says, wayOut };
}

/** What a reading of the calendar holds. `source` says where it came from. */
export function calendarFindings(
  { meetings, unreadable }: CalendarSnapshot,
  source: string,
  regular: RegularMeeting,
  now: DateTime<true>,
): Finding[] {
  const read = `read through ${source}`;
  const [next] = nextMeetings(meetings, 1, now, regular.zone).shown;
  if (!next) {
    const wayOut = 'Check calendar.id in the group file, unless that is so.';
    return [{ kind: 'warning', about, says: `${read}; no meeting is ahead`, wayOut }];
  }
  const when = inZone(startOf(next, regular.zone), regular.zone);
  const says = `${read}: ${meetings.length} meetings, the next one "${next.title}" on ${when}`;
  return [
    { kind: 'fine', about, says },
    regularFinding(meetings.filter((meeting) => meeting.regular).length, regular),
    ...(unreadable.size > 0 ? [unreadableFinding(unreadable.size)] : []),
  ];
}

function regularFinding(count: number, { title, aliases }: RegularMeeting): Finding {
  const meeting = 'Regular meeting';
  if (count > 0) return { kind: 'fine', about: meeting, says: `"${title}" is recognized` };
  const others = aliases.length > 0 ? ` (or ${aliases.join(', ')})` : '';
  return {
    kind: 'warning',
    about: meeting,
    says: `no meeting in the calendar is called "${title}"${others}`,
    wayOut:
      'Add the title that it has in the calendar to regular_meeting.aliases in the group file.',
  };
}

function unreadableFinding(count: number): Finding {
  return {
    kind: 'warning',
    about,
    says: `${count} of its entries can't be read: malformed, or private`,
    wayOut: 'The log of a start names them: "calendar event skipped".',
  };
}
