import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';
import type { Answer } from '../commands/answer.ts';
import { briefMessage } from '../messages/brief.ts';
import type { Message } from '../messages/message.ts';
import type { MessageRef } from '../reminders/post.ts';
import type { AskedMessage } from './asked-message.ts';

const MINUTES = 10;
const MAX_COUNT = 500;

interface Given {
  readonly ts: string;
  readonly at: DateTime<true>;
}

/** What was answered in channels in the last minutes, so that it is not said at length again. */
export interface RecentAnswers {
  /** The answer, in short where it was given in full a moment before `now`. */
  briefer(asked: AskedMessage, answer: Answer, now: DateTime<true>): Message;
  /** Notes an answer that was given in full at `at`. */
  remember(asked: AskedMessage, answer: Answer, ts: string, at: DateTime<true>): void;
}

export function recentAnswers(permalink: (at: MessageRef) => string): RecentAnswers {
  const given = new LRUCache<string, Given>({ max: MAX_COUNT });
  const keyOf = ({ channel }: AskedMessage, { subject }: Answer) => `${channel} ${subject}`;
  return {
    briefer(asked, answer, now) {
      const before = given.get(keyOf(asked, answer));
      const recent = before && now.diff(before.at, 'minutes').minutes < MINUTES;
      if (!recent || answer.kind !== 'answer' || asked.via !== 'mention') return answer.message;
      const url = permalink({ channel: asked.channel, ts: before.ts });
      return briefMessage(answer.message, url, before.at);
    },

    remember(asked, answer, ts, at) {
      if (asked.via === 'mention') given.set(keyOf(asked, answer), { ts, at });
    },
  };
}
