import { LRUCache } from 'lru-cache';
import { type Destination, destinationId } from './destination.ts';

// So many people in a row can't be told anything: then it is not about them.
const MAX_IN_A_ROW = 3;
const MAX_REMEMBERED = 1_000;

/** Whom a message could not reach, and what that means. */
export interface Unreachable {
  /**
   * Slack says that this person can't be reached. `gone`: it said so before, and others were reached
   * since. `everybody`: it says so of several in a row, so it is about the app. `perhaps`: time will tell.
   */
  note(destination: Destination): 'gone' | 'everybody' | 'perhaps';
  /** Slack refuses a message to this person; true when it refuses several in a row. */
  refused(destination: Destination): boolean;
  /** A message got through. */
  reached(): void;
}

/** Tells one person who left from an app that nobody hears any more. */
export function unreachable(): Unreachable {
  const othersReachedSince = new LRUCache<string, boolean>({ max: MAX_REMEMBERED });
  const inARow = new Set<string>();

  function isEverybody(destination: Destination): boolean {
    inARow.add(destinationId(destination));
    return inARow.size >= MAX_IN_A_ROW;
  }

  return {
    note(destination) {
      const id = destinationId(destination);
      if (othersReachedSince.get(id) && inARow.size === 0) return 'gone';
      othersReachedSince.set(id, false);
      return isEverybody(destination) ? 'everybody' : 'perhaps';
    },

    refused: isEverybody,

    reached() {
      // Where several could not be reached at once, nothing is known of any of them.
      const isKnown = inARow.size < MAX_IN_A_ROW;
      for (const id of inARow) {
        if (!isKnown) othersReachedSince.delete(id);
        else if (othersReachedSince.has(id)) othersReachedSince.set(id, true);
      }
      inARow.clear();
    },
  };
}
