import { DateTime } from 'luxon';
import type { WrittenRule } from './meeting-time.ts';

type Weekly = Extract<WrittenRule, { every_weeks: number }>;

/** The rule that a file should have, and why that is not the published one. */
export interface MergedRule {
  readonly when: WrittenRule;
  readonly kept?: string;
}

/**
 * Merges a published rule into the one that a file has. The page wins, but for what people may know better:
 * a rule where the page has words, a zone where the page's is doubtful, and a date to count from.
 */
export function mergeRule(
  known: WrittenRule | undefined,
  published: WrittenRule,
  zoneIsDoubtful: boolean,
): MergedRule {
  if (known === undefined) return { when: published };
  if ('text' in published) {
    if ('text' in known) return { when: published };
    return {
      when: known,
      kept: `the page says only "${published.text}"; the rule of the file is kept`,
    };
  }
  if ('text' in known) return { when: published };
  const zone = zoneIsDoubtful ? known.zone : published.zone;
  const merged = { ...published, zone };
  if (!('every_weeks' in merged)) return { when: sameNth(known, merged) ? known : merged };
  return 'every_weeks' in known ? withAnchor(known, merged) : { when: merged };
}

/** `nth: 3` and `nth: [3]` are the same. */
function sameNth(
  known: WrittenRule,
  published: Exclude<WrittenRule, Weekly | { text: string }>,
): boolean {
  if (!('nth' in known)) return false;
  return JSON.stringify(comparable(known)) === JSON.stringify(comparable(published));
}

function comparable({
  nth,
  weekday,
  time,
  zone,
  days_after,
}: Exclude<WrittenRule, Weekly | { text: string }>) {
  return [typeof nth === 'number' ? [nth] : nth, weekday, time, zone, days_after];
}

function withAnchor(known: Weekly, published: Weekly): MergedRule {
  const { anchor: from, ...rule } = published;
  const mayCount = known.weekday === rule.weekday && known.every_weeks === rule.every_weeks;
  if (known.anchor === undefined || !mayCount) return { when: published };
  const kept = { ...rule, anchor: known.anchor };
  if (from === undefined || isSameWeek(from, known.anchor, rule.every_weeks)) return { when: kept };
  // A page that has been changed has the later date.
  if (from > known.anchor) return { when: published };
  const why = `the page counts from ${from}, which gives other weeks; the date of the file is kept`;
  return { when: kept, kept: why };
}

function isSameWeek(one: string, other: string, everyWeeks: number): boolean {
  const { weeks } = DateTime.fromISO(one).diff(DateTime.fromISO(other), 'weeks');
  return Math.round(weeks) % everyWeeks === 0;
}
