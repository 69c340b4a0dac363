import type { DateTime } from 'luxon';
import { isTimed, type Meeting, runsLong, stands, type TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import type { Flow, FlowInput } from '../organizers/flow.ts';
import type { KeptMessage } from '../organizers/kept-messages.ts';
import { preflight } from './findings.ts';
import { calledOffMessage, meetingMessage } from './meeting-message.ts';
import type { CommunityCalendar, NotesAccess } from './ports.ts';

const DAY_BEFORE = { days: 1 };
// A single event is looked at this long before it takes place.
const SINGLE_AHEAD = { days: 30 };

export interface PreflightTools {
  readonly group: Group;
  readonly channelId: string;
  readonly notes: NotesAccess;
  readonly community: CommunityCalendar;
}

/** One message about each coming meeting, in the organizers' channel. */
export function preflightFlow(tools: PreflightTools): Flow {
  return {
    name: 'preflight',
    async wanted({ now, snapshot: { meetings } }) {
      return lookedAt(meetings, now).map((meeting) => wantedFor(meeting, tools, { now, meetings }));
    },
  };
}

function wantedFor(
  meeting: TimedMeeting,
  { group, channelId, notes, community }: PreflightTools,
  { now, meetings }: Pick<FlowInput, 'now'> & { readonly meetings: readonly Meeting[] },
): KeptMessage {
  const kept = {
    key: `meeting/${meeting.id}`,
    destination: { kind: 'channel', channelId },
    keepUntil: meeting.start,
  } as const;
  if (!stands(meeting)) {
    return { ...kept, message: calledOffMessage(meeting, group), ifAbsent: 'leave' };
  }
  const all = preflight(meeting, { group, meetings, notes, community });
  // The group's own meeting has its room and its notes; all it needs is a host.
  const findings = meeting.regular ? all.filter(({ kind }) => kind === 'no host') : all;
  const isWanted = findings.length > 0 && now >= lookFrom(meeting, meetings, now);
  return {
    ...kept,
    message: meetingMessage(meeting, findings, group),
    ifAbsent: isWanted ? 'post' : 'leave',
  };
}

/** The meetings ahead that a message may be about. */
function lookedAt(meetings: readonly Meeting[], now: DateTime<true>): TimedMeeting[] {
  const horizon = now.plus(SINGLE_AHEAD);
  return meetings
    .filter(isTimed)
    .filter((meeting) => meeting.start > now && meeting.start <= horizon && !runsLong(meeting));
}

/**
 * From when on a meeting is told about: the regular one a day before, an event of its own as soon as it is in the
 * calendar, one of a series as soon as it is the next of them.
 */
function lookFrom(
  meeting: TimedMeeting,
  meetings: readonly Meeting[],
  now: DateTime<true>,
): DateTime<true> {
  const dayBefore = meeting.start.minus(DAY_BEFORE);
  if (meeting.regular) return dayBefore;
  const { seriesId } = meeting;
  if (seriesId === undefined) return meeting.start.minus(SINGLE_AHEAD);
  const isLater = meetings
    .filter(isTimed)
    .some(
      (other) =>
        other.seriesId === seriesId &&
        stands(other) &&
        other.end > now &&
        other.start < meeting.start,
    );
  return isLater ? dayBefore : meeting.start.minus(SINGLE_AHEAD);
}
