import type { Destination, DestinationKind } from './destination.ts';
import type { LeadTimes } from './lead-times.ts';
import type { NamesFor } from './plan.ts';
import type { Subscriptions } from './ports.ts';
import type { Demand, Subscription } from './subscription.ts';

/** All whom one group reminds in one way, and of what. */
export interface Audience {
  readonly kind: DestinationKind;
  /** How many want what, without reading who. */
  demand(): Promise<readonly Demand[]>;
  subscriptions(): Promise<readonly Subscription[]>;
  readonly namesFor: NamesFor;
  /** The reader of this post can't be reached any more. */
  drop(destination: Destination): Promise<void>;
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
    // A channel is never gone for good: what keeps the bot from it is the operator's to mend.
    drop: async () => {},
  };
}

/** The people who asked for direct messages. */
export function peopleAudience(subscriptions: Subscriptions, namesFor: NamesFor): Audience {
  return {
    kind: 'person',
    demand: () => subscriptions.demand(),
    async subscriptions() {
      const all = await subscriptions.all();
      return all.map(({ userId, ...wanted }) => ({
        ...wanted,
        destination: { kind: 'person', userId },
      }));
    },
    namesFor,
    async drop(destination) {
      if (destination.kind === 'person') await subscriptions.forget(destination.userId);
    },
  };
}
