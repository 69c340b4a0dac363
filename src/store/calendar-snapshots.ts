import { z } from 'zod';
import type { Meeting } from '../calendar/meeting.ts';
import type { CalendarSnapshots } from '../calendar/ports.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { eachInTurn, inSlices } from '../concurrency/steps.ts';
import { pack, unpack } from './packed-text.ts';
import type { Database } from './schema.ts';
import { storedMeeting } from './stored-meeting.ts';
import { fromText, toText } from './time.ts';

/** A group's last snapshots in the store. One from another version that can't be parsed is ignored. */
export function storeCalendarSnapshots(db: Database, groupId: string): CalendarSnapshots {
  const lastSaved = new Map<string, CalendarSnapshot>();

  /**
   * Renews the date of a copy whose meetings have not changed, unless another replica has written one
   * since. Whether it did.
   */
  async function renewed(calendarId: string, fresh: CalendarSnapshot): Promise<boolean> {
    const last = lastSaved.get(calendarId);
    if (!last || last.meetings !== fresh.meetings) return false;
    const { numUpdatedRows } = await db
      .updateTable('calendarSnapshots')
      .set(datedColumns(fresh))
      .where('groupId', '=', groupId)
      .where('calendarId', '=', calendarId)
      .where('readAt', '=', toText(last.readAt))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  return {
    async load(calendarId) {
      const row = await db
        .selectFrom('calendarSnapshots')
        .selectAll()
        .where('groupId', '=', groupId)
        .where('calendarId', '=', calendarId)
        .executeTakeFirst();
      if (!row) return undefined;
      const meetings = await storedMeetings(row.meetings);
      if (!meetings) return undefined;
      return {
        meetings,
        unreadable: new Set(z.array(z.string()).parse(JSON.parse(row.unreadable))),
        readAt: fromText(row.readAt),
        source: row.source,
      };
    },

    async save(calendarId, snapshot) {
      if (!(await renewed(calendarId, snapshot))) {
        const texts = await inSlices(eachInTurn(snapshot.meetings, storedText));
        const meetings = await pack(texts);
        const values = { meetings, ...datedColumns(snapshot) };
        await db
          .insertInto('calendarSnapshots')
          .values({ groupId, calendarId, ...values })
          .onConflict((conflict) => conflict.columns(['groupId', 'calendarId']).doUpdateSet(values))
          .execute();
      }
      lastSaved.set(calendarId, snapshot);
    },
  };
}

function storedText(meeting: Meeting): string {
  return JSON.stringify(storedMeeting.encode(meeting));
}

/** Undefined if another version wrote what can't be parsed. */
async function storedMeetings(packed: string): Promise<Meeting[] | undefined> {
  const meetings: Meeting[] = [];
  for await (const item of unpack(packed)) {
    const stored = storedMeeting.safeParse(item);
    if (!stored.success) return undefined;
    meetings.push(stored.data);
  }
  return meetings;
}

function datedColumns({ readAt, unreadable, source }: CalendarSnapshot) {
  return { readAt: toText(readAt), unreadable: JSON.stringify([...unreadable]), source };
}
