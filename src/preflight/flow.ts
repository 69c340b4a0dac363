import type { DateTime } from 'luxon';
import { type Meeting, runsLong, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { timelineOf } from '../calendar/timeline.ts';
import { eachInTurn, inSlices } from '../concurrency/steps.ts';
import type { Group } from '../group/schema.ts';
import type { Flow, FlowInput } from '../organizers/flow.ts';
import type { KeptMessage } from '../organizers/kept-messages.ts';
import { type PreflightFinding, preflight } from './findings.ts';
import { begunMessage, calledOffMessage, meetingMessage } from './meeting-message.ts';
import type { CommunityCalendar, NotesAccess } from './ports.ts';

const DAY_BEFORE = { days: 1 };
// A single event is looked at this long before it takes place.
const SINGLE_AHEAD = { days: 30 };
const OF_REGULAR: readonly PreflightFinding['kind'][] = ['no host', 'no topics'];
// How long after a meeting has begun its message can still be closed.
const CLOSED_WITHIN = { days: 1 };

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
      const looked = lookedAt(meetings, now);
      return inSlices(
        eachInTurn(looked, (meeting) => wantedFor(meeting, tools, { now, meetings })),
      );
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
    keepUntil: meeting.start.plus(CLOSED_WITHIN),
  } as const;
  if (!stands(meeting)) {
    return { ...kept, message: calledOffMessage(meeting, group), ifAbsent: 'leave' };
  }
  if (meeting.start <= now) {
    return { ...kept, message: begunMessage(meeting, group), ifAbsent: 'leave' };
  }
  const all = preflight(meeting, { now, group, meetings, notes, community });
  // The group's own meeting has its room and its notes; it needs a host and something to talk about.
  const findings = meeting.regular ? all.filter(({ kind }) => OF_REGULAR.includes(kind)) : all;
  const isWanted = findings.length > 0 && now >= lookFrom(meeting, meetings, now);
  return {
    ...kept,
    message: meetingMessage(meeting, findings, group),
    ifAbsent: isWanted ? 'post' : 'leave',
  };
}

/** The meetings that a message may be about: those ahead, and those that have just begun. */
function lookedAt(meetings: readonly Meeting[], now: DateTime<true>): TimedMeeting[] {
  const [from, to] = [now.minus(CLOSED_WITHIN), now.plus(SINGLE_AHEAD)];
  return timelineOf(meetings)
    .starting(from.toMillis() + 1, to.toMillis() + 1)
    .filter((meeting) => !runsLong(meeting));
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
  const isLater = timelineOf(meetings)
    .ofSeries(seriesId)
    .some((other) => stands(other) && other.end > now && other.start < meeting.start);
  return isLater ? dayBefore : meeting.start.minus(SINGLE_AHEAD);
}
