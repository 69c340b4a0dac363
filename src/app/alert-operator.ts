import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Problem } from '../problems.ts';
import type { Poster } from '../reminders/ports.ts';
import { alertMessage } from './alert-message.ts';
import type { Alerts } from './ports.ts';

/** Tells the operator's channel of each problem, once a day and cause over all replicas. */
export async function alertOperator(
  problems: readonly Problem[],
  channel: string,
  { alerts, poster, logger }: { alerts: Alerts; poster: Poster; logger: Logger },
  now: DateTime<true>,
): Promise<void> {
  for (const problem of problems) {
    const key = `alert/${problem.cause}/${now.toUTC().toISODate()}`;
    if (!(await alerts.claim(key, now))) continue;
    const outcome = await poster.post(channel, alertMessage(problem), { key });
    if (outcome.kind !== 'posted') logger.warn({ key, outcome: outcome.kind }, 'alert not posted');
  }
}
