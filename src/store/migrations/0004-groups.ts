import { type Kysely, type RawBuilder, sql } from 'kysely';

/**
 * Each row names its group, and each post its destination, so that one store serves several groups.
 * Earlier rows belong to `groupId`. The new keys need new primary keys, which SQLite can't alter:
 * each table is recreated, and all its rows are copied.
 */
export function groups(groupId: string) {
  return async (db: Kysely<unknown>): Promise<void> => {
    const group = sql.lit(groupId);
    await posts(db, group);
    await subscriptions(db, group);
    await calendarSnapshots(db, group);
    await answers(db);
  };
}

async function posts(db: Kysely<unknown>, group: RawBuilder<unknown>): Promise<void> {
  await db.schema.dropIndex('posts_by_start').execute();
  await db.schema.dropIndex('posts_by_recipient').execute();
  await db.schema.alterTable('posts').renameTo('posts_before').execute();
  await db.schema
    .createTable('posts')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('destination_kind', 'text', (column) => column.notNull())
    .addColumn('destination_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lead_minutes', 'integer')
    .addColumn('moved_from', 'text')
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('meeting_start', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addColumn('reason', 'text')
    .addColumn('original', 'text')
    .addColumn('shown', 'text')
    .addColumn('as_of', 'text')
    .addColumn('edit_unsettled', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text')
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('posts_of_groups_key', ['group_id', 'key'])
    .execute();
  await sql`
    insert into posts (group_id, destination_kind, destination_id, key, kind, lead_minutes,
      meeting_id, meeting_start, state, lease_until, attempts, channel, ts, reason, original, shown,
      as_of, created_at, updated_at)
    select ${group}, case when recipient is null then 'channel' else 'person' end,
      coalesce(recipient, channel), key, kind, lead_minutes, meeting_id, meeting_start,
      case when state = 'given up' then 'abandoned' else state end, nullif(lease_until, ''),
      attempts, case when ts is null then null else channel end, ts, reason, original, shown,
      as_of, created_at, updated_at
    from posts_before`.execute(db);
  await db.schema.dropTable('posts_before').execute();
  await db.schema
    .createIndex('posts_by_meeting_start')
    .on('posts')
    .columns(['group_id', 'destination_kind', 'meeting_start', 'state'])
    .execute();
  await db.schema
    .createIndex('posts_by_destination')
    .on('posts')
    .columns(['group_id', 'destination_id'])
    .execute();
}

async function subscriptions(db: Kysely<unknown>, group: RawBuilder<unknown>): Promise<void> {
  await db.schema.alterTable('subscriptions').renameTo('subscriptions_before').execute();
  await db.schema
    .createTable('subscriptions')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('lead_times', 'text', (column) => column.notNull())
    .addColumn('paused_at', 'text')
    .addPrimaryKeyConstraint('subscriptions_of_groups_key', ['group_id', 'user_id', 'about'])
    .execute();
  await sql`
    insert into subscriptions (group_id, user_id, about, lead_times)
    select ${group}, user_id, about, leads from subscriptions_before`.execute(db);
  await db.schema.dropTable('subscriptions_before').execute();
}

async function calendarSnapshots(db: Kysely<unknown>, group: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_snapshots')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('calendar_id', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text', (column) => column.notNull())
    .addColumn('meetings', 'text', (column) => column.notNull())
    .addColumn('unreadable', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('calendar_snapshots_key', ['group_id', 'calendar_id'])
    .execute();
  await sql`
    insert into calendar_snapshots (group_id, calendar_id, read_at, meetings, unreadable)
    select ${group}, calendar_id, read_at, meetings, unreadable from calendar_copies`.execute(db);
  await db.schema.dropTable('calendar_copies').execute();
}

/** Whether a question is answered becomes a state, and an answer without a known ID has none. */
async function answers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('answers')
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('claimed'))
    .execute();
  await sql`
    update answers set state = 'answered', reply_ts = nullif(reply_ts, '')
    where reply_ts is not null`.execute(db);
}
