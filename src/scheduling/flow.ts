import type { DateTime } from 'luxon';
import { isTimed, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { detailsOf } from '../calendar/meeting-details.ts';
import { organizerBySlackId } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import type { HostClaims } from '../hosting/ports.ts';
import type { Flow } from '../organizers/flow.ts';
import type { KeptMessage } from '../organizers/kept-messages.ts';
import { type PreflightFacts, preflight } from '../preflight/findings.ts';
import type { CommunityCalendar, NotesAccess } from '../preflight/ports.ts';
import { checklistMessage, isMissed, type PlanState } from './checklist-message.ts';
import { findEvents } from './find-event.ts';
import { hostRequestMessage } from './host-request-message.ts';
import type { ScheduledMeeting, ScheduledMeetings } from './ports.ts';

const KEEP = { days: 1 };

export interface SchedulingTools {
  readonly group: Group;
  /** The organizers' own channel, if they have one. */
  readonly channelId: string | undefined;
  readonly scheduled: ScheduledMeetings;
  readonly claims: HostClaims;
  readonly notes: NotesAccess;
  readonly community: CommunityCalendar;
}

/** Follows what people planned until it takes place: a checklist for each of them. */
export function schedulingFlow(tools: SchedulingTools): Flow {
  const { group, scheduled, notes, community } = tools;
  return {
    name: 'scheduling',
    async wanted({ now, snapshot: { meetings } }) {
      const plans = await recognize(await scheduled.all(), meetings, tools, now);
      const facts = { group, meetings, notes, community };
      return plans.flatMap((one) => {
        const state = stateOf(one, facts, now);
        return state ? messagesOf(one, state, tools) : [];
      });
    },
  };
}

/** Notes the events in which plans have become real. Whoever planned to host their meeting then does. */
async function recognize(
  plans: readonly ScheduledMeeting[],
  meetings: readonly Meeting[],
  { group, scheduled, claims }: SchedulingTools,
  now: DateTime<true>,
): Promise<ScheduledMeeting[]> {
  const found = findEvents(plans, meetings, group.scheduling?.join);
  return Promise.all(
    plans.map(async (one) => {
      const event = found.get(one.id);
      if (!event) return one;
      const host = one.plan.host.kind === 'me' && organizerBySlackId(group, one.userId);
      if (host) {
        const { userId } = one;
        await claims.claim(
          { meetingId: event.id, userId, name: host.name, details: detailsOf(event) },
          now,
        );
      }
      // Last, so that nothing is left out if the bot ends in between.
      await scheduled.recordMeeting(one.id, event.id);
      return { ...one, meetingId: event.id };
    }),
  );
}

/** Undefined while the calendar doesn't show an event that was there: it may be unreadable for a while. */
function stateOf(
  one: ScheduledMeeting,
  facts: PreflightFacts,
  now: DateTime<true>,
): PlanState | undefined {
  if (one.meetingId === undefined) {
    return { kind: isMissed(one, now) ? 'missed' : 'not in the calendar' };
  }
  const meeting = facts.meetings.filter(isTimed).find(({ id }) => id === one.meetingId);
  if (!meeting) return undefined;
  if (!stands(meeting)) return { kind: 'cancelled', meeting };
  return { kind: 'in the calendar', meeting, findings: preflight(meeting, facts) };
}

function messagesOf(
  one: ScheduledMeeting,
  state: PlanState,
  { group, channelId }: SchedulingTools,
): KeptMessage[] {
  const { id, userId, plan, needsHost } = one;
  const start = 'meeting' in state ? state.meeting.start : plan.start;
  const checklist: KeptMessage = {
    key: `plan/${id}`,
    destination: { kind: 'person', userId },
    message: checklistMessage(one, state, group),
    ifAbsent: state.kind === 'missed' ? 'leave' : 'post',
    keepUntil: start.plus(KEEP),
  };
  if (channelId === undefined || state.kind !== 'in the calendar') return [checklist];
  return [checklist, hostRequest(one, state.meeting, needsHost, channelId, group)];
}

/** Asked for in the organizers' channel, where it is edited when someone hosts. */
function hostRequest(
  { id, userId }: ScheduledMeeting,
  meeting: TimedMeeting,
  needsHost: boolean,
  channelId: string,
  group: Group,
): KeptMessage {
  return {
    key: `plan/${id}/host`,
    destination: { kind: 'channel', channelId },
    message: hostRequestMessage(meeting, userId, group),
    ifAbsent: needsHost && meeting.host === undefined ? 'post' : 'leave',
    keepUntil: meeting.start,
  };
}
