import { z } from 'zod';
import type { CalendarSnapshots } from '../calendar/ports.ts';
import type { Database } from './schema.ts';
import { storedMeetings } from './stored-meeting.ts';
import { fromText, toText } from './time.ts';

/** The calendar's copy in the store. One that another version wrote and this can't read is no copy. */
export function storeCalendarSnapshots(db: Database): CalendarSnapshots {
  return {
    async load(calendarId) {
      const row = await db
        .selectFrom('calendar_copies')
        .selectAll()
        .where('calendar_id', '=', calendarId)
        .executeTakeFirst();
      if (!row) return undefined;
      const stored = storedMeetings.safeDecode(JSON.parse(row.meetings));
      if (!stored.success) return undefined;
      return {
        meetings: stored.data,
        unreadable: new Set(z.array(z.string()).parse(JSON.parse(row.unreadable))),
        readAt: fromText(row.read_at),
      };
    },

    async save(calendarId, { meetings, unreadable, readAt }) {
      const copy = {
        read_at: toText(readAt),
        meetings: JSON.stringify(storedMeetings.encode([...meetings])),
        unreadable: JSON.stringify([...unreadable]),
      };
      await db
        .insertInto('calendar_copies')
        .values({ calendar_id: calendarId, ...copy })
        .onConflict((conflict) => conflict.column('calendar_id').doUpdateSet(copy))
        .execute();
    },
  };
}
