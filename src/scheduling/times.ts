import type { DateTime } from 'luxon';
import { inZone } from '../calendar/moment.ts';
import { nextClockChange } from './local-time.ts';
import { type MeetingPlan, startsUntil } from './plan.ts';
import { cityOf } from './zones.ts';

// Where many people of a community around the world are.
const ELSEWHERE = [
  'America/Los_Angeles',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Shanghai',
];
const OTHERS = 3;

/** What clocks show when one of the plan's meetings begins, in several zones. */
export interface TimesOfMeeting {
  readonly start: DateTime<true>;
  /** As in “Los Angeles”: “Wed, Dec 2, 9:00 AM”. */
  readonly times: readonly { readonly place: string; readonly time: string }[];
  /** The place whose clocks have changed just before. */
  readonly afterChangeIn?: string;
}

/**
 * The time in the group's zone and in three others, for the first meeting, and for one a week after the
 * next clock change if the meeting repeats: people find out then that it has moved for them.
 */
export function timesOf(
  plan: Pick<MeetingPlan, 'start' | 'repeats'>,
  groupZone: string,
): TimesOfMeeting[] {
  const { start } = plan;
  const zones = zonesFor(start, groupZone);
  const shown = (at: DateTime<true>) =>
    zones.map((zone) => ({ place: cityOf(zone), time: timeIn(at, zone) }));
  const first = { start, times: shown(start) };
  if (plan.repeats === 'once') return [first];
  const change = zones
    .flatMap((zone) => {
      const at = nextClockChange(start, zone);
      return at ? [{ zone, at }] : [];
    })
    // Of places whose clocks change on the same day, the group's own is named.
    .sort((a, b) => a.at.toISODate().localeCompare(b.at.toISODate()))[0];
  if (!change) return [first];
  const weekAfter = change.at.plus({ weeks: 1 });
  const later = startsUntil(plan, weekAfter.plus({ weeks: 3 })).find((one) => one >= weekAfter);
  if (!later) return [first];
  return [first, { start: later, times: shown(later), afterChangeIn: cityOf(change.zone) }];
}

/** The group's zone, the plan's own, and others whose clocks show something else. */
function zonesFor(start: DateTime<true>, groupZone: string): string[] {
  const zones = [groupZone];
  const clocks = new Set([inZone(start, groupZone).offset]);
  for (const zone of [start.zoneName, ...ELSEWHERE]) {
    const { offset } = inZone(start, zone);
    if (clocks.has(offset) || zones.length > OTHERS) continue;
    clocks.add(offset);
    zones.push(zone);
  }
  return zones;
}

function timeIn(at: DateTime<true>, zone: string): string {
  return at.setZone(zone).setLocale('en-US').toFormat('ccc, LLL d, h:mm a');
}
