import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { UpstreamError } from '../../errors.ts';
import { download } from './download.ts';
import type { FeedReply, FeedRequest } from './messages.ts';
import { fromPlain, toPlain } from './plain-meeting.ts';
import { readFeed } from './read-feed.ts';

// Reads a feed in a thread of its own: a large one takes seconds, and Slack waits for three.

const BATCH = 50;

async function answer(request: FeedRequest, port: MessagePort): Promise<void> {
  const reply = (message: FeedReply) => port.postMessage(message);
  const { url, calendarId, etag, known, ...rest } = request;
  const downloaded = await download(url, calendarId, etag);
  if (downloaded.kind === 'not modified') return reply(downloaded);
  const around = { ...rest, known: known.map(fromPlain) };
  const { meetings, malformed, withheld } = readFeed(downloaded.text, around);
  reply({ kind: 'read', etag: downloaded.etag, malformed, withheld });
  const plain = meetings.map(toPlain);
  let sent = 0;
  port.on('message', () => {
    const batch = plain.slice(sent, sent + BATCH);
    sent += BATCH;
    reply({ kind: 'batch', meetings: batch, last: sent >= plain.length });
  });
}

function failure(error: unknown): FeedReply {
  if (error instanceof UpstreamError) {
    return { kind: 'failed', message: error.message, advice: error.advice };
  }
  return { kind: 'broken', error: error instanceof Error ? error : new Error(String(error)) };
}

if (parentPort) {
  const port = parentPort;
  await answer(workerData, port).catch((error: unknown) => port.postMessage(failure(error)));
}
