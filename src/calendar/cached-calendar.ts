import type { DateTime } from 'luxon';
import { UpstreamError } from '../errors.ts';
import type { Journal } from '../journal.ts';
import type { Problems } from '../problems.ts';
import type { CalendarSnapshots, CalendarSource } from './ports.ts';
import type { CalendarSnapshot, CalendarState } from './snapshot.ts';

/** A calendar that is refreshed from time to time, and answers from its last snapshot in between. */
export interface CachedCalendar {
  state(): CalendarState;
  /** Reads the calendar. A failure is logged and only changes what `state` says about it. */
  refresh(now: DateTime<true>): Promise<void>;
}

export interface CalendarTools {
  readonly journal: Journal;
  readonly problems: Problems;
  /**
   * Called with each new snapshot before it replaces the last one: anything that depends on the
   * difference must be stored durably by then.
   */
  onSnapshot(before: CalendarSnapshot, snapshot: CalendarSnapshot): Promise<void>;
}

// A calendar may be unreachable for a while without anyone having to act.
const REPORT_AFTER = { hours: 1 };

/** Starts from the snapshot in the store, so that a restart with Google down still answers. */
export async function cachedCalendar(
  calendarId: string,
  source: CalendarSource,
  snapshots: CalendarSnapshots,
  { journal, problems, onSnapshot }: CalendarTools,
): Promise<CachedCalendar> {
  let snapshot = await snapshots.load(calendarId);
  let failingSince: DateTime<true> | undefined;
  let lastReason: string | undefined;
  let underWay: Promise<void> | undefined;

  async function read(now: DateTime<true>): Promise<void> {
    try {
      const fresh = await source.read(now, snapshot?.meetings ?? []);
      if (snapshot) await onSnapshot(snapshot, fresh);
      await snapshots.save(calendarId, fresh);
      snapshot = fresh;
      failingSince = undefined;
      lastReason = undefined;
      problems.solved('calendar');
      journal.debug({ meetings: fresh.meetings.length }, 'calendar read');
    } catch (error) {
      failingSince ??= now;
      lastReason = logFailure(journal, error, lastReason);
      const advice = error instanceof UpstreamError ? error.advice : undefined;
      if (advice && now >= failingSince.plus(REPORT_AFTER)) {
        problems.report('calendar', 'The calendar could not be read for an hour', advice, now);
      }
    }
  }

  return {
    state() {
      const failing = failingSince !== undefined;
      if (snapshot) return { kind: 'read', failing, ...snapshot };
      return { kind: 'never read', failing };
    },

    async refresh(now) {
      underWay ??= read(now).finally(() => {
        underWay = undefined;
      });
      await underWay;
    },
  };
}

/** The calendar of a group that publishes none. */
export function noCalendar(): CachedCalendar {
  return { state: () => ({ kind: 'not published' }), refresh: async () => {} };
}

/** Logs why a read failed and returns the reason; a repeated reason is not logged as a warning. */
function logFailure(journal: Journal, error: unknown, lastReason: string | undefined): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (reason === lastReason) {
    journal.debug({ reason }, 'calendar still not read');
  } else if (error instanceof UpstreamError) {
    const fields = { reason, ...(error.advice && { advice: error.advice }) };
    journal[error.kind === 'refused' ? 'error' : 'warn'](fields, 'calendar not read');
  } else {
    journal.error({ err: error }, 'calendar not read');
  }
  return reason;
}
