import type { DateTime } from 'luxon';
import type { Message } from '../messages/message.ts';
import { type Delivery, type DeliveryTools, DONE, metadataOf, TAKEN } from './delivery.ts';
import type { PostIdentity, PostOutcome } from './ports.ts';
import { retryTime } from './retry-time.ts';
import { settle } from './settle.ts';

// Something that Slack refuses waits for a person to make a change.
const MAX_REFUSED_SECONDS = 600;

/**
 * Makes one post exactly once: claim → post → record. If an earlier attempt left it unsettled, Slack
 * is searched first. `message` is built when it is sent, so that its words are true then.
 */
export async function deliver<Post extends PostIdentity>(
  post: Post,
  message: Message,
  tools: DeliveryTools<Post>,
  now: DateTime<true>,
): Promise<Delivery> {
  const claim = await tools.ledger.claim(post, now);
  if (claim.kind === 'taken') return TAKEN;
  const retryAt = retryTime(claim.attempts, tools, now);
  if (claim.kind === 'unsettled') {
    if ((await settle(post, claim.since, retryAt, tools, now)) !== 'not there') return DONE;
    await tools.ledger.restate(post, now);
  }
  const outcome = await tools.poster.post(message, metadataOf(post, tools));
  tools.observe?.({ post, outcome: outcome.kind, at: now });
  return record(outcome, post, claim.attempts, tools, now);
}

async function record<Post extends PostIdentity>(
  outcome: PostOutcome,
  { key }: Post,
  attempts: number,
  tools: DeliveryTools<Post>,
  now: DateTime<true>,
): Promise<Delivery> {
  const { ledger, problems, journal } = tools;
  const retryAt = retryTime(attempts, tools, now);
  const refusedUntil = retryTime(attempts, tools, now, MAX_REFUSED_SECONDS);
  switch (outcome.kind) {
    case 'posted':
      await ledger.recordPosted(key, outcome, now);
      problems.solved('posting');
      journal.info({ key }, 'posted');
      return { kind: 'posted' };
    case 'refused':
      // The cause may pass, or be fixed, before the meeting starts.
      await ledger.release(key, refusedUntil, now);
      problems.report('posting', `Slack refuses a post: ${outcome.reason}`, outcome.advice, now);
      return { kind: 'refused', until: refusedUntil };
    case 'unfit':
      await ledger.abandon(key, outcome.reason, now);
      journal.error({ key, reason: outcome.reason }, 'Slack rejects this message in any form');
      return DONE;
    case 'rate limited': {
      const until = now.plus({ seconds: outcome.retryAfterSeconds });
      await ledger.release(key, until, now);
      journal.warn({ key, seconds: outcome.retryAfterSeconds }, 'Slack asked to wait');
      return { kind: 'wait', until };
    }
    case 'unreachable':
      await ledger.release(key, refusedUntil, now);
      return { kind: 'unreachable', reason: outcome.reason, until: refusedUntil };
    case 'not posted':
      await ledger.release(key, retryAt, now);
      journal.warn({ key, reason: outcome.reason }, 'not posted; will try again');
      return DONE;
    case 'unknown':
      await ledger.defer(key, retryAt, now);
      journal.warn({ key, reason: outcome.reason }, 'may have been posted; Slack will be searched');
      return DONE;
  }
}
