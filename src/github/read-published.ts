import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PublishedReply } from './messages.ts';

const DEADLINE_MS = 30_000;
const MAX_MEMORY_MB = 256;

/** Reads sigs.yaml in another thread, within bounds of time and memory. */
export async function readPublished(
  bytes: Uint8Array<ArrayBuffer>,
  deadlineMs = DEADLINE_MS,
): Promise<Exclude<PublishedReply, { kind: 'broken' }>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: bytes,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  });
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const [reply]: PublishedReply[] = await once(worker, 'message', { signal: deadline });
    if (reply === undefined) throw new Error('the thread that reads sigs.yaml said nothing');
    if (reply.kind === 'broken') throw reply.error;
    return reply;
  } catch (error) {
    if (deadline.aborted) return unreadable(`takes longer than ${deadlineMs / 1000} s to read`);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return unreadable('needs too much memory');
    throw error;
  } finally {
    await worker.terminate();
  }
}

function unreadable(problem: string) {
  return { kind: 'unreadable', problem } as const;
}
