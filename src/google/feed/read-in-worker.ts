import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Meeting } from '../../calendar/meeting.ts';
import { oneAtATime } from '../../concurrency/one-at-a-time.ts';
import { UpstreamError } from '../../errors.ts';
import type { Malformed } from '../meetings.ts';
import { unavailable } from './download.ts';
import type { Feed, FeedMessage, FeedReply } from './messages.ts';
import { fromPlain, toPlain } from './plain-meeting.ts';

const DEADLINE_MS = 30_000;
const MAX_MEMORY_MB = 512;
const BATCH = 100;
// Feeds of several groups are read right after one another; starting a thread takes longer than a reading.
const KEEP_IDLE_MS = 5_000;

export interface FeedRequest extends Feed {
  /** The meetings of the last snapshot. */
  readonly known: readonly Meeting[];
}

export interface FeedReading {
  readonly meetings: readonly Meeting[];
  readonly malformed: readonly Malformed[];
  readonly withheld: readonly string[];
}

/** Reads feeds outside the main thread. */
export type ReadFeed = (request: FeedRequest, deadlineMs?: number) => Promise<FeedReading>;

/**
 * Reads feeds in another thread, one at a time. The thread ends when it has had nothing to do for a
 * while. Fails with UpstreamError, also when a feed takes too long, which counts from when its turn comes.
 */
export function feedThread(): ReadFeed {
  const turn = oneAtATime();
  let idle: { readonly worker: Worker; readonly end: NodeJS.Timeout } | undefined;

  function startWorker(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
    worker.once('exit', () => {
      if (idle?.worker === worker) idle = undefined;
    });
    // Whoever waits for a reply hears of an error; without a listener, one at any other time ends the process.
    return worker.on('error', () => {});
  }

  function takeWorker(): Worker {
    if (idle === undefined) return startWorker();
    const { worker, end } = idle;
    clearTimeout(end);
    idle = undefined;
    worker.ref();
    return worker;
  }

  function keepWorker(worker: Worker): void {
    worker.unref();
    const end = setTimeout(() => {
      idle = undefined;
      void worker.terminate();
    }, KEEP_IDLE_MS).unref();
    idle = { worker, end };
  }

  return (request, deadlineMs = DEADLINE_MS) =>
    turn('feed', async () => {
      const worker = takeWorker();
      try {
        const found = await reading(worker, request, deadlineMs);
        keepWorker(worker);
        return found;
      } catch (error) {
        // It may be busy still, or have run out of memory.
        await worker.terminate();
        throw error;
      }
    });
}

/** The thread that all groups share. */
export const readInWorker: ReadFeed = feedThread();

async function reading(
  worker: Worker,
  request: FeedRequest,
  deadlineMs: number,
): Promise<FeedReading> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const ask = (message: FeedMessage, transfer: ArrayBuffer[] = []) => {
    const reply = nextReply(worker, deadline, deadlineMs);
    worker.postMessage(message, transfer);
    return reply;
  };
  const { known, ...feed } = request;
  await tellKnown(worker, known);
  const first = await ask({ kind: 'feed', ...feed }, [feed.bytes.buffer]);
  if (first.kind !== 'read') throw replyError(first);
  const meetings: Meeting[] = [];
  for (;;) {
    const batch = await ask({ kind: 'next' });
    if (batch.kind !== 'batch') throw replyError(batch);
    meetings.push(...batch.meetings.map(fromPlain));
    if (batch.last) return { ...first, meetings };
    // Slack's requests are answered between two batches.
    await setImmediate();
  }
}

async function tellKnown(worker: Worker, known: readonly Meeting[]): Promise<void> {
  for (let sent = 0; sent < known.length; sent += BATCH) {
    // No description is needed to tell what has become of a meeting.
    const meetings = known
      .slice(sent, sent + BATCH)
      .map((meeting) => toPlain({ ...meeting, description: '' }));
    worker.postMessage({ kind: 'known', meetings } satisfies FeedMessage);
    await setImmediate();
  }
}

async function nextReply(
  worker: Worker,
  deadline: AbortSignal,
  deadlineMs: number,
): Promise<FeedReply> {
  try {
    const [reply] = await once(worker, 'message', { signal: deadline });
    return reply;
  } catch (error) {
    if (deadline.aborted) throw unavailable(`it took longer than ${deadlineMs / 1000} s`, error);
    const isFull =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    throw isFull ? unavailable('it needs too much memory', error) : error;
  }
}

function replyError(reply: FeedReply): Error {
  switch (reply.kind) {
    case 'failed':
      return new UpstreamError(reply.message, { kind: 'unavailable' });
    case 'broken':
      return reply.error;
    default:
      return new Error(`the feed's worker sent "${reply.kind}" out of turn`);
  }
}
