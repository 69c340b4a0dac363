import type { Kysely } from 'kysely';

/** What is asked every minute is answered from an index, not from all subscriptions or posts. */
export async function indexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('subscriptions_by_demand')
    .on('subscriptions')
    .columns(['group_id', 'paused_at', 'about', 'lead_times'])
    .execute();
  await db.schema
    .createIndex('posts_by_meeting')
    .on('posts')
    .columns(['group_id', 'meeting_id'])
    .execute();
}
