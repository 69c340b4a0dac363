/** Waits for one's turn, which is over after so many milliseconds. */
export type Pace = (ms: number) => Promise<void>;

/**
 * A pace that several keep together: waits follow one another, so that ten who wait 300 ms each are
 * no faster than one who waits ten times.
 */
export function sharedPace(
  sleep: (ms: number) => Promise<void>,
  nowMs: () => number = () => performance.now(),
): Pace {
  let freeAt = 0;
  return (ms) => {
    const now = nowMs();
    freeAt = Math.max(freeAt, now) + ms;
    return sleep(freeAt - now);
  };
}
