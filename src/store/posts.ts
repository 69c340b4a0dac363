import type { Selectable } from 'kysely';
import { LRUCache } from 'lru-cache';
import { DateTime } from 'luxon';
import type { MeetingDetails } from '../calendar/meeting-details.ts';
import { valid } from '../calendar/moment.ts';
import { destinationOf } from '../reminders/destination.ts';
import type { PlannedPost, PostedMessage, PostKind, Statement } from '../reminders/post.ts';
import type { PostsTable } from './schema.ts';
import { storedMeetingDetails } from './stored-meeting.ts';
import { fromText, toText } from './time.ts';

type Row = Selectable<PostsTable>;

/** The columns for what a post says. */
export function detailsColumns({ details, asOf }: Pick<PlannedPost, 'details' | 'asOf'>) {
  const told = encode(details);
  return { original: told, shown: told, asOf: toText(asOf) };
}

/** The columns for what a message has said since its last edit. */
export function shownColumns(details: MeetingDetails, asOf: PlannedPost['asOf']) {
  return { shown: encode(details), asOf: toText(asOf) };
}

/** A posted message; empty if the row is from before details were stored. */
export function postedFromRow(row: Row): PostedMessage[] {
  const { channel, ts, asOf } = row;
  const said = statementFromRow(row)[0];
  const kind = kindOf(row);
  if (!said || !kind || channel === null || ts === null || asOf === null) return [];
  const { original, shown, editUnsettled } = said;
  const times = { asOf: fromText(asOf), postedAt: tsTime(ts) };
  return [{ ...factsOf(row), ...kind, channel, ts, original, shown, editUnsettled, ...times }];
}

/** What a row says; empty if the row is from before details were stored. */
export function statementFromRow(
  row: Pick<Row, 'kind' | 'meetingId' | 'original' | 'shown' | 'editUnsettled'>,
): Statement[] {
  const [original, shown] = [decode(row.original), decode(row.shown)];
  if (!original || !shown) return [];
  const { kind, meetingId } = row;
  return [{ kind, meetingId, original, shown, editUnsettled: row.editUnsettled === 1 }];
}

/** A waiting post; empty if the row is from before details were stored. */
export function pendingFromRow(row: Row): PlannedPost[] {
  const details = decode(row.shown);
  const kind = kindOf(row);
  if (!details || !kind || row.asOf === null) return [];
  return [{ ...factsOf(row), ...kind, details, asOf: fromText(row.asOf) }];
}

function factsOf({ key, meetingId, destinationKind, destinationId }: Row) {
  return { key, meetingId, destination: destinationOf(destinationKind, destinationId) };
}

function kindOf({ kind, leadMinutes, movedFrom }: Row): PostKind | undefined {
  switch (kind) {
    case 'cancellation':
      return { kind };
    case 'reminder':
      return leadMinutes === null ? undefined : { kind, leadMinutes };
    case 'move':
      return movedFrom === null ? undefined : { kind, from: fromText(movedFrom) };
  }
}

function encode(details: MeetingDetails): string {
  return JSON.stringify(storedMeetingDetails.encode(details));
}

// Thousands of messages say the same about one meeting, and each is read repeatedly.
const decoded = new LRUCache<string, MeetingDetails>({ max: 500 });

function decode(json: string | null): MeetingDetails | undefined {
  if (json === null) return undefined;
  const known = decoded.get(json);
  if (known) return known;
  const details = storedMeetingDetails.safeDecode(JSON.parse(json)).data;
  if (details) decoded.set(json, details);
  return details;
}

/** A message's ID starts with the second at which it was posted. */
function tsTime(ts: string): DateTime<true> {
  return valid(DateTime.fromMillis(Math.floor(Number.parseFloat(ts) * 1000), { zone: 'utc' }));
}
