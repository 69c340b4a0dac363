import type { NamedGroup } from './named-groups.ts';
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
 * Which group a request is for, and what says so. `rest`: what was asked of it, without its name. `ask`: the
 * asker has to choose, among all groups or those that were named.
 */
export type Route<T> =
  | { readonly kind: 'group'; readonly at: T; readonly by: 'place' | 'choice' }
  | { readonly kind: 'group'; readonly at: T; readonly by: 'name'; readonly rest: string }
  | { readonly kind: 'ask'; readonly among: readonly Group[] };

/** A name comes before the place, and the place before what someone chose at another time. */
export function routeFor<T extends PlacedGroup>(registry: Registry<T>, clues: Clues): Route<T> {
  const { named, channelId, stamped, chosen } = clues;
  if (registry.all.length === 1) return { kind: 'group', at: registry.first, by: 'place' };
  const place = registry.byId(stamped) ?? registry.inChannel(channelId);
  switch (named.kind) {
    case 'one': {
      const at = registry.byId(named.group.id);
      // In its own place, its name is a word of the question like others.
      if (at && at !== place) return { kind: 'group', at, by: 'name', rest: named.rest };
      break;
    }
    case 'several':
      // Whoever writes in a group's channel may well speak of others.
      if (!place) return { kind: 'ask', among: named.groups };
      break;
    case 'none':
      break;
  }
  if (place) return { kind: 'group', at: place, by: 'place' };
  const own = registry.byId(chosen);
  if (own) return { kind: 'group', at: own, by: 'choice' };
  return { kind: 'ask', among: registry.all.map(({ group }) => group) };
}
