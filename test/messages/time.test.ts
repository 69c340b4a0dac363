import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { inZone, timeInZone } from '../../src/messages/time.ts';
import { at } from '../support/build.ts';

const ZONES = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
];
// Both sides of the clock changes in the US, the EU and Australia.
const TIMES = ['2026-03-08T09:59Z', '2026-03-08T10:00Z', '2026-03-29T00:59Z', '2026-03-29T01:00Z']
  .concat(['2026-04-04T15:00Z', '2026-11-01T08:59Z', '2026-11-01T09:00Z', '2026-12-31T23:59Z'])
  .map((text) => at(text));

it.each([...ZONES, 'UTC+5:30'])('names the zone %s at each moment as Luxon does', (zone) => {
  for (const time of TIMES) {
    const local = DateTime.fromMillis(time.toMillis(), { zone, locale: 'en-US' });
    expect(inZone(time, zone)).toBe(local.toFormat('ccc, LLL d, h:mm a ZZZZ'));
    expect(timeInZone(time, zone)).toBe(local.toFormat('h:mm a ZZZZ'));
  }
});
