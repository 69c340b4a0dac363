import type { When } from '../group/schema.ts';
import { isoWeekday, weekdayName } from '../group/when.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** A published rule in words, as in “every other Wednesday at 09:00 (America/Los Angeles)”. */
export function ruleWords(when: When): string {
  switch (when.kind) {
    case 'text':
      return when.zone === undefined ? when.text : `${when.text} (${zoneWords(when.zone)})`;
    case 'weekly':
      return `${weeks(when)} at ${when.time} (${zoneWords(when.zone)})`;
    case 'monthly':
      return `${days(when)} of each month at ${when.time} (${zoneWords(when.zone)})`;
  }
}

function weeks({ everyWeeks, weekday }: Extract<When, { kind: 'weekly' }>): string {
  const day = weekdayName(isoWeekday(weekday));
  switch (everyWeeks) {
    case 1:
      return `every ${day}`;
    case 2:
      return `every other ${day}`;
    default:
      return `every ${everyWeeks} weeks on ${day}`;
  }
}

function days({ nth, weekday, daysAfter }: Extract<When, { kind: 'monthly' }>): string {
  const counted = nth === 'last' ? ['last'] : nth.map((one) => ORDINALS[one - 1] ?? '');
  const day = `the ${counted.join(' and ')} ${weekdayName(isoWeekday(weekday))}`;
  if (daysAfter === undefined) return day;
  return daysAfter < 7
    ? `the ${weekdayName(isoWeekday(weekday) + daysAfter)} after ${day}`
    : `${daysAfter} days after ${day}`;
}

function zoneWords(zone: string): string {
  return zone.replaceAll('_', ' ');
}
