import { setImmediate as nextTurn } from 'node:timers/promises';

/** Watches every turn of the event loop while work is done: the longest one, in ms of the processor. */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let isOver = false;
  const watched = watch(() => isOver);
  try {
    await work();
  } finally {
    isOver = true;
  }
  return watched;
}

/** By the time of this thread on the processor: other programs, and waiting for the disk, don't count. */
async function watch(isOver: () => boolean): Promise<number> {
  let longest = 0;
  let before = threadMs();
  do {
    await nextTurn();
    const after = threadMs();
    longest = Math.max(longest, after - before);
    before = after;
  } while (!isOver());
  return longest;
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
