import type { HostClaim, HostClaims } from '../hosting/ports.ts';
import type { Database, MeetingHostsTable } from './schema.ts';
import { storedMeetingDetails } from './stored-meeting.ts';
import { toText } from './time.ts';

/** Who hosts a group's meetings, in the store. */
export function storeHostClaims(db: Database, groupId: string): HostClaims {
  const select = () => db.selectFrom('meetingHosts').selectAll().where('groupId', '=', groupId);
  const remove = (meetingId: string) =>
    db.deleteFrom('meetingHosts').where('groupId', '=', groupId).where('meetingId', '=', meetingId);

  return {
    async claim(claim, now) {
      const { meetingId, userId, name } = claim;
      await db
        .insertInto('meetingHosts')
        .values({
          groupId,
          meetingId,
          userId,
          name,
          ...detailsColumns(claim),
          claimedAt: toText(now),
        })
        .onConflict((conflict) => conflict.columns(['groupId', 'meetingId']).doNothing())
        .execute();
      const held = await select().where('meetingId', '=', meetingId).executeTakeFirst();
      // It may have been released in between; then nobody holds it, and the press was in vain.
      return held ? fromRow(held) : claim;
    },

    async release(meetingId, userId) {
      const { numDeletedRows } = await remove(meetingId)
        .where('userId', '=', userId)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },

    async all() {
      return (await select().execute()).map(fromRow);
    },

    async drop(meetingId) {
      await remove(meetingId).execute();
    },

    async move(meetingId, to) {
      await db.transaction().execute(async (transaction) => {
        const taken =
          to.meetingId !== meetingId &&
          (await transaction
            .selectFrom('meetingHosts')
            .select('meetingId')
            .where('groupId', '=', groupId)
            .where('meetingId', '=', to.meetingId)
            .executeTakeFirst());
        // Somebody has claimed the new event itself.
        if (taken) {
          await transaction
            .deleteFrom('meetingHosts')
            .where('groupId', '=', groupId)
            .where('meetingId', '=', meetingId)
            .execute();
          return;
        }
        await transaction
          .updateTable('meetingHosts')
          .set({ meetingId: to.meetingId, ...detailsColumns(to) })
          .where('groupId', '=', groupId)
          .where('meetingId', '=', meetingId)
          .execute();
      });
    },

    async prune(before) {
      await db
        .deleteFrom('meetingHosts')
        .where('groupId', '=', groupId)
        .where('startsAt', '<', toText(before))
        .execute();
    },
  };
}

function detailsColumns({ details }: Pick<HostClaim, 'details'>) {
  return {
    details: JSON.stringify(storedMeetingDetails.encode(details)),
    startsAt: toText(details.start),
  };
}

function fromRow({ meetingId, userId, name, details }: MeetingHostsTable): HostClaim {
  return { meetingId, userId, name, details: storedMeetingDetails.decode(JSON.parse(details)) };
}
