import type { MeetingOutcomes } from '../organizers/ports.ts';
import type { Database } from './schema.ts';
import { fromText, toText } from './time.ts';

/** What became of a group's meetings, in the store. */
export function storeMeetingOutcomes(db: Database, groupId: string): MeetingOutcomes {
  return {
    async report({ meetingId, outcome, reportedBy, start }, userId, now) {
      const said = {
        outcome,
        userId,
        reportedBy,
        startsAt: toText(start),
        reportedAt: toText(now),
      };
      await db
        .insertInto('meetingOutcomes')
        .values({ groupId, meetingId, ...said })
        .onConflict((conflict) => conflict.columns(['groupId', 'meetingId']).doUpdateSet(said))
        .execute();
    },

    async since(since) {
      const rows = await db
        .selectFrom('meetingOutcomes')
        .selectAll()
        .where('groupId', '=', groupId)
        .where('startsAt', '>', toText(since))
        .execute();
      return new Map(
        rows.map(({ meetingId, outcome, reportedBy, startsAt }) => [
          meetingId,
          { meetingId, outcome, reportedBy, start: fromText(startsAt) },
        ]),
      );
    },

    async prune(before) {
      await db
        .deleteFrom('meetingOutcomes')
        .where('groupId', '=', groupId)
        .where('startsAt', '<', toText(before))
        .execute();
    },
  };
}
