import { LRUCache } from 'lru-cache';
import { type Destination, destinationId } from './destination.ts';

// If this many people in a row can't be reached, the cause is not the people.
const MAX_IN_A_ROW = 3;
const MAX_REMEMBERED = 1_000;

/** Who could not be reached, and what that means. */
export interface Unreachable {
  /**
   * Slack says that this person can't be reached. `gone`: it said so before, and others were reached
   * since. `everybody`: it says so about several in a row, so the app is the cause. `perhaps`: it is too
   * early to say.
   */
  note(destination: Destination): 'gone' | 'everybody' | 'perhaps';
  /** Slack refuses a message to this person; true if it refuses several in a row. */
  refused(destination: Destination): boolean;
  /** A message got through. */
  reached(): void;
}

/** Distinguishes one person who left from an app that can't reach anyone. */
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
      // If several could not be reached at once, nothing is known about any of them.
      const isKnown = inARow.size < MAX_IN_A_ROW;
      for (const id of inARow) {
        if (!isKnown) othersReachedSince.delete(id);
        else if (othersReachedSince.has(id)) othersReachedSince.set(id, true);
      }
      inARow.clear();
    },
  };
}
