import type { Logger } from 'pino';
import type { CalendarSource } from '../calendar/ports.ts';
import { UpstreamError } from '../errors.ts';

/**
 * Reads from the first source, and from the second while the first fails. If both fail, it fails as the
 * first does: that is the one the operator has set up.
 */
export function eitherSource(
  first: CalendarSource,
  second: CalendarSource,
  logger: Logger,
): CalendarSource {
  let failing = false;
  return {
    async read(now, known) {
      try {
        const snapshot = await first.read(now, known);
        if (failing) logger.info('calendar read through the API again');
        failing = false;
        return snapshot;
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        const snapshot = await second.read(now, known).catch(() => {
          throw error;
        });
        const { message: reason, advice } = error;
        const fields = { reason, ...(advice !== undefined && { advice }) };
        if (!failing)
          logger.warn(fields, 'calendar read through the public feed instead of the API');
        failing = true;
        return snapshot;
      }
    },
  };
}
