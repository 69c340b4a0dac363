import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { timezoneLines } from '../../sandbox/google/feed/timezone.ts';

const now = DateTime.utc(2026, 12, 1);

describe('the VTIMEZONE of the feed', () => {
  it('is Google’s, with today’s rules since 1970', () => {
    expect(timezoneLines('America/New_York', now)).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:America/New_York',
      'X-LIC-LOCATION:America/New_York',
      'BEGIN:DAYLIGHT',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'TZNAME:EDT',
      'DTSTART:19700308T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'TZNAME:EST',
      'DTSTART:19701101T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
    const berlin = timezoneLines('Europe/Berlin', now).join(' ');
    expect(berlin).toContain(
      'TZNAME:GMT+2 DTSTART:19700329T020000 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    );
    expect(berlin).toContain(
      'TZNAME:GMT+1 DTSTART:19701025T030000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    );
  });

  it('has one part if the clocks stay', () => {
    expect(timezoneLines('Asia/Kolkata', now).slice(3, -1)).toEqual([
      'BEGIN:STANDARD',
      'TZOFFSETFROM:+0530',
      'TZOFFSETTO:+0530',
      'TZNAME:GMT+5:30',
      'DTSTART:19700101T000000',
      'END:STANDARD',
    ]);
  });

  it('tells the time in each zone, also where the changes follow no weekday of a month', () => {
    const different = Intl.supportedValuesOf('timeZone').filter((zone) => !agrees(zone));
    expect(different).toEqual([]);
  });
});

/** Whether a reader of the VTIMEZONE finds the right offsets for two and a half years. */
function agrees(zone: string): boolean {
  const component = new ICAL.Component(ICAL.parse(timezoneLines(zone, now).join('\r\n')));
  const timezone = new ICAL.Timezone(component);
  return Array.from({ length: 90 }, (_, n) =>
    now.minus({ months: 6 }).plus({ days: n * 10 }),
  ).every((utc) => {
    const local = utc.setZone(zone).set({ hour: 12 });
    const { year, month, day } = local;
    const time = ICAL.Time.fromData({ year, month, day, hour: 12, minute: 0, second: 0 });
    return timezone.utcOffset(time) === local.offset * 60;
  });
}
