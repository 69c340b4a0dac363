import { createHash } from 'node:crypto';
import type { AnsweredQuestions } from '../slack/ports.ts';
import type { Database } from './schema.ts';
import { toText } from './time.ts';

// An answer takes seconds. A process that claimed a question and has not answered by then is gone.
const CLAIM = { seconds: 60 };

/**
 * Which questions were answered, so that neither a redelivery nor another replica answers twice.
 * A question is identified by a hash of its location: neither its text nor who asked is stored.
 */
export function storeAnswers(db: Database): AnsweredQuestions {
  return {
    async claim(place, now) {
      const question = hashOf(place);
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('answers')
        .values({ question, state: 'claimed', replyTs: null, at: toText(now) })
        .onConflict((conflict) =>
          conflict
            .column('question')
            .doUpdateSet({ at: toText(now) })
            .where('answers.state', '=', 'claimed')
            .where('answers.at', '<', toText(now.minus(CLAIM))),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async record(place, replyTs, now) {
      const answered = { state: 'answered', replyTs: replyTs ?? null } as const;
      await db
        .insertInto('answers')
        .values({ question: hashOf(place), ...answered, at: toText(now) })
        .onConflict((conflict) => conflict.column('question').doUpdateSet(answered))
        .execute();
    },

    async replyTo(place) {
      const row = await db
        .selectFrom('answers')
        .select('replyTs')
        .where('question', '=', hashOf(place))
        .executeTakeFirst();
      return row?.replyTs ?? undefined;
    },

    async prune(before) {
      await db.deleteFrom('answers').where('at', '<', toText(before)).execute();
    },
  };
}

function hashOf({ channel, ts }: { channel: string; ts: string }): string {
  return createHash('sha256').update(`${channel} ${ts}`).digest('hex');
}
