/** Runs work, at most so much of it at the same time; the rest waits for its turn. */
export type Limited = <T>(work: () => Promise<T>) => Promise<T>;

export function limited(atOnce: number): Limited {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
