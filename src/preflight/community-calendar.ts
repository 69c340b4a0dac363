import type { DateTime } from 'luxon';
import { sameRoom } from '../calendar/links/same-room.ts';
import { isTimed, stands, type TimedMeeting } from '../calendar/meeting.ts';
import type { SharedReading } from '../calendar/shared-reading.ts';
import type { Journal } from '../journal.ts';
import { squash } from '../text/similarity.ts';
import type { CommunityCalendar } from './ports.ts';

// At most 48 readings a day: it is large, and changes in it are not urgent.
const READ_EVERY = { minutes: 30 };

/** The community calendar, read now and then. */
export interface ReadCommunityCalendar extends CommunityCalendar {
  /** Reads it if that is due. A failure is logged, and nothing is known then. */
  refresh(now: DateTime<true>): Promise<void>;
}

/** Where a group names no community calendar, nothing is known about it. */
export const NO_COMMUNITY_CALENDAR: ReadCommunityCalendar = {
  has: () => undefined,
  refresh: async () => {},
};

/** Follows which meetings the community calendar has. */
export function communityCopies(read: SharedReading, journal: Journal): ReadCommunityCalendar {
  let known: ReadonlyMap<number, readonly TimedMeeting[]> | undefined;
  let readAt: DateTime<true> | undefined;

  return {
    has(meeting) {
      if (!known) return undefined;
      const then = known.get(meeting.start.toMillis()) ?? [];
      return then.some((other) => isSame(other, meeting));
    },

    async refresh(now) {
      if (readAt && now < readAt.plus(READ_EVERY) && now >= readAt) return;
      readAt = now;
      try {
        const { meetings } = await read(now);
        const standing = meetings.filter(isTimed).filter(stands);
        known = Map.groupBy(standing, ({ start }) => start.toMillis());
      } catch (error) {
        known = undefined;
        journal.warn({ err: error }, 'community calendar not read');
      }
    },
  };
}

/** An invitation keeps title and place; either may be edited in the copy. */
function isSame(other: TimedMeeting, meeting: TimedMeeting): boolean {
  return (
    squash(other.title) === squash(meeting.title) || sameRoom(other.joinLink, meeting.joinLink)
  );
}
