import { bareName, type NamedGroup } from './named-groups.ts';
import { hasSomethingNamed } from './other-group.ts';
import type { PlacedGroup } from './placement.ts';
import type { Registry } from './registry.ts';
import type { Group } from './schema.ts';

/** What says which group a request is for. */
export interface Clues {
  readonly named: NamedGroup;
  /** Where it was asked. */
  readonly channelId: string | undefined;
  /** The group of the message in which a button was pressed. */
  readonly stamped: string | undefined;
  /** The group that the asker chose before, where the answer is for them alone. */
  readonly chosen: string | undefined;
}

/**
 * Which group a request is for, and what says so. `named`: it has the group's name. `ask`: the asker has to
 * choose, among all groups or those that were named.
 */
export type Route<T> =
  | {
      readonly kind: 'group';
      readonly at: T;
      readonly by: 'name' | 'place' | 'choice';
      readonly named?: Extract<NamedGroup, { kind: 'one' }>;
    }
  | { readonly kind: 'ask'; readonly among: readonly Group[] };

/** A name comes before the place, and the place before what someone chose at another time. */
export function routeFor<T extends PlacedGroup>(registry: Registry<T>, clues: Clues): Route<T> {
  const { channelId, stamped, chosen } = clues;
  if (registry.all.length === 1) return { kind: 'group', at: registry.first, by: 'place' };
  const place = registry.byId(stamped) ?? registry.inChannel(channelId);
  const own = registry.byId(chosen);
  const named = unlessOwn(clues.named, (place ?? own)?.group);
  switch (named.kind) {
    case 'one': {
      const at = registry.byId(named.group.id);
      if (at) return { kind: 'group', at, by: at === place ? 'place' : 'name', named };
      break;
    }
    case 'several':
      // In the channel of one of them, it is that one.
      if (!place || !named.groups.includes(place.group))
        return { kind: 'ask', among: named.groups };
      break;
    case 'none':
      break;
  }
  if (place) return { kind: 'group', at: place, by: 'place' };
  if (own) return { kind: 'group', at: own, by: 'choice' };
  return { kind: 'ask', among: registry.all.map(({ group }) => group) };
}

/** “Autoscaling” is a workstream where there is one, and else SIG Autoscaling. */
function unlessOwn(named: NamedGroup, here: Group | undefined): NamedGroup {
  if (named.kind !== 'one' || !named.isBare || !here) return named;
  return hasSomethingNamed(here, bareName(named.group)) ? { kind: 'none' } : named;
}
