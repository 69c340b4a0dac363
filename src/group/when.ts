import { IANAZone } from 'luxon';
import { z } from 'zod';
import { line } from './fields.ts';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

const zone = z
  .string()
  .refine((name) => IANAZone.isValidZone(name), 'must be an IANA zone such as America/Los_Angeles');

const clock = {
  weekday: z.enum(WEEKDAYS),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "09:00", in quotes')
    .describe('Local time in the zone, as HH:MM'),
  zone,
};

const everyWeeks = z
  .strictObject({
    every_weeks: z.int().min(1).max(8).describe('1 is weekly, 2 is every other week'),
    ...clock,
    anchor: z.iso
      .date('must be a date such as 2026-12-02')
      .optional()
      .describe(
        'Any date on which the meeting took place. Without it, nobody can tell which of the weeks it is',
      ),
  })
  .transform((rule) => ({ kind: 'weekly' as const, ...rule }));

const nthOfMonth = z.int().min(1).max(5);

const monthly = z
  .strictObject({
    nth: z
      .union([nthOfMonth, z.array(nthOfMonth).min(1).max(5), z.literal('last')])
      .describe('Which ones of the month: 3, [1, 3] or last'),
    ...clock,
    days_after: z
      .int()
      .min(1)
      .max(27)
      .optional()
      .describe('So many days later: the Wednesday after the fourth Tuesday is nth 4, tuesday, 1'),
  })
  .transform(({ nth, ...rule }) => ({
    kind: 'monthly' as const,
    nth: typeof nth === 'number' ? [nth] : nth,
    ...rule,
  }));

const inWords = z
  .strictObject({
    text: line.describe('What no rule can express, shown as it is'),
    zone: zone.optional(),
  })
  .transform((words) => ({ kind: 'text' as const, ...words }));

/** When a meeting takes place, as the group publishes it. */
export const when = z.union([everyWeeks, monthly, inWords]);

/** English name of an ISO weekday; 8 is Monday again. */
export function weekdayName(isoDay: number): string {
  const name = WEEKDAYS[(isoDay - 1) % WEEKDAYS.length] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** ISO weekday of the name, Monday being 1. */
export function isoWeekday(weekday: Weekday): number {
  return WEEKDAYS.indexOf(weekday) + 1;
}
