import { z } from 'zod';
import { type MeetingPlan, REPEATS } from '../scheduling/plan.ts';
import type { ScheduledMeeting, ScheduledMeetings } from '../scheduling/ports.ts';
import type { Database, ScheduledMeetingsTable } from './schema.ts';
import { moment } from './stored-meeting.ts';
import { toText } from './time.ts';

const storedPlan = z.object({
  title: z.string(),
  start: moment,
  minutes: z.int().positive(),
  repeats: z.enum(REPEATS),
  notes: z.string().optional(),
  host: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('me') }),
    z.object({ kind: z.literal('organizer'), github: z.string() }),
    z.object({ kind: z.literal('open') }),
  ]),
});

/** What people planned in a group, in the store. */
export function storeScheduledMeetings(db: Database, groupId: string): ScheduledMeetings {
  const select = () => db.selectFrom('scheduledMeetings').where('groupId', '=', groupId);
  const update = (id: string) =>
    db.updateTable('scheduledMeetings').where('groupId', '=', groupId).where('id', '=', id);

  return {
    async add({ id, userId, plan, meetingId, needsHost }, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('scheduledMeetings')
        .values({
          groupId,
          id,
          userId,
          plan: JSON.stringify(storedPlan.encode(plan)),
          startsAt: toText(plan.start),
          meetingId: meetingId ?? null,
          needsHost: needsHost ? 1 : 0,
          createdAt: toText(now),
        })
        .onConflict((conflict) => conflict.columns(['groupId', 'id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async all() {
      const rows = await select().selectAll().orderBy('startsAt').execute();
      return rows.map(fromRow);
    },

    async recordMeeting(id, meetingId) {
      await update(id).set({ meetingId }).execute();
    },

    async askForHost(id, userId) {
      const { numUpdatedRows } = await update(id)
        .set({ needsHost: 1 })
        .where('userId', '=', userId)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async lastZoneOf(userId) {
      const row = await select()
        .select('plan')
        .where('userId', '=', userId)
        .orderBy('createdAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && planFrom(row.plan).start.zoneName;
    },

    async prune(before) {
      await db
        .deleteFrom('scheduledMeetings')
        .where('groupId', '=', groupId)
        .where('startsAt', '<', toText(before))
        .execute();
    },
  };
}

function fromRow({
  id,
  userId,
  plan,
  meetingId,
  needsHost,
}: ScheduledMeetingsTable): ScheduledMeeting {
  return {
    id,
    userId,
    plan: planFrom(plan),
    meetingId: meetingId ?? undefined,
    needsHost: needsHost === 1,
  };
}

function planFrom(json: string): MeetingPlan {
  const { notes, ...plan } = storedPlan.decode(JSON.parse(json));
  return { ...plan, notes };
}
