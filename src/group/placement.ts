import { nearest } from '../text/similarity.ts';
import type { Deployment } from './deployment.ts';
import type { Group } from './schema.ts';

/** Where a group is in the workspace. */
export interface Places {
  /** Channels in which requests are for the group. */
  readonly channels: readonly string[];
  /** The channel for its reminders; absent if it gets none. */
  readonly reminders: string | undefined;
  readonly organizers: string | undefined;
  readonly alerts: string | undefined;
}

export interface PlacedGroup {
  readonly group: Group;
  readonly places: Places;
}

/** The channels that the settings name. All but the one for alerts are the first group's. */
export interface ChannelSettings {
  readonly channel: string | undefined;
  readonly organizersChannel: string | undefined;
  readonly alertChannel: string | undefined;
}

/** Where each group is: by the deployment file, else by its own file; the first one also by the settings. */
export function placeGroups(
  groups: readonly Group[],
  deployment: Deployment,
  settings: ChannelSettings,
): PlacedGroup[] {
  return groups.map((group, index) => {
    const given = deployment[group.id] ?? {};
    const { channel, organizersChannel, alertChannel } = settings;
    const first = index === 0 ? { channel, organizersChannel } : {};
    const own = [first.channel, ...(given.channels ?? group.channels)];
    const channels = [...new Set(own.filter((id) => id !== undefined))];
    const reminders = given.reminders ?? channels[0];
    return {
      group,
      places: {
        channels,
        reminders: reminders === 'none' ? undefined : reminders,
        organizers: given.organizersChannel ?? first.organizersChannel,
        alerts: given.alertChannel ?? alertChannel,
      },
    };
  });
}

/** What is wrong with the places, a line each. */
export function placementProblems(
  placed: readonly PlacedGroup[],
  deployment: Deployment,
): string[] {
  const ids = placed.map(({ group }) => group.id);
  return [...unknownGroups(ids, deployment), ...sharedChannels(placed)];
}

function unknownGroups(ids: readonly string[], deployment: Deployment): string[] {
  return Object.keys(deployment)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const [near] = nearest(id, ids);
      const hint = near === undefined ? `there are ${ids.join(', ')}` : `did you mean ${near}?`;
      return `groups.${id}: no group file has this ID; ${hint}`;
    });
}

function sharedChannels(placed: readonly PlacedGroup[]): string[] {
  const owners = new Map<string, string>();
  return placed.flatMap(({ group, places }) => {
    const own = [...new Set([...places.channels, places.organizers])];
    return own.flatMap((channel) => {
      if (channel === undefined) return [];
      const owner = owners.get(channel);
      owners.set(channel, owner ?? group.id);
      return owner === undefined
        ? []
        : [`The channel ${channel} is both ${owner}'s and ${group.id}'s`];
    });
  });
}
