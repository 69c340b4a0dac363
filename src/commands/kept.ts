import { LRUCache } from 'lru-cache';
import { isTimed, type Meeting } from '../calendar/meeting.ts';
import { isOld } from '../messages/calendar-source.ts';
import type { SharedContext } from './command.ts';

/** Values that follow from what is the same for everyone, kept for as long as that stays the same. */
export interface Kept<Value extends NonNullable<unknown>> {
  /** The value of that name, made anew unless it was made from the same facts. */
  get(name: string, facts: SharedContext, make: () => Value): Value;
}

const MINUTE_MS = 60_000;

/** What shared facts consist of; of the time, only what an answer can tell from another time. */
export type StampOf = (facts: SharedContext) => readonly unknown[];

/** Keeps at most `max` values for each moment. */
export function keptValues<Value extends NonNullable<unknown>>(
  max: number,
  stampOf: StampOf,
): Kept<Value> {
  const values = new LRUCache<string, Value>({ max });
  let last: readonly unknown[] = [];
  return {
    get(name, facts, make) {
      const stamp = stampOf(facts);
      if (stamp.length !== last.length || stamp.some((part, at) => part !== last[at])) {
        values.clear();
        last = stamp;
      }
      const known = values.get(name);
      if (known !== undefined) return known;
      const value = make();
      values.set(name, value);
      return value;
    },
  };
}

export function stampReader(): StampOf {
  const turningPoints = turningPointsReader();
  return ({ now, group, calendar, commands, slashCommand }) => {
    const fixed = [Math.floor(now.toMillis() / MINUTE_MS), group, commands, slashCommand];
    switch (calendar.kind) {
      case 'not published':
        return [...fixed, calendar.kind];
      case 'never read':
        return [...fixed, calendar.kind, calendar.failing];
      case 'read': {
        const { meetings, unreadable, readAt, source, failing } = calendar;
        const passed = turningPoints(meetings).findLastIndex((ms) => ms <= now.toMillis());
        const age = [readAt.toMillis(), isOld(readAt, now)];
        return [...fixed, failing, meetings, unreadable, source, ...age, passed];
      }
    }
  };
}

/** When meetings begin and end within a minute: an answer changes then, as it may when a minute begins. */
function turningPointsReader(): (meetings: readonly Meeting[]) => readonly number[] {
  let last: readonly Meeting[] | undefined;
  let points: number[] = [];
  return (meetings) => {
    if (last === meetings) return points;
    last = meetings;
    points = [];
    for (const meeting of meetings) {
      if (!isTimed(meeting)) continue;
      for (const ms of [meeting.start.toMillis(), meeting.end.toMillis()]) {
        if (ms % MINUTE_MS !== 0) points.push(ms);
      }
    }
    points.sort((a, b) => a - b);
    return points;
  };
}
