import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { UpstreamError } from '../errors.ts';
import type {
  Calendar,
  CalendarSnapshot,
  CalendarSnapshots,
  CalendarSource,
  CalendarState,
} from '../ports.ts';
import type { Problems } from '../problems.ts';

/** A calendar that is read anew from time to time, and answers from its last good copy between. */
export interface CachedCalendar extends Calendar {
  /** Reads the calendar. A failure is logged and changes nothing but what `state` says of it. */
  refresh(now: DateTime): Promise<void>;
}

export interface RefreshTools {
  readonly logger: Logger;
  readonly problems: Problems;
  /**
   * Called with each new reading before it replaces the last one: what is to be noticed of the
   * difference has to be noted durably by then.
   */
  onReading(before: CalendarSnapshot, reading: CalendarSnapshot): Promise<void>;
}

// A calendar may be unreachable for a while without anyone having to do something about it.
const REPORT_AFTER = { hours: 1 };

/** Starts from the copy in the store, so that a restart with Google down still answers. */
export async function cachedCalendar(
  calendarId: string,
  source: CalendarSource | undefined,
  copies: CalendarSnapshots,
  { logger, problems, onReading }: RefreshTools,
): Promise<CachedCalendar> {
  let copy = await copies.load(calendarId);
  let failingSince: DateTime | undefined;
  let lastReason: string | undefined;
  let underWay: Promise<void> | undefined;

  async function read(now: DateTime, from: CalendarSource): Promise<void> {
    try {
      const reading = await from.read(now, copy?.meetings ?? []);
      const fresh: CalendarSnapshot = { ...reading, readAt: now };
      if (copy) await onReading(copy, fresh);
      await copies.save(calendarId, fresh);
      copy = fresh;
      failingSince = undefined;
      lastReason = undefined;
      problems.solved('calendar');
      logger.debug({ meetings: fresh.meetings.length }, 'calendar read');
    } catch (error) {
      failingSince ??= now;
      lastReason = logFailure(logger, error, lastReason);
      const advice = error instanceof UpstreamError ? error.advice : undefined;
      if (advice && now >= failingSince.plus(REPORT_AFTER)) {
        problems.report('calendar', 'The calendar could not be read for an hour', advice, now);
      }
    }
  }

  return {
    state(): CalendarState {
      const failing = failingSince !== undefined;
      if (copy) return { kind: 'read', failing, ...copy };
      return source ? { kind: 'never read', failing } : { kind: 'not configured' };
    },

    async refresh(now) {
      if (!source) return;
      underWay ??= read(now, source).finally(() => {
        underWay = undefined;
      });
      await underWay;
    },
  };
}

/** Logs why a reading failed, and gives the reason; the same one again is no news. */
function logFailure(logger: Logger, error: unknown, lastReason: string | undefined): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (reason === lastReason) {
    logger.debug({ reason }, 'calendar still not read');
  } else if (error instanceof UpstreamError) {
    const fields = { reason, ...(error.advice && { advice: error.advice }) };
    logger[error.kind === 'refused' ? 'error' : 'warn'](fields, 'calendar not read');
  } else {
    logger.error({ err: error }, 'calendar not read');
  }
  return reason;
}
