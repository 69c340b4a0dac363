import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';
import type { Understood } from '../questions/follow-up.ts';

const MINUTES = 60;
const MAX_COUNT = 1000;

/** What people asked last in each thread, for questions that follow: never in which words. */
export interface Conversations {
  before(conversation: string, now: DateTime<true>): Understood | undefined;
  note(conversation: string, understood: Understood, now: DateTime<true>): void;
}

export function recentConversations(): Conversations {
  const kept = new LRUCache<string, { readonly at: DateTime<true>; readonly what: Understood }>({
    max: MAX_COUNT,
  });
  return {
    before(conversation, now) {
      const last = kept.get(conversation);
      return last && now.diff(last.at, 'minutes').minutes < MINUTES ? last.what : undefined;
    },
    note(conversation, { intent, ids }, now) {
      kept.set(conversation, { at: now, what: { intent, ids } });
    },
  };
}
