import type { Kysely } from 'kysely';

/** Answers how many want what, every minute, from an index instead of all subscriptions. */
export async function demand(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('subscriptions_by_demand')
    .on('subscriptions')
    .columns(['group_id', 'paused_at', 'about', 'lead_times'])
    .execute();
}
