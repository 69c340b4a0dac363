import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Meeting } from '../../calendar/meeting.ts';
import { UpstreamError } from '../../errors.ts';
import type { Malformed } from '../meetings.ts';
import { unavailable } from './download.ts';
import type { FeedReply, FeedRequest } from './messages.ts';
import { fromPlain } from './plain-meeting.ts';

const DEADLINE_MS = 30_000;
const MAX_MEMORY_MB = 512;

/** A feed that was read; `undefined` in place of it means that it has not changed. */
export interface FeedReading {
  readonly etag: string | undefined;
  readonly meetings: readonly Meeting[];
  readonly malformed: readonly Malformed[];
  readonly withheld: readonly string[];
}

/** Reads a feed in another thread. Fails with UpstreamError, also when that thread takes too long. */
export async function readInWorker(request: FeedRequest): Promise<FeedReading | undefined> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  });
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  try {
    return await reading(worker, deadline);
  } finally {
    await worker.terminate();
  }
}

async function reading(worker: Worker, deadline: AbortSignal): Promise<FeedReading | undefined> {
  const first = await nextReply(worker, deadline);
  switch (first.kind) {
    case 'not modified':
      return undefined;
    case 'read':
      return { ...first, meetings: await allMeetings(worker, deadline) };
    default:
      throw replyError(first);
  }
}

async function allMeetings(worker: Worker, deadline: AbortSignal): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  for (;;) {
    const reply = nextReply(worker, deadline);
    worker.postMessage('next');
    const batch = await reply;
    if (batch.kind !== 'batch') throw replyError(batch);
    meetings.push(...batch.meetings.map(fromPlain));
    if (batch.last) return meetings;
    // Slack's requests are answered between two batches.
    await setImmediate();
  }
}

async function nextReply(worker: Worker, deadline: AbortSignal): Promise<FeedReply> {
  try {
    const [reply] = await once(worker, 'message', { signal: deadline });
    return reply;
  } catch (error) {
    if (deadline.aborted) throw unavailable(`it took longer than ${DEADLINE_MS / 1000} s`, error);
    const isFull =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    throw isFull ? unavailable('it needs too much memory', error) : error;
  }
}

function replyError(reply: FeedReply): Error {
  switch (reply.kind) {
    case 'failed':
      return reply.advice === undefined
        ? new UpstreamError(reply.message, { kind: 'unavailable' })
        : new UpstreamError(reply.message, { kind: 'refused', advice: reply.advice });
    case 'broken':
      return reply.error;
    default:
      return new Error(`the feed's worker sent "${reply.kind}" out of turn`);
  }
}
