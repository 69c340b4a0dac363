import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Meeting } from '../../calendar/meeting.ts';
import { UpstreamError } from '../../errors.ts';
import type { Feed, FeedMessage, FeedReply } from './messages.ts';
import { fromPlain, type PlainMeeting, toPlain } from './plain-meeting.ts';
import { readFeed } from './read-feed.ts';

// Reads feeds in a thread of its own: a large one takes seconds, and Slack waits for three.

const BATCH = 50;

function listen(port: MessagePort): void {
  const reply = (message: FeedReply) => port.postMessage(message);
  let known: Meeting[] = [];
  let left: readonly PlainMeeting[] = [];
  port.on('message', (message: FeedMessage) => {
    switch (message.kind) {
      case 'known':
        known.push(...message.meetings.map(fromPlain));
        break;
      case 'feed':
        left = answer(message, known, reply);
        known = [];
        break;
      case 'next': {
        const meetings = left.slice(0, BATCH);
        left = left.slice(BATCH);
        reply({ kind: 'batch', meetings, last: left.length === 0 });
      }
    }
  });
}

/** Says how the reading went; returns the meetings, which are sent in batches. */
function answer(
  { bytes, published, window }: Feed,
  known: readonly Meeting[],
  reply: (message: FeedReply) => void,
): readonly PlainMeeting[] {
  try {
    const text = new TextDecoder().decode(bytes);
    const { meetings, malformed, withheld } = readFeed(text, { published, known, window });
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
