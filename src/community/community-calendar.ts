import type { DateTime } from 'luxon';
import { keepKnown } from '../calendar/known-meetings.ts';
import type { Meeting } from '../calendar/meeting.ts';
import type { CalendarSource } from '../calendar/ports.ts';
import type { SharedReading } from '../calendar/shared-reading.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { inSlices, type Steps } from '../concurrency/steps.ts';
import { UpstreamError } from '../errors.ts';
import type { Group } from '../group/schema.ts';
import { asOwn, ownerFinder } from './whose-event.ts';

/** The calendar to which Kubernetes groups invite whatever should be public. */
export const COMMUNITY_CALENDAR = 'calendar@kubernetes.io';

type Shares = ReadonlyMap<string, readonly Meeting[]>;

/**
 * The community's calendar, read once for all groups: for each of them, a source of its own meetings. `groups`
 * are all that the bot knows.
 */
export function communityCalendar(
  read: SharedReading,
  groups: readonly Group[],
): (group: Group) => CalendarSource {
  let parted:
    | { readonly of: CalendarSnapshot['meetings']; readonly shares: Promise<Shares> }
    | undefined;

  function sharesOf(meetings: readonly Meeting[]): Promise<Shares> {
    if (parted?.of !== meetings) {
      parted = { of: meetings, shares: inSlices(shares(meetings, groups)) };
    }
    return parted.shares;
  }

  return ({ id }) => ({
    async read(now: DateTime<true>, known) {
      const snapshot = await read(now).catch((error: unknown) => {
        throw withoutAdvice(error);
      });
      const own = (await sharesOf(snapshot.meetings)).get(id) ?? [];
      const meetings = await inSlices(keepKnown(own, known));
      return { ...snapshot, meetings, source: 'community' };
    },
  });
}

function* shares(meetings: readonly Meeting[], groups: readonly Group[]): Steps<Shares> {
  const ownerOf = ownerFinder(groups);
  const found = new Map<string, Meeting[]>();
  for (const event of meetings) {
    const owner = ownerOf(event);
    // What has a calendar of its own is read from that.
    if (owner && owner.meeting?.calendar === undefined) {
      const own = found.get(owner.groupId) ?? [];
      own.push(asOwn(event, owner.meeting));
      found.set(owner.groupId, own);
    }
    yield;
  }
  return found;
}

/** Nobody has to act: it is not the group's calendar, and the published rule answers without it. */
function withoutAdvice(error: unknown): unknown {
  if (!(error instanceof UpstreamError)) return error;
  return new UpstreamError(`${error.message} (the community's calendar)`, {
    kind: 'unavailable',
    cause: error,
  });
}
