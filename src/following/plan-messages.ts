import type { DateTime } from 'luxon';
import { type Difference, keyOf } from './difference.ts';
import type { EndedMessage, FollowState } from './state.ts';

type Messages = Pick<FollowState, 'lastNumber' | 'open' | 'ended'>;

/** What each of a group's messages should say now. */
export type PlannedMessage =
  | {
      readonly number: number;
      readonly says: 'differences';
      readonly differences: readonly Difference[];
    }
  | { readonly number: number; readonly says: EndedMessage['how'] };

// An edit notifies nobody, so something new gets a message of its own if the last one is older than this.
const EDIT_FOR = { days: 7 };
const EDIT_ENDED_FOR = { days: 3 };

export const NO_MESSAGES: Messages = { lastNumber: 0, open: undefined, ended: [] };

/**
 * Plans a group's messages: one about everything that differs, edited as that changes, until nothing does. What
 * differs again later gets a new message.
 */
export function planMessages(
  before: Messages,
  differences: readonly Difference[],
  now: DateTime<true>,
): { readonly state: Messages; readonly messages: readonly PlannedMessage[] } {
  const state = next(before, differences.map(keyOf), now);
  const open: PlannedMessage[] = state.open
    ? [{ number: state.open.number, says: 'differences', differences }]
    : [];
  return {
    state,
    messages: [...open, ...state.ended.map(({ number, how }) => ({ number, says: how }))],
  };
}

function next(before: Messages, keys: readonly string[], now: DateTime<true>): Messages {
  const { open, lastNumber } = before;
  const ended = before.ended.filter(({ at }) => now < at.plus(EDIT_ENDED_FOR));
  const end = (how: EndedMessage['how']) =>
    open ? [...ended, { number: open.number, how, at: now }] : ended;
  if (keys.length === 0) return { lastNumber, open: undefined, ended: end('settled') };
  const isNews = open !== undefined && keys.some((key) => !open.told.includes(key));
  if (open && !(isNews && now >= open.postedAt.plus(EDIT_FOR))) {
    const told = [...new Set([...open.told, ...keys])];
    return { lastNumber, open: { ...open, told }, ended };
  }
  const number = lastNumber + 1;
  return {
    lastNumber: number,
    open: { number, postedAt: now, told: keys },
    ended: end('replaced'),
  };
}
