import type { DateTime } from 'luxon';

export const REPEATS = ['once', 'weekly', 'every other week'] as const;

export type Repeats = (typeof REPEATS)[number];

/** Who should host: whoever plans the meeting, an organizer by GitHub name, or whoever volunteers. */
export type PlannedHost =
  | { readonly kind: 'me' }
  | { readonly kind: 'organizer'; readonly github: string }
  | { readonly kind: 'open' };

/** A meeting that someone wants to hold. */
export interface MeetingPlan {
  readonly title: string;
  /** Of the first one, in the zone it was chosen in. */
  readonly start: DateTime<true>;
  readonly minutes: number;
  readonly repeats: Repeats;
  readonly notes: string | undefined;
  readonly host: PlannedHost;
}

/** End of the first meeting. */
export function endOfPlan({ start, minutes }: Pick<MeetingPlan, 'start' | 'minutes'>) {
  return start.plus({ minutes });
}

/** Weeks from one meeting to the next; undefined for a meeting that doesn't repeat. */
export function weeksBetween(repeats: Repeats): number | undefined {
  switch (repeats) {
    case 'once':
      return undefined;
    case 'weekly':
      return 1;
    case 'every other week':
      return 2;
  }
}

/** The starts of the plan's meetings until a moment, at the same local time each. */
export function startsUntil(
  { start, repeats }: Pick<MeetingPlan, 'start' | 'repeats'>,
  until: DateTime<true>,
): DateTime<true>[] {
  const weeks = weeksBetween(repeats);
  if (weeks === undefined) return [start];
  const starts: DateTime<true>[] = [];
  for (let next = start; next <= until; next = start.plus({ weeks: weeks * starts.length })) {
    starts.push(next);
  }
  return starts;
}
