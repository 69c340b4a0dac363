import type { Updateable } from 'kysely';
import { z } from 'zod';
import { inZone } from '../calendar/moment.ts';
import { eachInTurn, inSlices } from '../concurrency/steps.ts';
import type { Nudges, RecordingLedger } from '../recordings/ports.ts';
import {
  type MeetingVideo,
  type RecordedMeeting,
  type Recording,
  sameVideos,
  type Tickable,
} from '../recordings/recording.ts';
import type { Database, RecordingsTable } from './schema.ts';
import { fromText, toText } from './time.ts';

const videos = z.array(
  z.object({
    id: z.string(),
    part: z.number().optional(),
    said: z.literal(true).optional().catch(undefined),
  }),
);

const COLUMNS = {
  uploaded: 'uploaded',
  'in the playlist': 'inPlaylist',
  linked: 'linked',
  marked: 'marked',
} as const satisfies Record<Tickable, keyof RecordingsTable>;

// SQLite reads in the main thread, and a year of daily meetings takes a while.
const PAGE_SIZE = 200;

const TICKABLE = ['uploaded', 'in the playlist', 'linked', 'marked'] as const;

/** The record of a group's recordings, in the store. */
export function storeRecordings(db: Database, groupId: string): RecordingLedger {
  return {
    async all() {
      const found: Recording[] = [];
      for (let after = '', isDone = false; !isDone; ) {
        const rows = await db
          .selectFrom('recordings')
          .selectAll()
          .where('groupId', '=', groupId)
          .where('meetingId', '>', after)
          .orderBy('meetingId')
          .limit(PAGE_SIZE)
          .execute();
        found.push(...(await inSlices(eachInTurn(rows, recordingOf))));
        after = rows.at(-1)?.meetingId ?? after;
        isDone = rows.length < PAGE_SIZE;
      }
      return found.sort((a, b) => b.meeting.start.toMillis() - a.meeting.start.toMillis());
    },

    async put(meetings, now) {
      for (const meeting of meetings) {
        const columns = { ...meetingColumns(meeting), updatedAt: toText(now) };
        await db
          .insertInto('recordings')
          .values({ groupId, meetingId: meeting.id, ...columns, ...UNTOUCHED })
          .onConflict((conflict) => conflict.columns(['groupId', 'meetingId']).doUpdateSet(columns))
          .execute();
      }
    },

    async record(before, after, now) {
      const changes = changedColumns(before, after);
      if (Object.keys(changes).length === 0) return;
      await db
        .updateTable('recordings')
        .set({ ...changes, updatedAt: toText(now) })
        .where('groupId', '=', groupId)
        .where('meetingId', '=', before.meeting.id)
        .execute();
    },

    async remove(meetingIds) {
      if (meetingIds.length === 0) return;
      await db
        .deleteFrom('recordings')
        .where('groupId', '=', groupId)
        .where('meetingId', 'in', [...meetingIds])
        .execute();
    },

    async prune(before) {
      await db
        .deleteFrom('recordings')
        .where('groupId', '=', groupId)
        .where('start', '<', toText(before))
        .execute();
    },
  };
}

/** When a group's organizers were told of missing videos, in the store. */
export function storeNudges(db: Database, groupId: string): Nudges {
  return {
    async last() {
      const row = await db
        .selectFrom('recordingNudges')
        .selectAll()
        .where('groupId', '=', groupId)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && { number: row.number, at: fromText(row.at) };
    },

    async add({ number, at }) {
      await db
        .insertInto('recordingNudges')
        .values({ groupId, number, at: toText(at) })
        .onConflict((conflict) => conflict.columns(['groupId', 'number']).doNothing())
        .execute();
    },
  };
}

const UNTOUCHED = { uploaded: 0, inPlaylist: 0, linked: 0, marked: 0, videos: '[]' };

function meetingColumns({ title, regular, start, end, agendaLink }: RecordedMeeting) {
  return {
    title,
    start: toText(start),
    end: toText(end),
    zone: start.zoneName,
    regular: regular ? 1 : 0,
    agendaLink: agendaLink ?? null,
  };
}

function changedColumns(before: Recording, after: Recording): Updateable<RecordingsTable> {
  const ticks = TICKABLE.filter((step) => before.ticked.has(step) !== after.ticked.has(step)).map(
    (step) => [COLUMNS[step], after.ticked.has(step) ? 1 : 0],
  );
  return {
    ...Object.fromEntries(ticks),
    ...(!sameVideos(before.videos, after.videos) && { videos: JSON.stringify(after.videos) }),
  };
}

function recordingOf(row: RecordingsTable): Recording {
  return {
    meeting: {
      id: row.meetingId,
      title: row.title,
      regular: row.regular === 1,
      start: inZone(fromText(row.start), row.zone),
      end: inZone(fromText(row.end), row.zone),
      agendaLink: row.agendaLink ?? undefined,
    },
    ticked: new Set(TICKABLE.filter((step) => row[COLUMNS[step]] === 1)),
    videos: videosIn(row.videos),
  };
}

function videosIn(json: string): MeetingVideo[] {
  return videos
    .parse(JSON.parse(json))
    .map(({ id, part, said }) => ({ id, part, ...(said && { said }) }));
}
