/** Runs work on the same key in its order, one after the other; work on other keys goes on beside. */
export type OneAtATime = (key: string, work: () => Promise<void>) => Promise<void>;

export function oneAtATime(): OneAtATime {
  const last = new Map<string, Promise<void>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    // What befell the one before is its own caller's to hear.
    const mine = before.catch(() => {}).then(work);
    last.set(key, mine);
    try {
      await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
