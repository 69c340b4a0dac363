import type { Logger } from 'pino';
import { type AgendaBook, agendaBook } from '../agenda/agenda-book.ts';
import { agendaLines } from '../agenda/agenda-lines.ts';
import { addYours } from '../agenda/agenda-message.ts';
import type { NotesSource } from '../agenda/ports.ts';
import { proposalsFor } from '../agenda/proposal.ts';
import type { CachedCalendar } from '../calendar/cached-calendar.ts';
import type { TimedMeeting } from '../calendar/meeting.ts';
import type { Clock } from '../clock.ts';
import { inSlices } from '../concurrency/steps.ts';
import type { Config } from '../config/config.ts';
import { notesSource } from '../documents/notes-source.ts';
import { streamNames, titleTemplate } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import type { Mrkdwn } from '../messages/mrkdwn.ts';
import type { NotesAccess } from '../preflight/ports.ts';
import type { Problems } from '../problems.ts';
import { playlistId } from '../recordings/playlist.ts';
import { playlistWatch } from '../recordings/playlist-watch.ts';
import type { PlaylistSource } from '../recordings/ports.ts';
import { type RecordingBook, recordingBook } from '../recordings/recording-book.ts';
import type { GroupStore } from '../store/open.ts';
import { playlistSource } from '../youtube/playlist-source.ts';

// Groups have one or two.
const MAX_PLAYLISTS = 5;

/** Where recordings and notes are read. */
export interface BookSources {
  readonly playlists: readonly PlaylistSource[];
  readonly notes: NotesSource;
}

/** What is known of a group's recordings and agendas. */
export interface Books {
  readonly recordings: RecordingBook;
  readonly agendas: AgendaBook;
}

/** Nothing is read. */
export const NO_SOURCES: BookSources = {
  playlists: [],
  notes: { read: async () => ({ kind: 'unknown site' }) },
};

/** The group's playlists on YouTube, and documents that anyone may read. */
export function bookSources(
  { youtube, google }: Pick<Config, 'youtube' | 'google'>,
  group: Group,
): BookSources {
  const links = [group.recordings.playlist, ...group.meetings.map(({ recordings }) => recordings)];
  const ids = new Set(links.flatMap((link) => (link && playlistId(link)) ?? []));
  return {
    playlists: [...ids].slice(0, MAX_PLAYLISTS).map((id) => playlistSource(youtube, id)),
    notes: notesSource(google.rootUrl),
  };
}

export function composeBooks(
  group: Group,
  store: GroupStore,
  { playlists, notes }: BookSources,
  { logger, problems }: { readonly logger: Logger; readonly problems: Problems },
): Books {
  const workstreams = group.workstreams.map(streamNames);
  const names = { name: group.name, workstreams, titleTemplate: titleTemplate(group) };
  return {
    recordings: recordingBook({
      names: { ...names, zone: group.zone },
      ledger: store.recordings,
      outcomes: store.meetingOutcomes,
      watch: playlistWatch(playlists, { journal: logger, problems }),
      inSlices,
    }),
    agendas: agendaBook({
      zone: group.zone,
      names: { group: group.name, workstreams: workstreams.flat() },
      source: notes,
      store: store.proposals,
      journal: logger,
      inSlices,
    }),
  };
}

/** Brings both in line with the calendar, the playlists and the notes. */
export async function refreshBooks({
  recordings,
  agendas,
  calendar,
  clock,
}: Books & { readonly calendar: CachedCalendar; readonly clock: Clock }): Promise<void> {
  const now = clock.now();
  await recordings.refresh(calendar.state(), now);
  const unlinked = recordings
    .state()
    .recordings.filter(
      ({ progress }) => progress.kind === 'open' && progress.open.includes('linked'),
    )
    .flatMap(({ recording: { videos, meeting } }) =>
      videos.length > 0 ? (meeting.agendaLink ?? []) : [],
    );
  await agendas.refresh(calendar.state(), unlinked, now);
  await recordings.noteLinks(({ agendaLink }) => agendas.videosIn(agendaLink), now);
}

/** What preflight asks of a meeting's notes. */
export function notesAccess({
  of: agendaOf,
  isReadable,
  proposals,
}: Pick<AgendaBook, 'of' | 'isReadable' | 'proposals'>): NotesAccess {
  return {
    hasNoTopics(meeting) {
      const isEmpty = agendaOf(meeting).kind === 'empty';
      return isEmpty && proposalsFor(meeting, proposals()).length === 0;
    },

    of(link) {
      switch (isReadable(link)) {
        case true:
          return 'anyone may read it';
        case false:
          return 'sign-in needed';
        case undefined:
          return 'unknown';
      }
    },
  };
}

/** What reminders say of a meeting's agenda. */
export function agendaFor({ group, agendas }: Pick<Books, 'agendas'> & { readonly group: Group }) {
  return (meeting: TimedMeeting): Mrkdwn[] => {
    const proposals = proposalsFor(meeting, agendas.proposals());
    const add = addYours(meeting.agendaLink);
    return agendaLines({ agenda: agendas.of(meeting), proposals }, group.zone, add);
  };
}
