import type { ChannelsOfGroup } from '../checks/channels-to-check.ts';
import type { Clock } from '../clock.ts';
import type { Finding } from '../findings.ts';
import type { Membership } from '../slack/membership.ts';
import type { GroupCore } from './group-cores.ts';
import { type ChannelChecks, channelChecks } from './start-checks.ts';

/**
 * Checks the channels of every group. A channel that is gone keeps a bot with one group from starting; of
 * several groups the others go on.
 */
export function groupChannelChecks(
  all: readonly ChannelsOfGroup<GroupCore>[],
  membershipIn: (channelId: string) => Promise<Membership>,
  clock: Clock,
): ChannelChecks {
  const checks = all.map(({ group: { problems, logger }, channels }) =>
    channelChecks(channels, membershipIn, { problems, clock, logger }),
  );
  const isAlone = all.length === 1;
  return {
    async atStart(scopes) {
      const found: Finding[] = [];
      // One after another: Slack minds many calls at once more than slow ones.
      for (const check of checks) found.push(...(await check.atStart(scopes)));
      return isAlone ? found : found.map(notFatal);
    },
    job: {
      name: 'check-channels',
      cron: '* * * * *',
      async run() {
        for (const { job } of checks) await job.run();
      },
    },
  };
}

function notFatal(finding: Finding): Finding {
  return finding.kind === 'fatal' ? { ...finding, kind: 'failing' } : finding;
}
