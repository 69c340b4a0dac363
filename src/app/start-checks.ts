import type { Logger } from 'pino';
import { channelFinding, type NamedChannel } from '../checks/channels.ts';
import type { Clock } from '../clock.ts';
import type { Finding } from '../findings.ts';
import type { Problems } from '../problems.ts';
import type { ScheduledJob } from '../scheduler.ts';
import type { Membership } from '../slack/membership.ts';

export interface ChannelCheckTools {
  readonly problems: Pick<Problems, 'report' | 'solved'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface ChannelChecks {
  /** What was found at startup, one finding for each channel. */
  atStart(scopes: readonly string[] | undefined): Promise<readonly Finding[]>;
  /** Checks again until the bot is in every channel: someone may have invited it in the meantime. */
  readonly job: ScheduledJob;
}

interface Checked {
  readonly channel: NamedChannel;
  readonly membership: Membership;
}

/** Checks whether the bot can post, days before the first reminder would fail. */
export function channelChecks(
  channels: readonly NamedChannel[],
  membershipIn: (channelId: string) => Promise<Membership>,
  tools: ChannelCheckTools,
): ChannelChecks {
  let open = channels;

  async function check(): Promise<readonly Checked[]> {
    const checked = await Promise.all(
      open.map(async (channel) => ({ channel, membership: await membershipIn(channel.id) })),
    );
    open = checked.filter(({ membership }) => isOpen(membership)).map(({ channel }) => channel);
    tell(checked, tools);
    return checked;
  }

  return {
    async atStart(scopes) {
      const checked = await check();
      return checked.map(({ channel, membership }) => channelFinding(channel, membership, scopes));
    },
    job: {
      name: 'check-channels',
      cron: '* * * * *',
      async run() {
        if (open.length > 0) await check();
      },
    },
  };
}

function isOpen({ kind }: Membership): boolean {
  return kind !== 'member' && kind !== 'not told';
}

function tell(checked: readonly Checked[], { problems, clock, logger }: ChannelCheckTools): void {
  for (const { channel, membership } of checked) {
    if (!('reason' in membership)) continue;
    const fields = { ...channel, reason: membership.reason };
    logger.warn(fields, 'could not check whether the bot is in its channel');
  }
  const outside = checked.filter(
    ({ membership: { kind } }) => kind === 'not a member' || kind === 'no such channel',
  );
  if (outside.length === 0) {
    problems.solved('membership');
    return;
  }
  const names = outside.map(({ channel: { id, setting } }) => `${id} (${setting})`).join(' and ');
  const what = `The bot is not in the channel ${names} and can't post there`;
  problems.report(
    'membership',
    what,
    'Invite it: type /invite and the bot’s name there.',
    clock.now(),
  );
}
