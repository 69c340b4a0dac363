import { isTimed, type Meeting, type TimedMeeting } from './meeting.ts';

/**
 * The timed meetings of one list, in order of their starts, so that what is near is found without a look at
 * all that is not. Moments are in milliseconds.
 */
export interface Timeline {
  /** Those that start at `from` or later, and before `to`. */
  starting(from: number, to: number): readonly TimedMeeting[];
  /** Those that are on at some moment after `from` and before `to`. */
  on(from: number, to: number): readonly TimedMeeting[];
  ofSeries(seriesId: string): readonly TimedMeeting[];
  /** The meeting with this ID, also if it is an all-day entry; the first one, should several share it. */
  byId(id: string): Meeting | undefined;
}

// A list never changes: another reading of the calendar is another list.
const timelines = new WeakMap<readonly Meeting[], Timeline>();

/** The timeline of a list of meetings, worked out once. */
export function timelineOf(meetings: readonly Meeting[]): Timeline {
  const known = timelines.get(meetings);
  if (known) return known;
  const timeline = newTimeline(meetings);
  timelines.set(meetings, timeline);
  return timeline;
}

function newTimeline(meetings: readonly Meeting[]): Timeline {
  const sorted = meetings.filter(isTimed).sort((a, b) => a.start.toMillis() - b.start.toMillis());
  const starts = Float64Array.from(sorted, ({ start }) => start.toMillis());
  const latestEnds = latestSoFar(sorted.map(({ end }) => end.toMillis()));
  let byId: ReadonlyMap<string, Meeting> | undefined;
  let bySeries: ReadonlyMap<string | undefined, readonly TimedMeeting[]> | undefined;
  return {
    starting: (from, to) => sorted.slice(firstFrom(starts, from), firstFrom(starts, to)),
    on(from, to) {
      // From the first one on before which everything has ended.
      const begun = sorted.slice(firstFrom(latestEnds, from), firstFrom(starts, to));
      return begun.filter(({ end }) => end.toMillis() > from);
    },
    ofSeries(seriesId) {
      bySeries ??= Map.groupBy(sorted, (meeting) => meeting.seriesId);
      return bySeries.get(seriesId) ?? [];
    },
    byId(id) {
      byId ??= new Map(meetings.toReversed().map((meeting) => [meeting.id, meeting]));
      return byId.get(id);
    },
  };
}

/** For each of the numbers, the largest one until then. */
function latestSoFar(numbers: readonly number[]): Float64Array {
  let latest = Number.NEGATIVE_INFINITY;
  return Float64Array.from(numbers, (one) => {
    latest = Math.max(latest, one);
    return latest;
  });
}

/** The index of the first of the ascending numbers that is `from` or more. */
function firstFrom(numbers: Float64Array, from: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
