import type { LeadTimes } from './lead-times.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const words = new Intl.DurationFormat('en', { style: 'long' });
const list = new Intl.ListFormat('en-GB');

/**
 * Lead times (minutes) in words that can't be taken for another number of them: “1 hour 30 minutes before” is one,
 * “1 hour before and 30 minutes before” are two.
 */
export function describeLeadTimes(leadTimes: LeadTimes): string {
  return list.format(leadTimes.map((minutes) => `${durationWords(minutes)} before`));
}

function durationWords(minutes: number): string {
  if (minutes % WEEK === 0) return words.format({ weeks: minutes / WEEK });
  const duration = {
    days: Math.floor(minutes / DAY),
    hours: Math.floor((minutes % DAY) / HOUR),
    minutes: minutes % HOUR,
  };
  return words.format(duration).replaceAll(',', '');
}
