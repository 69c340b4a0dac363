import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';
import type { Answer } from '../../commands/dispatch.ts';
import type { Clock } from '../../ports.ts';
import { briefView } from '../../views/brief.ts';
import type { Message } from '../../views/message.ts';
import type { AskedMessage } from './message-event.ts';

const MINUTES = 10;
const MOST = 500;

interface Given {
  readonly ts: string;
  readonly at: DateTime;
}

/** What was answered in a channel in the last minutes, so that the same is not said at length again. */
export function recentAnswers(clock: Clock, permalink: (channel: string, ts: string) => string) {
  const given = new LRUCache<string, Given>({ max: MOST });
  const keyOf = ({ channel }: AskedMessage, { topic }: Answer) => `${channel} ${topic}`;
  return {
    /** The answer, in short where it was given a moment ago. */
    briefer(asked: AskedMessage, answer: Answer): Message {
      const before = given.get(keyOf(asked, answer));
      const now = clock.now();
      const recent = before && now.diff(before.at, 'minutes').minutes < MINUTES;
      if (!recent || answer.kind !== 'answer' || asked.via !== 'mention') return answer.message;
      return briefView(answer.message, permalink(asked.channel, before.ts), before.at, now);
    },

    remember(asked: AskedMessage, answer: Answer, ts: string): void {
      if (asked.via === 'mention') given.set(keyOf(asked, answer), { ts, at: clock.now() });
    },
  };
}
