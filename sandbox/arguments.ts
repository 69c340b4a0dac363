import { readFile } from 'node:fs/promises';
import { DateTime } from 'luxon';
import { eventFile } from './google/event.ts';
import { parseJson } from './json.ts';

/** The moment that an option names, in UTC unless it says otherwise. */
export function readMoment(option: string, text: string): DateTime<true> {
  const moment = DateTime.fromISO(text, { zone: 'utc' });
  if (!moment.isValid)
    throw new Error(`${option} takes a moment such as 2026-12-01T10:00:00Z, got "${text}"`);
  return moment;
}

/** Reads an event file: an array of Google Calendar event resources. */
export async function readEvents(path: string): Promise<readonly unknown[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`--calendar: cannot read ${path} (${String(error)})`);
  });
  const events = eventFile.safeParse(parseJson(text));
  if (!events.success) {
    throw new Error(`--calendar: ${path} must be a JSON array of Google Calendar event resources`);
  }
  return events.data;
}
