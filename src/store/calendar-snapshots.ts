import { z } from 'zod';
import type { CalendarSnapshots } from '../calendar/ports.ts';
import type { Database } from './schema.ts';
import { storedMeetings } from './stored-meeting.ts';
import { fromText, toText } from './time.ts';

/** A group's last snapshots in the store. One from another version that can't be parsed is ignored. */
export function storeCalendarSnapshots(db: Database, groupId: string): CalendarSnapshots {
  return {
    async load(calendarId) {
      const row = await db
        .selectFrom('calendarSnapshots')
        .selectAll()
        .where('groupId', '=', groupId)
        .where('calendarId', '=', calendarId)
        .executeTakeFirst();
      if (!row) return undefined;
      const stored = storedMeetings.safeDecode(JSON.parse(row.meetings));
      if (!stored.success) return undefined;
      return {
        meetings: stored.data,
        unreadable: new Set(z.array(z.string()).parse(JSON.parse(row.unreadable))),
        readAt: fromText(row.readAt),
        source: row.source,
      };
    },

    async save(calendarId, { meetings, unreadable, readAt, source }) {
      const values = {
        readAt: toText(readAt),
        meetings: JSON.stringify(storedMeetings.encode([...meetings])),
        unreadable: JSON.stringify([...unreadable]),
        source,
      };
      await db
        .insertInto('calendarSnapshots')
        .values({ groupId, calendarId, ...values })
        .onConflict((conflict) => conflict.columns(['groupId', 'calendarId']).doUpdateSet(values))
        .execute();
    },
  };
}
