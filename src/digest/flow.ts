import type { DateTime } from 'luxon';
import { isTimed, keyStamp, runsLong, stands } from '../calendar/meeting.ts';
import { upcoming } from '../calendar/schedule.ts';
import type { Group } from '../group/schema.ts';
import type { Flow, FlowInput } from '../organizers/flow.ts';
import { preflight } from '../preflight/findings.ts';
import type { CommunityCalendar, NotesAccess } from '../preflight/ports.ts';
import { type DigestMeeting, type DigestPart, digestMessage } from './digest-message.ts';

const WEEK = { days: 7 };
// After a pause, a digest is still worth posting for a while; until then, it follows what changes.
const KEEP = { hours: 3 };

export interface DigestTools {
  readonly group: Group;
  readonly channelId: string;
  readonly notes: NotesAccess;
  readonly community: CommunityCalendar;
  /** When the digest was last due, if that is less than `KEEP` ago. */
  dueAt(now: DateTime<true>): DateTime<true> | undefined;
  /** What other flows have to say for the week. */
  readonly parts: readonly ((input: FlowInput) => Promise<DigestPart>)[];
}

/** A message at the beginning of the week, with all that is ahead; nothing in a week without meetings. */
export function digestFlow(tools: DigestTools): Flow {
  const { group, channelId, dueAt, parts } = tools;
  return {
    name: 'digest',
    async wanted(input) {
      const due = dueAt(input.now);
      if (!due) return [];
      const meetings = meetingsOf(input, due, tools);
      const said = await Promise.all(parts.map((part) => part(input)));
      const message = digestMessage({ meetings, parts: said }, group);
      return [
        {
          key: `digest/${keyStamp(due)}`,
          destination: { kind: 'channel', channelId },
          message,
          ifAbsent: meetings.length > 0 ? 'post' : 'leave',
          keepUntil: due.plus(KEEP),
        },
      ];
    },
  };
}

function meetingsOf(
  { now, snapshot: { meetings } }: FlowInput,
  due: DateTime<true>,
  { group, notes, community }: DigestTools,
): DigestMeeting[] {
  return upcoming(meetings, due, group.zone)
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && !runsLong(meeting) && meeting.start <= due.plus(WEEK))
    .map((meeting) => {
      const findings = preflight(meeting, { now, group, meetings, notes, community });
      const missing = findings.filter(({ kind }) => kind !== 'no host');
      return { meeting, missing: meeting.regular ? 0 : missing.length };
    });
}
