import { z } from 'zod';
import type { FollowStates } from '../following/ports.ts';
import type { FollowState } from '../following/state.ts';
import type { Database } from './schema.ts';
import { fromText, toText } from './time.ts';

const moment = z.iso.datetime().transform(fromText);

const stored = z.object({
  linksCheckedAt: moment.optional(),
  deadLinks: z.array(z.object({ what: z.string(), url: z.string(), status: z.number() })),
  seen: z.array(z.string()),
  lastNumber: z.int().min(0),
  open: z.object({ number: z.int(), postedAt: moment, told: z.array(z.string()) }).optional(),
  ended: z.array(z.object({ number: z.int(), how: z.enum(['settled', 'replaced']), at: moment })),
});

/** What is remembered of one group's comparisons. */
export function storeFollowStates(db: Database, groupId: string): FollowStates {
  return {
    async load() {
      const row = await db
        .selectFrom('following')
        .selectAll()
        .where('groupId', '=', groupId)
        .executeTakeFirst();
      if (!row) return undefined;
      const state = stored.parse(JSON.parse(row.state));
      const { linksCheckedAt, open } = state;
      return { ...state, linksCheckedAt, open, comparedAt: fromText(row.comparedAt) };
    },

    async save({ comparedAt, ...state }) {
      const values = { comparedAt: toText(comparedAt), state: JSON.stringify(plain(state)) };
      await db
        .insertInto('following')
        .values({ groupId, ...values })
        .onConflict((conflict) => conflict.column('groupId').doUpdateSet(values))
        .execute();
    },
  };
}

function plain({ linksCheckedAt, open, ended, ...rest }: Omit<FollowState, 'comparedAt'>) {
  return {
    ...rest,
    ...(linksCheckedAt && { linksCheckedAt: toText(linksCheckedAt) }),
    ...(open && { open: { ...open, postedAt: toText(open.postedAt) } }),
    ended: ended.map((one) => ({ ...one, at: toText(one.at) })),
  };
}
