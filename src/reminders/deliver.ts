import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Message } from '../messages/message.ts';
import type { Problems } from '../problems.ts';
import type { Ledger, PlannedPost, Poster, PostOutcome } from './ports.ts';

export interface PostingTools {
  readonly ledger: Ledger;
  readonly poster: Poster;
  readonly problems: Problems;
  readonly logger: Logger;
  /** Read anew for each post: many posts take longer than a lease. */
  readonly clock: Clock;
  /** Aborted when the bot stops: what is under way is finished, nothing else begun. */
  readonly stopping?: AbortSignal;
  /** A number from 0 to 1, for the jitter of retries. */
  readonly random: () => number;
}

// Long enough for Slack to carry out a request whose answer was lost, before the channel is asked.
const FIRST_RETRY_SECONDS = 30;
const MAX_RETRY_SECONDS = 120;
// Slack's clock and those of other replicas.
const CLOCKS_DIFFER = { minutes: 5 };

/** What came of one turn at a post. */
export type Turn =
  /** There is nothing more to do with it for now. */
  | { readonly kind: 'done' }
  /** It is settled, or another is at it: nothing was done. */
  | { readonly kind: 'taken' }
  /** Slack asked to wait, so all further posts should. */
  | { readonly kind: 'wait'; readonly until: DateTime<true> }
  /** Its recipient left, or wants no messages of the bot. */
  | { readonly kind: 'gone' };

/** The turn is over; there is nothing for the others to heed. */
export const DONE: Turn = { kind: 'done' };
const TAKEN: Turn = { kind: 'taken' };

/**
 * Makes one post exactly once: claim → post → record. What an earlier try left unsettled is looked
 * for in the channel first. `message` is made when it is sent, so that its words are true then.
 */
export async function deliver(
  post: PlannedPost,
  message: Message,
  tools: PostingTools,
  now: DateTime<true>,
): Promise<Turn> {
  const claim = await tools.ledger.claim(post, now);
  if (claim.kind === 'taken') return TAKEN;
  const retryAt = retryTime(claim.attempts, tools, now);
  if (claim.kind === 'unsettled') {
    if (await settle(post, claim.since, retryAt, tools, now)) return DONE;
    await tools.ledger.restate(post, now);
  }
  const outcome = await tools.poster.post(post.channel, message, post);
  return record(outcome, post, retryAt, tools, now);
}

/**
 * Drops a post that is not to be made any more, unless it turns out to be in the channel. One whose
 * meeting has begun is given up for good; another may be planned again, should the calendar turn back.
 */
export async function drop(
  post: PlannedPost,
  why: 'the meeting has begun' | 'no longer true',
  tools: PostingTools,
  now: DateTime<true>,
): Promise<Turn> {
  const { ledger, logger } = tools;
  const claim = await ledger.claim(post, now);
  if (claim.kind === 'taken') return TAKEN;
  const retryAt = retryTime(claim.attempts, tools, now);
  if (claim.kind === 'unsettled' && (await settle(post, claim.since, retryAt, tools, now))) {
    return DONE;
  }
  if (why === 'the meeting has begun') await ledger.recordGivenUp(post.key, why, now);
  else await ledger.forget(post.key);
  logger.warn({ key: post.key, reason: why }, 'post given up');
  return DONE;
}

/** When to try again what failed at `now`: later with each attempt, and never two in step. */
export function retryTime(
  attempts: number,
  { random }: PostingTools,
  now: DateTime<true>,
): DateTime<true> {
  const seconds = Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), MAX_RETRY_SECONDS);
  return now.plus({ seconds: seconds + random() * (seconds / 2) });
}

/**
 * Settles a claim whose last try nobody recorded. False when that certainly posted nothing, so that
 * it may be tried again.
 */
async function settle(
  { key, channel }: PlannedPost,
  since: DateTime<true>,
  retryAt: DateTime<true>,
  { ledger, poster, problems, logger }: PostingTools,
  now: DateTime<true>,
): Promise<boolean> {
  const lookup = await poster.find(channel, key, since.minus(CLOCKS_DIFFER));
  switch (lookup.kind) {
    case 'found':
      await ledger.recordPosted(key, lookup, now);
      logger.info({ key }, 'post found in the channel');
      return true;
    case 'not there':
      return false;
    case 'try again':
      await ledger.defer(key, retryAt, now);
      logger.warn({ key, reason: lookup.reason }, 'channel not searched; it is tried again');
      return true;
    case 'refused':
      // Without the history a second try could be a second message, which is worse than none.
      await ledger.recordGivenUp(key, `outcome unknown, ${lookup.reason}`, now);
      problems.report('history', `Slack refuses the history: ${lookup.reason}`, lookup.advice, now);
      return true;
  }
}

async function record(
  outcome: PostOutcome,
  { key }: PlannedPost,
  retryAt: DateTime<true>,
  { ledger, problems, logger }: PostingTools,
  now: DateTime<true>,
): Promise<Turn> {
  switch (outcome.kind) {
    case 'posted':
      await ledger.recordPosted(key, outcome, now);
      problems.solved('posting');
      logger.info({ key }, 'posted');
      return DONE;
    case 'refused':
      await ledger.recordGivenUp(key, outcome.reason, now);
      problems.report('posting', `Slack refuses a post: ${outcome.reason}`, outcome.advice, now);
      return DONE;
    case 'rate limited':
      return waitFor(outcome.retryAfterSeconds, key, { ledger, logger }, now);
    case 'gone':
      await ledger.recordGivenUp(key, 'the person is gone', now);
      return outcome;
    case 'not posted':
      await ledger.release(key, retryAt, now);
      logger.warn({ key, reason: outcome.reason }, 'not posted; it is tried again');
      return DONE;
    case 'unknown':
      await ledger.defer(key, retryAt, now);
      logger.warn({ key, reason: outcome.reason }, 'may have been posted; the channel will tell');
      return DONE;
  }
}

async function waitFor(
  seconds: number,
  key: string,
  { ledger, logger }: Pick<PostingTools, 'ledger' | 'logger'>,
  now: DateTime<true>,
): Promise<Turn> {
  const until = now.plus({ seconds });
  await ledger.release(key, until, now);
  logger.warn({ key, seconds }, 'Slack asked to wait');
  return { kind: 'wait', until };
}
