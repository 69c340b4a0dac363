import { clockFinding } from '../checks/clock.ts';
import type { Clock } from '../clock.ts';
import { isTrouble } from '../findings.ts';
import type { Problems } from '../problems.ts';
import type { OnSkew } from '../slack/slack-time.ts';

/** Tells the operator when this machine's clock differs from Slack's, since reminders follow the machine's. */
export function clockWatch(problems: Pick<Problems, 'report' | 'solved'>, clock: Clock): OnSkew {
  return (skewMs) => {
    const finding = clockFinding(skewMs);
    if (isTrouble(finding)) {
      problems.report('clock', finding.says, finding.wayOut ?? '', clock.now());
    } else {
      problems.solved('clock');
    }
  };
}
