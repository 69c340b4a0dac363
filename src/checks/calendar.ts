import type { DateTime } from 'luxon';
import { type Meeting, startOf } from '../calendar/meeting.ts';
import { nextMeetings } from '../calendar/meeting-list.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { UpstreamError } from '../errors.ts';
import type { Finding } from '../findings.ts';
import { meetingFinder } from '../group/published-meetings.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
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
  { zone, meetings: published }: Group,
  now: DateTime<true>,
): Finding[] {
  const read = `read through ${source}`;
  const [next] = nextMeetings(meetings, 1, now, zone).shown;
  if (!next) {
    const wayOut = 'Check calendar.id in the group file, unless that is so.';
    return [{ kind: 'warning', about, says: `${read}; no meeting is ahead`, wayOut }];
  }
  const when = inZone(startOf(next, zone), zone);
  const says = `${read}: ${meetings.length} meetings, the next one "${next.title}" on ${when}`;
  return [
    { kind: 'fine', about, says },
    ...published.map((meeting) => recognitionFinding(meeting, meetings)),
    ...(unreadable.size > 0 ? [unreadableFinding(unreadable.size)] : []),
  ];
}

/** Without a calendar there is nothing to read, which is no mistake: most groups publish none. */
export function noCalendarFinding({ name }: Pick<Group, 'name'>): Finding {
  const says = `${name} publishes none; answers give the published rules, and no reminder is posted`;
  return { kind: 'fine', about, says };
}

function recognitionFinding(published: GroupMeeting, read: readonly Meeting[]): Finding {
  const { title, aliases } = published;
  const isTitle = meetingFinder([published]);
  const meeting = 'Regular meeting';
  if (read.some((one) => one.regular && isTitle(one.title) !== undefined)) {
    return { kind: 'fine', about: meeting, says: `"${title}" is recognized` };
  }
  const others = aliases.length > 0 ? ` (or ${aliases.join(', ')})` : '';
  return {
    kind: 'warning',
    about: meeting,
    says: `no meeting in the calendar is called "${title}"${others}`,
    wayOut:
      'Add the title that it has in the calendar to the aliases of the meeting in the group file.',
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
