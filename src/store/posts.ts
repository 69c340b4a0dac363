import type { Selectable } from 'kysely';
import type { MeetingDetails } from '../calendar/meeting-details.ts';
import type { PostedMessage } from '../reminders/corrections.ts';
import type { PlannedPost } from '../reminders/ports.ts';
import type { PostsTable } from './schema.ts';
import { storedMeetingDetails } from './stored-meeting.ts';
import { fromText, toText } from './time.ts';

type Row = Selectable<PostsTable>;

/** The columns that say what a post tells. */
export function tellingOf({ details, asOf }: Pick<PlannedPost, 'details' | 'asOf'>) {
  const told = encode(details);
  return { original: told, shown: told, as_of: toText(asOf) };
}

/** The columns that say what a message tells since its last edit. */
export function shownAs(details: MeetingDetails, asOf: PlannedPost['asOf']) {
  return { shown: encode(details), as_of: toText(asOf) };
}

/** A message that is in the channel; none when the row is older than announcements are. */
export function postedFromRow(row: Row): PostedMessage[] {
  const { ts, as_of: asOf } = row;
  const [original, shown] = [decode(row.original), decode(row.shown)];
  if (ts === null || asOf === null || !original || !shown) return [];
  return [{ ...namesOf(row), ts, original, shown, asOf: fromText(asOf), postedAt: tsTime(ts) }];
}

/** A post that waits; none when the row is older than announcements are. */
export function pendingFromRow(row: Row): PlannedPost[] {
  const details = decode(row.shown);
  if (!details || row.as_of === null) return [];
  return [{ ...namesOf(row), details, asOf: fromText(row.as_of) }];
}

function namesOf(row: Row) {
  return {
    key: row.key,
    kind: row.kind,
    meetingId: row.meeting_id,
    leadMinutes: row.lead_minutes ?? undefined,
    channel: row.channel,
    recipient: row.recipient ?? undefined,
  };
}

function encode(details: MeetingDetails): string {
  return JSON.stringify(storedMeetingDetails.encode(details));
}

function decode(json: string | null): MeetingDetails | undefined {
  return json === null ? undefined : storedMeetingDetails.safeDecode(JSON.parse(json)).data;
}

/** A message's id begins with the seconds at which it was posted. */
function tsTime(ts: string) {
  return fromText(new Date(Number.parseFloat(ts) * 1000).toISOString());
}
