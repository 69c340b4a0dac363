import type { Kysely } from 'kysely';

/** One post: what it is for, who holds it, what came of it. Times are ISO strings in UTC. */
export interface PostsTable {
  key: string;
  kind: 'reminder' | 'cancellation';
  meeting_id: string;
  meeting_start: string;
  channel: string;
  /** `open`: to be made; `claimed`: someone tries, or has died trying. */
  state: 'open' | 'claimed' | 'posted' | 'given up';
  lease_until: string;
  /** Message id in Slack, once posted. */
  ts: string | null;
  /** Why it was given up. */
  reason: string | null;
  attempts: number;
  updated_at: string;
  lead_minutes: number | null;
  /** Announcements as JSON: what it said at first, and what it says since its last edit. */
  original: string | null;
  shown: string | null;
  as_of: string | null;
  created_at: string | null;
  /** Member whom a direct message is for. */
  recipient: string | null;
}

/** When someone wants to be reminded. */
export interface SubscriptionsTable {
  user_id: string;
  /** Name of the meetings; empty for all. */
  about: string;
  /** Minutes, as a JSON array. */
  leads: string;
}

/** A question that was answered; nothing of what it said, and nobody's name. */
export interface AnswersTable {
  /** Hash of where the question stands. */
  question: string;
  /** Message id of the answer, once posted. */
  reply_ts: string | null;
  at: string;
}

/** The last good copy of a calendar. */
export interface CalendarSnapshotsTable {
  calendar_id: string;
  read_at: string;
  meetings: string;
  unreadable: string;
}

/** An alert that went out. */
export interface AlertsTable {
  name: string;
  at: string;
}

export interface Tables {
  alerts: AlertsTable;
  answers: AnswersTable;
  posts: PostsTable;
  subscriptions: SubscriptionsTable;
  calendar_copies: CalendarSnapshotsTable;
}

export type Database = Kysely<Tables>;
