import { createHash } from 'node:crypto';
import type { AnsweredQuestions } from '../slack/ports.ts';
import type { Database } from './schema.ts';
import { toText } from './time.ts';

// Longer than any wait between two tries. Whoever has not held a question for so long is gone.
const CLAIM = { minutes: 3 };

/**
 * Which questions were answered, so that neither a redelivery nor another replica answers twice.
 * A question is identified by a hash of its location: neither its text nor who asked is stored.
 */
export function storeAnswers(db: Database): AnsweredQuestions {
  const held = (question: string) =>
    db.updateTable('answers').where('question', '=', question).where('state', '=', 'claimed');

  return {
    async claim(place, now) {
      const question = hashOf(place);
      const { numInsertedOrUpdatedRows: inserted } = await db
        .insertInto('answers')
        .values({ question, state: 'claimed', replyTs: null, at: toText(now) })
        .onConflict((conflict) => conflict.column('question').doNothing())
        .executeTakeFirst();
      if (inserted === 1n) return 'claimed';
      const { numUpdatedRows: updated } = await held(question)
        .set({ at: toText(now) })
        .where('at', '<', toText(now.minus(CLAIM)))
        .executeTakeFirst();
      return updated === 1n ? 'unsettled' : 'taken';
    },

    async hold(place, now) {
      await held(hashOf(place))
        .set({ at: toText(now) })
        .execute();
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
