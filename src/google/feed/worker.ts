import { type MessagePort, parentPort } from 'node:worker_threads';
import { UpstreamError } from '../../errors.ts';
import type { FeedMessage, FeedReply, FeedRequest } from './messages.ts';
import { fromPlain, type PlainMeeting, toPlain } from './plain-meeting.ts';
import { readFeed } from './read-feed.ts';

// Reads feeds in a thread of its own: a large one takes seconds, and Slack waits for three.

const BATCH = 50;

function listen(port: MessagePort): void {
  const reply = (message: FeedReply) => port.postMessage(message);
  let left: readonly PlainMeeting[] = [];
  port.on('message', (message: FeedMessage) => {
    if (message !== 'next') {
      left = answer(message, reply);
      return;
    }
    const meetings = left.slice(0, BATCH);
    left = left.slice(BATCH);
    reply({ kind: 'batch', meetings, last: left.length === 0 });
  });
}

/** Says how the reading went; returns the meetings, which are sent in batches. */
function answer(
  { bytes, known, ...rest }: FeedRequest,
  reply: (message: FeedReply) => void,
): readonly PlainMeeting[] {
  try {
    const text = new TextDecoder().decode(bytes);
    const { meetings, malformed, withheld } = readFeed(text, {
      ...rest,
      known: known.map(fromPlain),
    });
    reply({ kind: 'read', malformed, withheld });
    return meetings.map(toPlain);
  } catch (error) {
    reply(failure(error));
    return [];
  }
}

function failure(error: unknown): FeedReply {
  if (error instanceof UpstreamError) return { kind: 'failed', message: error.message };
  return { kind: 'broken', error: error instanceof Error ? error : new Error(String(error)) };
}

if (parentPort) listen(parentPort);
