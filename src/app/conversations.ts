import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';
import type { Conversation } from '../commands/command.ts';
import type { Understood } from '../questions/follow-up.ts';

const MINUTES = 60;
const MAX_COUNT = 1000;

/** What people asked last in each thread, for questions that follow: never in which words. */
export interface Conversations {
  /** One person's in one thread, as it is at `now`. */
  of(key: string, now: DateTime<true>): Conversation;
}

export function recentConversations(): Conversations {
  const kept = new LRUCache<string, { readonly at: DateTime<true>; readonly what: Understood }>({
    max: MAX_COUNT,
  });
  return {
    of(key, now) {
      const last = kept.get(key);
      return {
        before: last && now.diff(last.at, 'minutes').minutes < MINUTES ? last.what : undefined,
        note: ({ intent, ids }) => kept.set(key, { at: now, what: { intent, ids } }),
      };
    },
  };
}
