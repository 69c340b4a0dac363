import type { DateTime } from 'luxon';
import { isTimed, type Meeting, runsLong, stands, type TimedMeeting } from '../calendar/meeting.ts';
import type { Steps } from '../concurrency/steps.ts';
import type { RecordedMeeting, Recording } from './recording.ts';

/** How the ledger has to change so that it has the meetings that took place. */
export interface HeldChanges {
  /** Meetings that are new in it, or have another name or time there. */
  readonly put: readonly RecordedMeeting[];
  /** IDs of meetings that turned out not to have taken place. */
  readonly remove: readonly string[];
}

/** Compares the ledger with the calendar. What the calendar no longer shows stays as it is. */
export function* heldChanges(
  known: readonly Recording[],
  meetings: readonly Meeting[],
  now: DateTime<true>,
): Steps<HeldChanges> {
  const byId = new Map(known.map((one) => [one.meeting.id, one]));
  yield;
  const put: RecordedMeeting[] = [];
  const remove: string[] = [];
  for (const meeting of meetings) {
    const before = byId.get(meeting.id);
    if (!isTimed(meeting) || !isHeld(meeting, now)) {
      if (isUntouched(before)) remove.push(meeting.id);
      continue;
    }
    const held = recorded(meeting);
    if (!isSame(before?.meeting, held)) put.push(held);
    yield;
  }
  return { put, remove };
}

function isHeld(meeting: TimedMeeting, now: DateTime<true>): boolean {
  return stands(meeting) && meeting.end <= now && !runsLong(meeting);
}

/** In the ledger, without anything that shows that it took place after all. */
function isUntouched(recording: Recording | undefined): boolean {
  return recording !== undefined && recording.videos.length === 0 && recording.ticked.size === 0;
}

function recorded({ id, title, regular, start, end, agendaLink }: TimedMeeting): RecordedMeeting {
  return { id, title, regular, start, end, agendaLink };
}

function isSame(a: RecordedMeeting | undefined, b: RecordedMeeting): boolean {
  return (
    a?.title === b.title &&
    a.regular === b.regular &&
    a.agendaLink === b.agendaLink &&
    a.start.toMillis() === b.start.toMillis() &&
    a.end.toMillis() === b.end.toMillis()
  );
}
