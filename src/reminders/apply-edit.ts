import type { DateTime } from 'luxon';
import { type Delivery, type DeliveryTools, DONE, TAKEN } from './delivery.ts';
import type { EditOutcome } from './ports.ts';
import { retryTime } from './retry-time.ts';

/** A change to a posted message. */
export interface PlannedEdit {
  readonly key: string;
  /** May be repeated: an edit that was lost, or not recorded, is made again. */
  attempt(): Promise<EditOutcome>;
  /** Records what the message says now. */
  record(): Promise<void>;
}

/** Edits a message unless someone else does: claim → edit → record. */
export async function applyEdit<Post>(
  { key, attempt, record }: PlannedEdit,
  tools: DeliveryTools<Post>,
  now: DateTime<true>,
): Promise<Delivery> {
  const { ledger, problems, journal } = tools;
  if (!(await ledger.claimEdit(key, now))) return TAKEN;
  const outcome = await attempt();
  switch (outcome.kind) {
    case 'try again':
      await ledger.defer(key, retryTime(1, tools, now), now);
      journal.warn({ key, reason: outcome.reason }, 'not edited; will try again');
      return DONE;
    case 'refused': {
      const until = retryTime(1, tools, now);
      await ledger.defer(key, until, now);
      problems.report('editing', `Slack refuses an edit: ${outcome.reason}`, outcome.advice, now);
      return { kind: 'wait', until };
    }
    case 'edited':
      await record();
      problems.solved('editing');
      journal.info({ key }, 'edited');
      return DONE;
    case 'out of reach':
      await record();
      journal.info({ key }, 'not edited: the message is out of reach');
      return DONE;
  }
}
