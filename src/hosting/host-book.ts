import type { CachedCalendar } from '../calendar/cached-calendar.ts';
import type { Meeting } from '../calendar/meeting.ts';
import type { CalendarSnapshot, CalendarState } from '../calendar/snapshot.ts';
import { claimChanges } from './follow-calendar.ts';
import type { HostClaims } from './ports.ts';

/** Who hosts what, in memory, so that answers need no query. */
export interface HostBook {
  /** A calendar whose meetings name their hosts. */
  readonly calendar: CachedCalendar;
  /** Reads the claims again, after what the calendar says about them. */
  refresh(): Promise<void>;
}

/** Adds hosts to a calendar. The meetings of one snapshot stay the same objects while its hosts do. */
export function hostBook(calendar: CachedCalendar, claims: HostClaims): HostBook {
  let hosts: ReadonlyMap<string, string> = new Map();
  let shown:
    | {
        readonly of: readonly Meeting[];
        readonly hosts: typeof hosts;
        readonly meetings: readonly Meeting[];
      }
    | undefined;

  function withHosts(meetings: readonly Meeting[]): readonly Meeting[] {
    if (hosts.size === 0) return meetings;
    if (shown?.of !== meetings || shown.hosts !== hosts) {
      shown = { of: meetings, hosts, meetings: meetings.map(hosted) };
    }
    return shown.meetings;
  }

  function hosted(meeting: Meeting): Meeting {
    const host = hosts.get(meeting.id);
    return host === undefined ? meeting : { ...meeting, host };
  }

  async function follow(snapshot: CalendarSnapshot): Promise<void> {
    for (const change of claimChanges(await claims.all(), snapshot)) {
      if (change.kind === 'drop') await claims.drop(change.meetingId);
      else await claims.move(change.meetingId, change.to);
    }
  }

  return {
    calendar: {
      ...calendar,
      state(): CalendarState {
        const state = calendar.state();
        return state.kind === 'read' ? { ...state, meetings: withHosts(state.meetings) } : state;
      },
    },
    async refresh() {
      const state = calendar.state();
      if (state.kind === 'read') await follow(state);
      const read = new Map((await claims.all()).map(({ meetingId, name }) => [meetingId, name]));
      if (!isSameMap(hosts, read)) hosts = read;
    },
  };
}

function isSameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
