import { DateTime, IANAZone } from 'luxon';

/** A change of a zone's clocks. */
export interface Transition {
  /** The first moment with the new offset, in the zone. */
  readonly at: DateTime;
  /** The clock's reading when it is changed, as if in UTC. */
  readonly wall: DateTime;
  /** Minutes from UTC, before and after. */
  readonly before: number;
  readonly after: number;
}

// No zone changes its clocks twice within a week.
const STEP_MS = 7 * 86_400_000;

/** The changes of a zone's clocks from one moment to another. */
export function transitions(zone: string, from: DateTime, to: DateTime): Transition[] {
  const found: Transition[] = [];
  const rules = IANAZone.create(zone);
  const offset = (ms: number) => rules.offset(ms);
  for (let ms = from.toMillis(); ms < to.toMillis(); ms += STEP_MS) {
    const [before, after] = [offset(ms), offset(ms + STEP_MS)];
    if (before === after) continue;
    const at = firstWith(ms, ms + STEP_MS, (middle) => offset(middle) !== before);
    const wall = DateTime.fromMillis(at + before * 60_000, { zone: 'utc' });
    found.push({ at: DateTime.fromMillis(at, { zone }), wall, before, after });
  }
  return found;
}

/** The first millisecond between two for which `holds`, which is false at `low` and true at `high`. */
function firstWith(low: number, high: number, holds: (ms: number) => boolean): number {
  if (high - low <= 1) return high;
  const middle = Math.floor((low + high) / 2);
  return holds(middle) ? firstWith(low, middle, holds) : firstWith(middle, high, holds);
}
