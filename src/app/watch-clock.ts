import type { Clock } from '../clock.ts';
import type { Problems } from '../problems.ts';
import type { OnSkew } from '../slack/slack-time.ts';

// The header has whole seconds, and a response takes time.
const MAX_SKEW_MS = 90_000;

/** Tells the operator when this machine's clock differs from Slack's, since reminders follow the machine's. */
export function clockWatch(problems: Pick<Problems, 'report' | 'solved'>, clock: Clock): OnSkew {
  return (skewMs) => {
    if (Math.abs(skewMs) <= MAX_SKEW_MS) {
      problems.solved('clock');
      return;
    }
    const minutes = Math.round(Math.abs(skewMs) / 60_000);
    const which = skewMs < 0 ? 'ahead of' : 'behind';
    problems.report(
      'clock',
      `This machine's clock is ${minutes} min ${which} Slack's`,
      'Set it, with NTP for example: until then, reminders are that much too early or too late.',
      clock.now(),
    );
  };
}
