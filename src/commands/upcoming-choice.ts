import { isTimed, type Meeting, stands } from '../calendar/meeting.ts';

/** So many meetings fit on a page that someone reads. */
export const MAX_COUNT = 20;
const MAX_OTHERS = 10;

/** Some of the meetings ahead. */
export interface Choice {
  /** The meetings that were asked for, and what else is in the calendar before the last of them. */
  readonly listed: readonly Meeting[];
  /** How many of these were asked for: meetings that stand and have a time. */
  readonly count: number;
  /** How many of that kind come later. */
  readonly later: number;
  /** How many others would have been listed if they were not so many. */
  readonly leftOut: number;
}

/**
 * The next `count` meetings of those ahead, which are in the order of their starts. What is
 * cancelled or lasts all day is listed among them and doesn't count.
 */
export function chooseMeetings(ahead: readonly Meeting[], count: number): Choice {
  const standing = ahead.filter(counts);
  const chosen = standing.slice(0, count);
  const last = chosen.length < standing.length ? chosen.at(-1) : undefined;
  const upToLast = last === undefined ? ahead : ahead.slice(0, ahead.indexOf(last) + 1);
  const others = upToLast.filter((meeting) => !counts(meeting));
  const listed = new Set([...chosen, ...others.slice(0, MAX_OTHERS)]);
  return {
    listed: upToLast.filter((meeting) => listed.has(meeting)),
    count: chosen.length,
    later: standing.length - chosen.length,
    leftOut: Math.max(0, others.length - MAX_OTHERS),
  };
}

function counts(meeting: Meeting): boolean {
  return stands(meeting) && isTimed(meeting);
}
