import { setTimeout as sleep } from 'node:timers/promises';

/** Counts the requests that are being answered, so that a stop can wait for them. */
export interface InFlight {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is in progress, including work started meanwhile, or after `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>;
}

export function inFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    run(work) {
      const promise = work().finally(() => running.delete(promise));
      running.add(promise);
      return promise;
    },
    async drain(timeoutMs) {
      const timeout = new AbortController();
      const over = sleep(timeoutMs, undefined, { signal: timeout.signal }).then(
        () => timeout.abort(),
        () => {},
      );
      while (running.size > 0 && !timeout.signal.aborted) {
        await Promise.race([Promise.allSettled(running), over]);
      }
      timeout.abort();
    },
  };
}
