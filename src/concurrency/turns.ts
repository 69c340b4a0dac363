import { setImmediate } from 'node:timers';

// Slack's requests are answered between two turns.
const TURN_MS = 5;

// A thread has one event loop, so all long work in it shares its turns.
const waiting: (() => void)[] = [];
let began = performance.now();

/**
 * Called between two parts of long work: undefined if the present turn of the event loop is still young,
 * else a promise of a turn of one's own. Those who wait get one turn each, and everything else runs in between:
 * however many there are, none keeps others waiting for longer than its own part.
 */
export function nextTurn(): Promise<void> | undefined {
  if (waiting.length === 0 && performance.now() - began < TURN_MS) return undefined;
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(passTurn);
  });
}

function passTurn(): void {
  began = performance.now();
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(passTurn);
}
