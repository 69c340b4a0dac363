import type { Clock } from '../clock.ts';
import type { Problems } from '../problems.ts';
import type { OnSkew } from '../slack/slack-time.ts';

// The header has whole seconds, and an answer takes some.
const MAX_SKEW_MS = 90_000;

/** Tells the operator when the machine's clock and Slack's differ, since reminders go by the former. */
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
      'Set it, by NTP for instance: until then reminders go out that much too early or too late.',
      clock.now(),
    );
  };
}
