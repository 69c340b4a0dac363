import type { DateTime } from 'luxon';
import { nextTurn } from '../concurrency/turns.ts';
import type { Message } from '../messages/message.ts';
import { applyEdit } from '../reminders/apply-edit.ts';
import { deliver } from '../reminders/deliver.ts';
import { type Delivery, type DeliveryTools, DONE, metadataOf } from '../reminders/delivery.ts';
import type { Destination } from '../reminders/destination.ts';
import type { MessageRef } from '../reminders/post.ts';
import { retryTime } from '../reminders/retry-time.ts';
import { settle } from '../reminders/settle.ts';
import { guarded } from '../reminders/take-turns.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { KeptPoster, KeptRecord, KeptState, PlannedKept } from './ports.ts';

// Replicas' clocks differ by less than this.
const CLOCKS_DIFFER = { minutes: 3 };

/** A message under a key that stays the same, and what it should say now. */
export interface KeptMessage {
  readonly key: string;
  readonly destination: Destination;
  readonly message: Message;
  /** `leave`: the message is edited where it is, and not posted where it isn't. */
  readonly ifAbsent: 'post' | 'leave';
  /** After this, it is neither posted nor edited. */
  readonly keepUntil: DateTime<true>;
}

export interface KeeperTools extends DeliveryTools<PlannedKept> {
  readonly ledger: KeptRecord;
  readonly poster: KeptPoster;
}

/**
 * Keeps messages true. A flow says on each run what its messages should say; they are posted once, whatever
 * crashes and however many replicas run, and edited when their words have changed. A message that is
 * no longer named stays as it is.
 */
export interface MessageKeeper {
  /**
   * Posts and edits so that Slack shows what is wanted. `asOf`: when the data was read that the words come
   * from; words from older data than a message has never replace them.
   */
  keep(wanted: readonly KeptMessage[], asOf: DateTime<true>): Promise<void>;
  /** Deletes messages; nothing is ever posted again under the key of one that was posted. */
  remove(wanted: readonly Pick<KeptMessage, 'key' | 'destination'>[]): Promise<void>;
  /** Where a message is, if it is posted. */
  find(key: string): Promise<MessageRef | undefined>;
}

export function messageKeeper(tools: KeeperTools): MessageKeeper {
  const { ledger, clock, stopping } = tools;

  /** Takes a turn for each, until the bot stops or Slack asks to wait. */
  async function each<T extends { readonly key: string }>(
    wanted: readonly T[],
    turn: (one: T, state: KeptState | undefined, now: DateTime<true>) => Promise<Delivery>,
  ): Promise<void> {
    const known = await ledger.read(wanted.map(({ key }) => key));
    for (const one of wanted) {
      await nextTurn();
      if (stopping.aborted) return;
      const take = () => turn(one, known.get(one.key), clock.now());
      const { kind } = await guarded(one.key, tools, take);
      if (kind === 'wait') return;
    }
  }

  return {
    keep: (wanted, asOf) =>
      each(wanted, (one, state, now) => keepOne(plannedOf(one, asOf), one, state, tools, now)),
    remove: (wanted) => each(wanted, (one, state, now) => removeOne(one, state, tools, now)),
    async find(key) {
      const state = (await ledger.read([key])).get(key);
      return state?.kind === 'posted' ? state.at : undefined;
    },
  };
}

function plannedOf(
  { key, destination, message, keepUntil }: KeptMessage,
  asOf: DateTime<true>,
): PlannedKept {
  return { kind: 'kept', key, destination, fingerprint: fingerprintOf(message), asOf, keepUntil };
}

async function keepOne(
  post: PlannedKept,
  { message, ifAbsent }: KeptMessage,
  state: KeptState | undefined,
  tools: KeeperTools,
  now: DateTime<true>,
): Promise<Delivery> {
  if (now >= post.keepUntil) return DONE;
  switch (state?.kind) {
    case undefined:
      return ifAbsent === 'post' ? deliver(post, message, tools, now) : DONE;
    case 'waiting':
      return ifAbsent === 'post' ? deliver(post, message, tools, now) : retract(post, tools, now);
    case 'posted':
      return correct(post, message, state, tools, now);
    case 'settled':
      return DONE;
  }
}

async function correct(
  post: PlannedKept,
  message: Message,
  shown: Extract<KeptState, { kind: 'posted' }>,
  tools: KeeperTools,
  now: DateTime<true>,
): Promise<Delivery> {
  const { ledger, poster } = tools;
  // One from the future was written by a wrong clock.
  if (shown.asOf > post.asOf && shown.asOf <= now.plus(CLOCKS_DIFFER)) return DONE;
  if (shown.fingerprint === post.fingerprint && !shown.editUnsettled) {
    if (shown.keepUntil < post.keepUntil) await ledger.extend(post.key, post.keepUntil, now);
    return DONE;
  }
  const edit = {
    key: post.key,
    attempt: () => poster.edit(shown.at, message, metadataOf(post, tools)),
    record: () => ledger.recordEdited(post.key, post, now),
  };
  return applyEdit(edit, tools, now);
}

/** Gives up a post that is no longer wanted, unless it turns out to be in Slack. */
async function retract(
  post: PlannedKept,
  tools: KeeperTools,
  now: DateTime<true>,
): Promise<Delivery> {
  const claim = await tools.ledger.claim(post, now);
  if (claim.kind === 'taken') return DONE;
  if (claim.kind === 'unsettled') {
    const retryAt = retryTime(claim.attempts, tools, now);
    if ((await settle(post, claim.since, retryAt, tools, now)) !== 'not there') return DONE;
  }
  await tools.ledger.withdraw(post.key);
  return DONE;
}

async function removeOne(
  { key, destination }: Pick<KeptMessage, 'key' | 'destination'>,
  state: KeptState | undefined,
  tools: KeeperTools,
  now: DateTime<true>,
): Promise<Delivery> {
  const { ledger, poster } = tools;
  switch (state?.kind) {
    case 'waiting': {
      const nothing = { fingerprint: '', asOf: now, keepUntil: now };
      return retract({ kind: 'kept', key, destination, ...nothing }, tools, now);
    }
    case 'posted': {
      const edit = {
        key,
        attempt: () => poster.remove(state.at),
        record: () => ledger.recordRemoved(key, now),
      };
      return applyEdit(edit, tools, now);
    }
    case 'settled':
    case undefined:
      return DONE;
  }
}
