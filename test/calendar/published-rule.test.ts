import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { nextByRule } from '../../src/calendar/published-rule.ts';
import { at, group } from '../support/build.ts';

const rule = group().regularMeeting;
const anchored = { ...rule, anchor: '2026-01-07' };

describe('nextByRule', () => {
  it('does not pick a week without an anchor', () => {
    const { week, starts } = nextByRule(rule, at('2026-11-23T10:00'));
    expect(week).toBe('unknown');
    expect(starts.map((start) => start.toISODate())).toEqual(['2026-11-25', '2026-12-02']);
  });

  it('knows the week from an anchor, before it and after it', () => {
    const dates = (now: string) => nextByRule(anchored, at(now)).starts.map((s) => s.toISODate());
    expect(dates('2026-01-07T10:00')[0]).toBe('2026-01-21');
    expect(dates('2025-12-20T00:00')[0]).toBe('2025-12-24');
  });

  it('includes a meeting until its end', () => {
    const { starts } = nextByRule(anchored, at('2026-01-07T09:59'));
    expect(starts[0]?.toISODate()).toBe('2026-01-07');
  });

  it('stays at nine o’clock and every other week through a year of clock changes and week 53', () => {
    let now = at('2026-01-01T00:00');
    const seen: string[] = [];
    while (now < at('2028-01-01T00:00')) {
      const start = nextByRule(anchored, now).starts[0] ?? DateTime.invalid('none');
      expect(start.toFormat('cccc HH:mm')).toBe('Wednesday 09:00');
      seen.push(start.toISODate() ?? '');
      now = at(start.plus({ hours: 2 }).toISO() ?? '');
    }
    const gaps = seen.slice(1).map((date, before) => {
      const from = DateTime.fromISO(seen[before] ?? '', { zone: 'utc' });
      return DateTime.fromISO(date, { zone: 'utc' }).diff(from, 'days').days;
    });
    expect(new Set(gaps)).toEqual(new Set([14]));
    expect(seen).toContain('2027-01-06');
    expect(seen).not.toContain('2026-12-30');
  });
});
