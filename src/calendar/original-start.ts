import { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';

/**
 * When an occurrence was first planned, which its ID ends with: `abc_20261216T170000Z`. Undefined for a
 * single event. https://developers.google.com/workspace/calendar/api/guides/recurringevents
 */
export function originalStart({ id }: Meeting): DateTime<true> | undefined {
  const stamp = /_(\d{8}T\d{6}Z)$/u.exec(id)?.[1];
  const at = DateTime.fromISO(stamp ?? '', { zone: 'utc' });
  return at.isValid ? at : undefined;
}
