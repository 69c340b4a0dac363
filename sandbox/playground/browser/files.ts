import type { DateTime } from 'luxon';
import { isTimed, runsLong, stands } from '../../../src/calendar/meeting.ts';
import type { CalendarState } from '../../../src/calendar/snapshot.ts';
import { titleTemplate } from '../../../src/group/lookup.ts';
import type { Group } from '../../../src/group/schema.ts';
import { recordingTitle } from '../../../src/recordings/recording-title.ts';
import { NOTES, PLAYLIST, type World } from '../../world.ts';
import type { Act } from './act.ts';
import type { PlaygroundState } from './state.ts';

/** What someone does on YouTube or in the notes. */
export type FileAct = Extract<
  Act,
  { do: 'upload video' | 'set video' | 'hide playlist' | 'write notes' | 'hide notes' }
>;

type Files = Pick<World, 'youtube' | 'documents'>;

/** Uploads a video, or changes who sees what and what the notes say. */
export function changeFiles(
  { youtube, documents }: Files,
  act: FileAct,
  now: DateTime<true>,
): void {
  switch (act.do) {
    case 'upload video':
      youtube.upload(PLAYLIST, act.title, now);
      return;
    case 'set video':
      youtube.setVideo(PLAYLIST, act.id, { visibility: act.visibility });
      return;
    case 'hide playlist':
      youtube.change(PLAYLIST, () => ({ visibility: act.hidden ? 'private' : 'public' }));
      return;
    case 'write notes':
      documents.set(NOTES, { text: act.text });
      return;
    case 'hide notes':
      documents.set(NOTES, { visibility: act.hidden ? 'private' : 'anyone' });
      return;
  }
}

/** The playlist and the notes as the page shows them. */
export function filesOf(
  { youtube, documents }: Files,
  proposed: readonly string[],
): Pick<PlaygroundState, 'playlist' | 'notes'> {
  const playlist = youtube.playlists().find(({ id }) => id === PLAYLIST);
  const notes = documents.list().find(({ id }) => id === NOTES);
  if (!playlist || !notes) throw new Error('The sandbox has a playlist and notes.');
  const titles = new Set(playlist.videos.map(({ title }) => title));
  return {
    playlist: {
      title: playlist.title,
      isPrivate: playlist.visibility === 'private',
      nextTitle: proposed.find((title) => !titles.has(title)) ?? '',
      videos: playlist.videos.map(({ id, title, publishedAt, visibility }) => {
        return { id, title, publishedAt: publishedAt.toMillis(), visibility };
      }),
    },
    notes: { text: notes.text, isPrivate: notes.visibility === 'private' },
  };
}

const UPLOADED_WITHIN = { days: 60 };

/** What the bot proposes to call the videos of the meetings that are over, the last one's first. */
export function proposedTitles(
  calendar: CalendarState,
  group: Group,
  now: DateTime<true>,
): string[] {
  const meetings = calendar.kind === 'read' ? calendar.meetings : [];
  return meetings
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && !runsLong(meeting))
    .filter(({ end }) => end <= now && end > now.minus(UPLOADED_WITHIN))
    .toSorted((a, b) => b.end.toMillis() - a.end.toMillis())
    .map((meeting) => recordingTitle(titleTemplate(group), meeting));
}
