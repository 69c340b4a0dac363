import type { Kysely } from 'kysely';
import type { MeetingOutcome } from '../organizers/outcome.ts';
import type { DestinationKind } from '../reminders/destination.ts';
import type { PostState } from '../reminders/ports.ts';
import type { PostKind } from '../reminders/post.ts';

/**
 * One post: what it is for, who holds it, its outcome. Times are ISO strings in UTC; columns are in
 * snake case, which Kysely converts.
 */
export interface PostsTable {
  groupId: string;
  destinationKind: DestinationKind;
  /** The channel, or the member that a direct message is for. */
  destinationId: string;
  key: string;
  kind: PostKind['kind'];
  leadMinutes: number | null;
  /** For a move notice: the start that people were told before. */
  movedFrom: string | null;
  meetingId: string;
  meetingStart: string;
  state: PostState;
  /** Until when someone holds it, or when it may be tried again. */
  leaseUntil: string | null;
  attempts: number;
  /** Where Slack put it, once posted. */
  channel: string | null;
  ts: string | null;
  /** Why it was abandoned. */
  reason: string | null;
  /** Details of the meeting as JSON: what the post first said, and what it has said since its last edit. */
  original: string | null;
  shown: string | null;
  asOf: string | null;
  /** 1 from the start of an edit until it is known to have taken effect. */
  editUnsettled: number;
  createdAt: string | null;
  updatedAt: string;
}

/** A message that is edited whenever what it should say changes; columns as in `posts`. */
export interface KeptMessagesTable {
  groupId: string;
  key: string;
  destinationKind: DestinationKind;
  destinationId: string;
  state: PostState | 'removed';
  leaseUntil: string | null;
  attempts: number;
  channel: string | null;
  ts: string | null;
  reason: string | null;
  /** Hash of what it says. */
  fingerprint: string;
  /** When the data was read that its words come from. */
  asOf: string;
  editUnsettled: number;
  /** Until when it matters. */
  keepUntil: string;
  createdAt: string;
  updatedAt: string;
}

/** A meeting that someone planned. */
export interface ScheduledMeetingsTable {
  groupId: string;
  id: string;
  userId: string;
  /** JSON. */
  plan: string;
  startsAt: string;
  /** Its event, once it is in the calendar. */
  meetingId: string | null;
  needsHost: number;
  createdAt: string;
}

/** Who hosts a meeting. */
export interface MeetingHostsTable {
  groupId: string;
  meetingId: string;
  userId: string;
  name: string;
  /** The meeting's details as JSON, as of the claim or the last change. */
  details: string;
  startsAt: string;
  claimedAt: string;
}

/** What became of a meeting. */
export interface MeetingOutcomesTable {
  groupId: string;
  meetingId: string;
  outcome: MeetingOutcome;
  userId: string;
  reportedBy: string;
  startsAt: string;
  reportedAt: string;
}

/** When someone wants to be reminded. */
export interface SubscriptionsTable {
  groupId: string;
  userId: string;
  /** Name of the meetings; empty for all, since a primary key holds no null. */
  about: string;
  /** Minutes, as a JSON array. */
  leadTimes: string;
  /** Since when the person can't be reached. */
  pausedAt: string | null;
}

/** A question that was claimed; neither its text nor anyone's name. */
export interface AnswersTable {
  /** Hash of the question's location. */
  question: string;
  state: 'claimed' | 'answered';
  /** Message ID of the answer, if known. */
  replyTs: string | null;
  at: string;
}

/** The last good snapshot of a calendar, as read for one group. */
export interface CalendarSnapshotsTable {
  groupId: string;
  calendarId: string;
  readAt: string;
  meetings: string;
  unreadable: string;
  source: 'api' | 'feed' | 'community';
}

/** What is remembered of a group whose pages are followed. */
export interface FollowingTable {
  groupId: string;
  /** As JSON. */
  state: string;
  comparedAt: string;
}

/** An alert that was sent. */
export interface AlertsTable {
  name: string;
  at: string;
}

/** How far a meeting's recording has come; 1 for a step that is ticked. */
export interface RecordingsTable {
  groupId: string;
  meetingId: string;
  title: string;
  start: string;
  end: string;
  /** The meeting's own. */
  zone: string;
  regular: number;
  agendaLink: string | null;
  uploaded: number;
  inPlaylist: number;
  linked: number;
  marked: number;
  /** IDs and parts, as JSON. */
  videos: string;
  updatedAt: string;
}

/** When the organizers were told of missing videos. */
export interface RecordingNudgesTable {
  groupId: string;
  number: number;
  at: string;
}

/** A topic that someone proposed for a meeting. */
export interface AgendaProposalsTable {
  groupId: string;
  id: string;
  meetingId: string;
  meetingStart: string;
  title: string;
  /** Address of the message that it is about. */
  link: string | null;
  proposedBy: string;
  done: number;
  createdAt: string;
}

export interface Tables {
  agendaProposals: AgendaProposalsTable;
  alerts: AlertsTable;
  answers: AnswersTable;
  following: FollowingTable;
  keptMessages: KeptMessagesTable;
  meetingHosts: MeetingHostsTable;
  meetingOutcomes: MeetingOutcomesTable;
  scheduledMeetings: ScheduledMeetingsTable;
  posts: PostsTable;
  recordings: RecordingsTable;
  recordingNudges: RecordingNudgesTable;
  subscriptions: SubscriptionsTable;
  calendarSnapshots: CalendarSnapshotsTable;
}

export type Database = Kysely<Tables>;
