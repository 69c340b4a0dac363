import type { DateTime } from 'luxon';
import type { Destination, DestinationKind } from './destination.ts';
import type { LeadTimes } from './lead-times.ts';
import type { NamesFor } from './plan.ts';
import type { Subscriptions } from './ports.ts';
import type { Demand, Subscription } from './subscription.ts';

/** Everyone a group reminds in the same way, and of what. */
export interface Audience {
  readonly kind: DestinationKind;
  /** How many destinations want what, without reading which ones. */
  demand(): Promise<readonly Demand[]>;
  /** Those about one of these names, undefined for all meetings; every one if none are given. */
  subscriptions(abouts?: readonly (string | undefined)[]): Promise<readonly Subscription[]>;
  readonly namesFor: NamesFor;
  /** Stops reminding an unreachable destination. */
  pause(destination: Destination, now: DateTime<true>): Promise<void>;
}

/** The group's channel, which is reminded of every meeting. */
export function channelAudience(channelId: string, leadTimes: LeadTimes): Audience {
  const destination = { kind: 'channel', channelId } as const;
  const wanted = { about: undefined, leadTimes };
  return {
    kind: 'channel',
    demand: async () => [{ ...wanted, count: 1 }],
    subscriptions: async () => [{ ...wanted, destination }],
    namesFor: (about) => [about],
    // An unreachable channel is the operator's problem to fix.
    pause: async () => {},
  };
}

/** Nobody is reminded. */
export function noAudience(kind: DestinationKind): Audience {
  return {
    kind,
    demand: async () => [],
    subscriptions: async () => [],
    namesFor: (about) => [about],
    pause: async () => {},
  };
}

/** The people who asked for direct messages. */
export function peopleAudience(subscriptions: Subscriptions, namesFor: NamesFor): Audience {
  return {
    kind: 'person',
    demand: () => subscriptions.demand(),
    async subscriptions(abouts) {
      const all = await subscriptions.all(abouts);
      return all.map(({ userId, ...wanted }) => ({
        ...wanted,
        destination: { kind: 'person', userId },
      }));
    },
    namesFor,
    async pause(destination, now) {
      if (destination.kind === 'person') await subscriptions.pause(destination.userId, now);
    },
  };
}
