import { retirementOf } from '../group/lookup.ts';
import type { ChannelSettings, PlacedGroup } from '../group/placement.ts';
import type { NamedChannel } from './channels.ts';

/** The channels that a group posts in, by the setting or the purpose that names each. */
export interface ChannelsOfGroup<T extends PlacedGroup> {
  readonly group: T;
  readonly channels: readonly NamedChannel[];
}

/** Where each group posts; a channel that several share is listed once. A retired group posts no reminders. */
export function channelsToCheck<T extends PlacedGroup>(
  groups: readonly T[],
  settings: ChannelSettings,
): ChannelsOfGroup<T>[] {
  const seen = new Set<string>();
  return groups.map((one) => ({
    group: one,
    channels: channelsOf(one, settings).filter(({ id }) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    }),
  }));
}

function channelsOf({ group, places }: PlacedGroup, settings: ChannelSettings): NamedChannel[] {
  const named = [
    { id: retirementOf(group) ? undefined : places.reminders, purpose: 'reminders' },
    { id: places.organizers, purpose: 'organizers_channel' },
    { id: places.alerts, purpose: 'alert_channel' },
  ];
  return named.flatMap(({ id, purpose }) =>
    id === undefined
      ? []
      : [{ id, setting: settingOf(id, settings) ?? `${purpose} of ${group.id}` }],
  );
}

function settingOf(id: string, settings: ChannelSettings): string | undefined {
  switch (id) {
    case settings.channel:
      return 'SLACK_CHANNEL_ID';
    case settings.organizersChannel:
      return 'ORGANIZERS_CHANNEL';
    case settings.alertChannel:
      return 'ALERT_CHANNEL';
    default:
      return undefined;
  }
}
