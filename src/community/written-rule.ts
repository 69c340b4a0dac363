import type { When } from '../group/schema.ts';
import type { WrittenRule } from './meeting-time.ts';

/** A rule as the group file writes it. */
export function writtenRule(when: When): WrittenRule {
  switch (when.kind) {
    case 'weekly': {
      const { kind: _, everyWeeks, ...rest } = when;
      return { every_weeks: everyWeeks, ...rest };
    }
    case 'monthly': {
      const { kind: _, daysAfter, nth, ...rest } = when;
      const rule = { nth: nth === 'last' ? nth : [...nth], ...rest };
      return daysAfter === undefined ? rule : { ...rule, days_after: daysAfter };
    }
    case 'text': {
      const { kind: _, ...words } = when;
      return words;
    }
  }
}
