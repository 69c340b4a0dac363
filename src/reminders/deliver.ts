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
  /** Read anew for each post: many posts take longer than a lease. */
  readonly clock: Clock;
  /** Aborted when the bot stops: what is under way is finished, nothing else begun. */
  readonly stopping: AbortSignal;
  /** A number from 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly groupId: string;
}

// Long enough for Slack to carry out a request whose answer was lost, before it is asked.
const MIN_RETRY_SECONDS = 30;
const MAX_RETRY_SECONDS = 120;
// How long after the start of its meeting Slack is still asked whether a post was made.
const SETTLE_UNTIL = { hours: 1 };
// What Slack refuses waits for a person to change something.
const MAX_REFUSED_SECONDS = 600;
/** What came of one attempt to deliver a post. */
export type Delivery =
  /** There is nothing more to do with it for now. */
  | { readonly kind: 'done' }
  /** It is settled, or another is at it: nothing was done. */
  | { readonly kind: 'taken' }
  /** Slack asked to wait, so all further posts should. */
  | { readonly kind: 'wait'; readonly until: DateTime<true> }
  /** Slack refuses it for now: it is tried again at `until`. */
  | { readonly kind: 'refused'; readonly until: DateTime<true> }
  /** Slack says that its reader can't be sent anything: it is tried again at `until`. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly until: DateTime<true> }
  /** It was posted. */
  | { readonly kind: 'posted' };

export const DONE: Delivery = { kind: 'done' };
const TAKEN: Delivery = { kind: 'taken' };

/**
 * Makes one post exactly once: claim → post → record. What an earlier attempt left unsettled is
 * looked for in Slack first. `message` is made when it is sent, so that its words are true then.
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
 * Drops a post that is not to be made any more, unless it turns out to be in Slack. It leaves no
 * trace, so that it is planned again should the calendar, or a clock that was wrong, turn back.
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
      await ledger.abandon(post.key, 'nobody knows whether it was posted', now);
    }
    if (settled !== 'not there') return DONE;
  }
  await ledger.withdraw(post.key);
  journal.warn({ key: post.key, reason: why }, 'post dropped');
  return DONE;
}

/** When to try again what failed at `now`: later with each attempt, and never two in step. */
export function retryTime(
  attempts: number,
  { random }: Pick<DeliveryTools, 'random'>,
  now: DateTime<true>,
  maxSeconds = MAX_RETRY_SECONDS,
): DateTime<true> {
  const seconds = Math.min(MIN_RETRY_SECONDS * 2 ** (attempts - 1), maxSeconds);
  return now.plus({ seconds: seconds + random() * (seconds / 2) });
}

/** What the message of a post carries for whoever looks for it later. */
export function metadataOf(
  { key, destination, kind, meetingId }: Omit<PlannedPost, 'details' | 'asOf'>,
  { groupId }: Pick<DeliveryTools, 'groupId'>,
): PostMetadata {
  return { key, groupId, destination, kind, meetingId };
}

/**
 * Settles a claim whose last attempt nobody recorded. `not there`: that certainly posted nothing, so
 * it may be tried again. `later`: Slack can't be asked now.
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
      journal.warn({ key, reason: lookup.reason }, 'Slack not searched; it is tried again');
      return 'later';
    case 'refused':
      // Without the history a second try could be a second message, which is worse than none.
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
      // Whatever it is may pass, or be mended, before the meeting starts.
      await ledger.release(key, refusedUntil, now);
      problems.report('posting', `Slack refuses a post: ${outcome.reason}`, outcome.advice, now);
      return { kind: 'refused', until: refusedUntil };
    case 'unfit':
      await ledger.abandon(key, outcome.reason, now);
      journal.error({ key, reason: outcome.reason }, 'Slack takes this message in no form');
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
      journal.warn({ key, reason: outcome.reason }, 'not posted; it is tried again');
      return DONE;
    case 'unknown':
      await ledger.defer(key, retryAt, now);
      journal.warn({ key, reason: outcome.reason }, 'may have been posted; Slack will tell');
      return DONE;
  }
}
