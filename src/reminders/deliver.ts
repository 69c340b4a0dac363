import type { DateTime } from 'luxon';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Message } from '../messages/message.ts';
import type { Problems } from '../problems.ts';
import type { Ledger, Poster, PostMetadata, PostOutcome } from './ports.ts';
import type { PlannedPost } from './post.ts';

export interface DeliveryTools {
  readonly ledger: Ledger;
  readonly poster: Poster;
  readonly problems: Pick<Problems, 'report' | 'solved'>;
  readonly journal: Journal;
  /** Read again for each post: many posts take longer than a lease. */
  readonly clock: Clock;
  /** Aborted when the bot stops: work in progress is finished, nothing else is started. */
  readonly stopping: AbortSignal;
  /** A number from 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly groupId: string;
}

// Long enough for Slack to process a request whose response was lost, before Slack is searched.
const MIN_RETRY_SECONDS = 30;
const MAX_RETRY_SECONDS = 120;
// How long after its meeting's start Slack is still searched for a post.
const SETTLE_UNTIL = { hours: 1 };
// Something that Slack refuses waits for a person to make a change.
const MAX_REFUSED_SECONDS = 600;
/** The outcome of one attempt to deliver a post. */
export type Delivery =
  /** There is nothing more to do for it now. */
  | { readonly kind: 'done' }
  /** It is settled, or someone else holds it: nothing was done. */
  | { readonly kind: 'taken' }
  /** Slack asked to wait, so all other posts should too. */
  | { readonly kind: 'wait'; readonly until: DateTime<true> }
  /** Slack refuses it for now; the next attempt is at `until`. */
  | { readonly kind: 'refused'; readonly until: DateTime<true> }
  /** Slack says that its recipient can't be reached; the next attempt is at `until`. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly until: DateTime<true> }
  /** It was posted. */
  | { readonly kind: 'posted' };

export const DONE: Delivery = { kind: 'done' };
const TAKEN: Delivery = { kind: 'taken' };

/**
 * Makes one post exactly once: claim → post → record. If an earlier attempt left it unsettled, Slack
 * is searched first. `message` is built when it is sent, so that its words are true then.
 */
export async function deliver(
  post: PlannedPost,
  message: Message,
  tools: DeliveryTools,
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
  return record(outcome, post, claim.attempts, tools, now);
}

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

/** When to retry what failed at `now`: later with each attempt, with jitter. */
export function retryTime(
  attempts: number,
  { random }: Pick<DeliveryTools, 'random'>,
  now: DateTime<true>,
  maxSeconds = MAX_RETRY_SECONDS,
): DateTime<true> {
  const seconds = Math.min(MIN_RETRY_SECONDS * 2 ** (attempts - 1), maxSeconds);
  return now.plus({ seconds: seconds + random() * (seconds / 2) });
}

/** The metadata by which a post's message can be found later. */
export function metadataOf(
  { key, destination, kind, meetingId }: Omit<PlannedPost, 'details' | 'asOf'>,
  { groupId }: Pick<DeliveryTools, 'groupId'>,
): PostMetadata {
  return { key, groupId, destination, kind, meetingId };
}

/**
 * Settles a claim whose last attempt has no recorded outcome. `not there`: it certainly posted
 * nothing, so the post may be tried again. `later`: Slack can't be searched now.
 */
async function settle(
  post: PlannedPost,
  since: DateTime<true>,
  retryAt: DateTime<true>,
  tools: DeliveryTools,
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

async function record(
  outcome: PostOutcome,
  { key }: PlannedPost,
  attempts: number,
  tools: DeliveryTools,
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
