import type { PlacedGroup } from './placement.ts';

/** All groups of the app, and whose a channel is. */
export interface Registry<T extends PlacedGroup = PlacedGroup> {
  /** At least one. */
  readonly all: readonly T[];
  /** The first, which stands for all where no group is known. */
  readonly first: T;
  byId(id: string | undefined): T | undefined;
  /** The group whose channel this is, or whose organizers' channel. */
  inChannel(channelId: string | undefined): T | undefined;
}

/** Fails with RangeError if there are no groups. */
export function registryOf<T extends PlacedGroup>(all: readonly T[]): Registry<T> {
  const [first] = all;
  if (!first) throw new RangeError('an app without a group');
  const byId = new Map(all.map((one) => [one.group.id, one]));
  const byChannel = new Map(
    all.flatMap((one) =>
      [...one.places.channels, one.places.organizers].map((channel) => [channel, one] as const),
    ),
  );
  return {
    all,
    first,
    byId: (id) => (id === undefined ? undefined : byId.get(id)),
    inChannel: (channelId) => (channelId === undefined ? undefined : byChannel.get(channelId)),
  };
}
