import type { Proposals } from '../agenda/ports.ts';
import type { Database } from './schema.ts';
import { fromText, toText } from './time.ts';

/** What people proposed for a group's agendas, in the store. */
export function storeProposals(db: Database, groupId: string): Proposals {
  const remove = () => db.deleteFrom('agendaProposals').where('groupId', '=', groupId);

  const update = (id: string) =>
    db.updateTable('agendaProposals').where('groupId', '=', groupId).where('id', '=', id);

  return {
    async all() {
      const rows = await db
        .selectFrom('agendaProposals')
        .selectAll()
        .where('groupId', '=', groupId)
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(({ id, meetingId, meetingStart, title, link, proposedBy, done }) => ({
        id,
        meetingId,
        meetingStart: fromText(meetingStart),
        title,
        link: link ?? undefined,
        proposedBy,
        done: done === 1,
      }));
    },

    async add({ id, meetingId, meetingStart, title, link, proposedBy, done }, now) {
      await db
        .insertInto('agendaProposals')
        .values({
          groupId,
          id,
          meetingId,
          meetingStart: toText(meetingStart),
          title,
          link: link ?? null,
          proposedBy,
          done: done ? 1 : 0,
          createdAt: toText(now),
        })
        .onConflict((conflict) => conflict.columns(['groupId', 'id']).doNothing())
        .execute();
    },

    async move(id, to) {
      await update(id)
        .set({ meetingId: to.id, meetingStart: toText(to.start) })
        .execute();
    },

    async setDone(id, done) {
      await update(id)
        .set({ done: done ? 1 : 0 })
        .execute();
    },

    async forget(userId) {
      await remove().where('proposedBy', '=', userId).execute();
    },

    async prune(before) {
      await remove().where('meetingStart', '<', toText(before)).execute();
    },
  };
}
