import type { Kysely } from 'kysely';

/** One post: what it is for, who holds it, what came of it. Times are ISO strings in UTC. */
export interface PostsTable {
  key: string;
  kind: string;
  meeting_id: string;
  meeting_start: string;
  channel: string;
  /** `claimed` while someone tries or has died trying; `open` after a try without effect. */
  state: 'open' | 'claimed' | 'posted' | 'refused';
  lease_until: string;
  /** Message id in Slack, once posted. */
  ts: string | null;
  /** Why it was given up. */
  reason: string | null;
  attempts: number;
  updated_at: string;
}

/** The last good copy of a calendar. */
export interface CalendarCopiesTable {
  calendar_id: string;
  read_at: string;
  meetings: string;
}

export interface Tables {
  posts: PostsTable;
  calendar_copies: CalendarCopiesTable;
}

export type Database = Kysely<Tables>;
