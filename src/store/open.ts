import { sql } from 'kysely';
import type { Proposals } from '../agenda/ports.ts';
import type { Alerts } from '../app/ports.ts';
import type { CalendarSnapshots } from '../calendar/ports.ts';
import { SetupError } from '../errors.ts';
import { findingLine } from '../findings.ts';
import type { FollowStates } from '../following/ports.ts';
import type { HostClaims } from '../hosting/ports.ts';
import type { KeptRecord, MeetingOutcomes } from '../organizers/ports.ts';
import type { Nudges, RecordingLedger } from '../recordings/ports.ts';
import type { DestinationKind } from '../reminders/destination.ts';
import type { Ledger, Subscriptions } from '../reminders/ports.ts';
import type { ScheduledMeetings } from '../scheduling/ports.ts';
import type { AnsweredQuestions } from '../slack/ports.ts';
import { storeAlerts } from './alerts.ts';
import { storeAnswers } from './answers.ts';
import { storeCalendarSnapshots } from './calendar-snapshots.ts';
import { type Opened, openForReading, openForWork } from './connect.ts';
import { failoverWatch, type Trust, trustUnlessInDoubt } from './failover.ts';
import { storeFollowStates } from './following.ts';
import { type StoreHealth, UNWATCHED } from './health.ts';
import { storeKeptMessages } from './kept-messages.ts';
import { storeLedger } from './ledger.ts';
import type { StoreLocation } from './location.ts';
import { storeHostClaims } from './meeting-hosts.ts';
import { storeMeetingOutcomes } from './meeting-outcomes.ts';
import { storeProposals } from './proposals.ts';
import { storeNudges, storeRecordings } from './recordings.ts';
import { storeScheduledMeetings } from './scheduled-meetings.ts';
import { storeProblem } from './store-problem.ts';
import { storeSubscriptions } from './subscriptions.ts';

/** What the store has about one group. */
export interface GroupStore {
  readonly ledgers: Readonly<Record<DestinationKind, Ledger>>;
  readonly keptMessages: KeptRecord;
  readonly scheduledMeetings: ScheduledMeetings;
  readonly hostClaims: HostClaims;
  readonly meetingOutcomes: MeetingOutcomes;
  readonly calendarSnapshots: CalendarSnapshots;
  readonly subscriptions: Subscriptions;
  readonly recordings: RecordingLedger;
  readonly recordingNudges: Nudges;
  readonly proposals: Proposals;
  readonly followStates: FollowStates;
}

export interface Store {
  /** One group's part; no group ever sees another's. */
  forGroup(groupId: string): GroupStore;
  readonly alerts: Alerts;
  readonly answers: AnsweredQuestions;
  /** Fails when the database can't be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store and migrates its schema; rows from before the store knew groups are assigned to
 * `groupId`. `health` is told of queries that fail later. Fails with SetupError.
 */
export async function openStore(
  location: StoreLocation,
  groupId: string,
  health: StoreHealth = UNWATCHED,
): Promise<Store> {
  const failover = failoverWatch();
  try {
    const opened = await openForWork(location, groupId, health, failover);
    return storeOver(opened, trustUnlessInDoubt(failover));
  } catch (error) {
    throw new SetupError([findingLine(storeProblem(location, error))]);
  }
}

/** Opens the store read-only; undefined if there is none yet. */
export async function openStoreForReading(location: StoreLocation): Promise<Store | undefined> {
  const opened = openForReading(location);
  if (!opened) return undefined;
  try {
    await sql`select group_id from posts limit 1`.execute(opened.db);
    return storeOver(opened, (claim) => claim);
  } catch (error) {
    await opened.close();
    if (/no such (table|column)|does not exist/.test(String(error)) && !isNoDatabase(error)) {
      return undefined;
    }
    throw new SetupError([findingLine(storeProblem(location, error))]);
  }
}

/** PostgreSQL says “does not exist” of tables and of whole databases. */
function isNoDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '3D000';
}

function storeOver({ db, close }: Opened, trust: Trust): Store {
  const ledgerOf = (groupId: string, kind: DestinationKind): Ledger => {
    const ledger = storeLedger(db, groupId, kind);
    return { ...ledger, claim: trust(ledger.claim) };
  };
  const keptMessagesOf = (groupId: string): KeptRecord => {
    const record = storeKeptMessages(db, groupId);
    return { ...record, claim: trust(record.claim) };
  };
  return {
    forGroup: (groupId) => ({
      ledgers: { channel: ledgerOf(groupId, 'channel'), person: ledgerOf(groupId, 'person') },
      keptMessages: keptMessagesOf(groupId),
      scheduledMeetings: storeScheduledMeetings(db, groupId),
      hostClaims: storeHostClaims(db, groupId),
      meetingOutcomes: storeMeetingOutcomes(db, groupId),
      calendarSnapshots: storeCalendarSnapshots(db, groupId),
      subscriptions: storeSubscriptions(db, groupId),
      recordings: storeRecordings(db, groupId),
      recordingNudges: storeNudges(db, groupId),
      proposals: storeProposals(db, groupId),
      followStates: storeFollowStates(db, groupId),
    }),
    alerts: storeAlerts(db),
    answers: storeAnswers(db),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close,
  };
}
