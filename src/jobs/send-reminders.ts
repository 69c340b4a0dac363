import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Meeting } from '../meetings/meeting.ts';
import { type DueReminder, type Leads, planReminders } from '../meetings/reminders.ts';
import type { Ledger, Poster, PostOutcome } from '../ports.ts';
import { reminderView } from '../views/reminder.ts';

export interface ReminderSettings {
  readonly channel: string;
  readonly leads: Leads;
  /** The group's zone, for what a message says beside the reader's own time. */
  readonly zone: string;
}

export interface ReminderTools {
  readonly ledger: Ledger;
  readonly poster: Poster;
  readonly logger: Logger;
}

// After an outcome without effect; a minute is the usual distance between two runs.
const RETRY = { seconds: 30 };

/** Posts what is due at `now`: plan, then for each claim, post, record. */
export async function sendReminders(
  meetings: readonly Meeting[],
  settings: ReminderSettings,
  tools: ReminderTools,
  now: DateTime,
): Promise<void> {
  const settled = await tools.ledger.settledAhead(now);
  for (const reminder of planReminders(meetings, settings.leads, settled, now)) {
    const logger = tools.logger.child({ key: reminder.key });
    try {
      await sendOne(reminder, settings, { ...tools, logger }, now);
    } catch (error) {
      // The claim stays with its lease; one reminder's fault must not keep the others back.
      logger.error({ err: error }, 'reminder not sent');
    }
  }
}

async function sendOne(
  reminder: DueReminder,
  { channel, zone }: ReminderSettings,
  tools: ReminderTools,
  now: DateTime,
): Promise<void> {
  const { key, meeting } = reminder;
  const { ledger, poster, logger } = tools;
  const label = { key, kind: 'reminder', meetingId: meeting.id } as const;
  const claim = await ledger.claim({ ...label, meetingStart: meeting.start, channel }, now);
  if (claim === 'taken') return;
  if (claim === 'unsettled') {
    // A try that nobody recorded: it may have been posted, so the channel is asked first.
    const since = meeting.start.minus({ minutes: reminder.leadMinutes + 1 });
    const ts = await poster.findPosted(channel, key, since);
    if (ts !== undefined) {
      await ledger.recordPosted(key, ts, now);
      logger.info('reminder found in the channel');
      return;
    }
  }
  const outcome = await poster.post(channel, reminderView(meeting, now, zone), label);
  await record(outcome, key, tools, now);
}

async function record(
  outcome: PostOutcome,
  key: string,
  { ledger, logger }: ReminderTools,
  now: DateTime,
): Promise<void> {
  switch (outcome.kind) {
    case 'posted':
      await ledger.recordPosted(key, outcome.ts, now);
      logger.info('reminder posted');
      return;
    case 'refused':
      await ledger.recordRefused(key, outcome.reason, now);
      logger.error({ reason: outcome.reason, advice: outcome.advice }, 'reminder given up');
      return;
    case 'rate limited': {
      const retryAt = now.plus({ seconds: outcome.retryAfterSeconds });
      await ledger.release(key, retryAt, now);
      logger.warn({ retryAt: retryAt.toISO() }, 'reminder waits: Slack limits the rate');
      return;
    }
    case 'not posted':
      await ledger.release(key, now.plus(RETRY), now);
      logger.warn({ reason: outcome.reason }, 'reminder not posted; it is tried again');
      return;
    case 'unknown':
      // The claim stays: when its lease runs out, the channel is asked before the next try.
      logger.warn(
        { reason: outcome.reason },
        'reminder may have been posted; the channel will tell',
      );
      return;
  }
}
