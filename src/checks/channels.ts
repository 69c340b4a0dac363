import type { Finding } from '../findings.ts';
import type { Membership } from '../slack/membership.ts';

/** A channel that the bot should post in, and the setting that names it. */
export interface NamedChannel {
  readonly setting: string;
  readonly id: string;
}

/** Whether the bot can post in a channel. `scopes` tell public and private channels apart. */
export function channelFinding(
  { setting: about, id }: NamedChannel,
  membership: Membership,
  scopes: readonly string[] | undefined,
): Finding {
  switch (membership.kind) {
    case 'member':
      return { kind: 'fine', about, says: `the bot is in the ${sortOf(scopes)}channel ${id}` };
    case 'not a member':
      return {
        kind: 'failing',
        about,
        says: `the bot is not in the channel ${id} and can't post there`,
        wayOut: 'Invite it: type /invite and the bot’s name there.',
      };
    case 'no such channel':
      return {
        kind: 'fatal',
        about,
        says: `the bot sees no channel ${id} in this workspace`,
        wayOut:
          "Copy the ID from the bottom of the channel's details; if the channel is private, invite the bot first.",
      };
    case 'not told':
      return notTold(about, id, membership.needed);
    case 'try again':
      return {
        kind: 'warning',
        about,
        says: `Slack doesn't say whether the bot is in the channel ${id} (${membership.reason})`,
        wayOut: 'The bot asks again every minute.',
      };
  }
}

/** A token with only one of the two scopes can only have read that kind of channel. */
function sortOf(scopes: readonly string[] = []): string {
  const [open, closed] = [scopes.includes('channels:history'), scopes.includes('groups:history')];
  if (open === closed) return '';
  return open ? 'public ' : 'private ';
}

function notTold(about: string, id: string, needed: string | undefined): Finding {
  const isPrivate = needed === 'groups:history';
  const scope = needed ?? 'channels:history';
  return {
    kind: 'warning',
    about,
    says: `whether the bot is in the ${isPrivate ? 'private ' : ''}channel ${id} can't be checked without the scope ${scope}`,
    wayOut: 'Add it under OAuth & Permissions of the app, or see to it that the bot is invited.',
  };
}
