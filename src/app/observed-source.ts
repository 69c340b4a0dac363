import type { CalendarSource, ObserveRead } from '../calendar/ports.ts';
import { UpstreamError } from '../errors.ts';

/** A calendar source that tells how each reading ended. */
export function observedSource(source: CalendarSource, observe: ObserveRead): CalendarSource {
  return {
    async read(now, known) {
      try {
        const snapshot = await source.read(now, known);
        observe('ok');
        return snapshot;
      } catch (error) {
        observe(error instanceof UpstreamError ? error.kind : 'defect');
        throw error;
      }
    },
  };
}
