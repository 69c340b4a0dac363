import type { DateTime } from 'luxon';
import { type Delivery, type DeliveryTools, DONE, metadataOf, TAKEN } from './delivery.ts';
import type { PostIdentity } from './ports.ts';
import type { PlannedPost } from './post.ts';
import { retryTime } from './retry-time.ts';

// How long after its meeting's start Slack is still searched for a post.
const SETTLE_UNTIL = { hours: 1 };

/**
 * Drops a post that should no longer be made, unless it turns out to be in Slack. It leaves no
 * trace, so that it is planned again if the calendar, or a wrong clock, changes back.
 */
export async function drop(
  post: PlannedPost,
  why: 'the meeting has begun' | 'no longer true',
  tools: DeliveryTools,
  now: DateTime<true>,
): Promise<Delivery> {
  const { ledger, journal } = tools;
  const claim = await ledger.claim(post, now);
  if (claim.kind === 'taken') return TAKEN;
  if (claim.kind === 'unsettled') {
    const retryAt = retryTime(claim.attempts, tools, now);
    const settled = await settle(post, claim.since, retryAt, tools, now);
    if (settled === 'later' && now >= post.details.start.plus(SETTLE_UNTIL)) {
      await ledger.abandon(post.key, 'it is unknown whether it was posted', now);
    }
    if (settled !== 'not there') return DONE;
  }
  await ledger.withdraw(post.key);
  journal.warn({ key: post.key, reason: why }, 'post dropped');
  return DONE;
}

/**
 * Settles a claim whose last attempt has no recorded outcome. `not there`: it certainly posted
 * nothing, so the post may be tried again. `later`: Slack can't be searched now.
 */
export async function settle<Post extends PostIdentity>(
  post: Post,
  since: DateTime<true>,
  retryAt: DateTime<true>,
  tools: DeliveryTools<Post>,
  now: DateTime<true>,
): Promise<'found' | 'not there' | 'later'> {
  const { ledger, poster, problems, journal } = tools;
  const { key } = post;
  const lookup = await poster.find(metadataOf(post, tools), since);
  switch (lookup.kind) {
    case 'found':
      await ledger.recordPosted(key, lookup, now);
      problems.solved('history');
      journal.info({ key }, 'post found in Slack');
      return 'found';
    case 'not there':
      problems.solved('history');
      return 'not there';
    case 'try again':
      await ledger.defer(key, retryAt, now);
      journal.warn({ key, reason: lookup.reason }, 'could not search Slack; will try again');
      return 'later';
    case 'refused':
      // Without the history, a second attempt could be a second message, which is worse than none.
      await ledger.defer(key, retryAt, now);
      problems.report('history', `Slack refuses the history: ${lookup.reason}`, lookup.advice, now);
      return 'later';
  }
}
