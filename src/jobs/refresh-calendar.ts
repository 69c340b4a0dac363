import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { UpstreamError } from '../errors.ts';
import type {
  Calendar,
  CalendarCopies,
  CalendarCopy,
  CalendarSource,
  CalendarState,
} from '../ports.ts';

/** A calendar that is read anew from time to time, and answers from its last good copy between. */
export interface RefreshedCalendar extends Calendar {
  /** Reads the calendar. A failure is logged and changes nothing but what `state` says of it. */
  refresh(now: DateTime): Promise<void>;
}

/** Starts from the copy in the store, so that a restart with Google down still answers. */
export async function refreshedCalendar(
  calendarId: string,
  source: CalendarSource | undefined,
  copies: CalendarCopies,
  logger: Logger,
): Promise<RefreshedCalendar> {
  let copy = await copies.load(calendarId);
  let failing = false;
  let underWay: Promise<void> | undefined;

  async function read(now: DateTime, from: CalendarSource): Promise<void> {
    try {
      const fresh: CalendarCopy = {
        meetings: await from.read(now, copy?.meetings ?? []),
        readAt: now,
      };
      await copies.save(calendarId, fresh);
      copy = fresh;
      failing = false;
      logger.debug({ meetings: fresh.meetings.length }, 'calendar read');
    } catch (error) {
      failing = true;
      logFailure(logger, error);
    }
  }

  return {
    state(): CalendarState {
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

function logFailure(logger: Logger, error: unknown): void {
  if (error instanceof UpstreamError) {
    const fields = { reason: error.message, ...(error.advice && { advice: error.advice }) };
    logger[error.kind === 'refused' ? 'error' : 'warn'](fields, 'calendar not read');
  } else {
    logger.error({ err: error }, 'calendar not read');
  }
}
