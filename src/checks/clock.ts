import type { Finding } from '../findings.ts';

// Slack's header has whole seconds, and a response takes time.
const MAX_SKEW_MS = 90_000;

/** This machine's clock against Slack's, which is `skewMs` ahead; reminders follow the machine's. */
export function clockFinding(skewMs: number): Finding {
  const about = 'Clock';
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) <= MAX_SKEW_MS) {
    return { kind: 'fine', about, says: `it agrees with Slack's to within ${seconds + 1} s` };
  }
  const which = skewMs < 0 ? 'ahead of' : 'behind';
  return {
    kind: 'failing',
    about,
    says: `This machine's clock is ${Math.round(seconds / 60)} min ${which} Slack's`,
    wayOut:
      'Set it, with NTP for example: until then, reminders are that much too early or too late.',
  };
}
