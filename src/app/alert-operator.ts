import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Problem } from '../problems.ts';
import type { Poster } from '../reminders/ports.ts';
import { alertMessage } from './alert-message.ts';
import type { Alerts } from './ports.ts';

export interface AlertTools {
  readonly alerts: Alerts;
  readonly poster: Pick<Poster, 'post'>;
  readonly logger: Logger;
  readonly groupId: string;
}

/** Reports each problem in the operator's channel, at most once a day for each cause across all replicas. */
export async function alertOperator(
  problems: readonly Problem[],
  channelId: string,
  { alerts, poster, logger, groupId }: AlertTools,
  now: DateTime<true>,
): Promise<void> {
  for (const problem of problems) {
    const key = `alert/${groupId}/${problem.cause}/${now.toUTC().toISODate()}`;
    if (!(await alerts.claim(key, now))) continue;
    const destination = { kind: 'channel', channelId } as const;
    const metadata = { key, groupId, destination, kind: 'alert' } as const;
    const outcome = await poster.post(alertMessage(problem), metadata);
    if (outcome.kind !== 'posted') logger.warn({ key, outcome: outcome.kind }, 'alert not posted');
  }
}
