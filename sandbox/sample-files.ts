import type { DateTime } from 'luxon';
import { titleTemplate } from '../src/group/lookup.ts';
import { regularMeeting } from '../src/group/published-meetings.ts';
import type { Group } from '../src/group/schema.ts';
import { recordingTitle } from '../src/recordings/recording-title.ts';
import { instantOf, readEvent } from './google/event.ts';
import { listEvents } from './google/list.ts';
import { type LocalVideo, videoId } from './youtube/playlist.ts';

const BEFORE = { days: 400 };
const AFTER = { days: 70 };
const UPLOADED_AFTER = { days: 1 };

/** The videos of all meetings that are over but the last one, the newest first. */
export function sampleVideos(
  events: readonly unknown[],
  group: Group,
  now: DateTime<true>,
): LocalVideo[] {
  const over = occurrences(events, group, now).filter(({ end }) => end <= now);
  return over
    .slice(0, -1)
    .map((meeting) => videoOf(meeting, group))
    .filter(({ publishedAt }) => publishedAt <= now)
    .reverse();
}

/** Notes as the group keeps them: nothing for the next meeting yet, and what the last two were about. */
export function sampleNotes(events: readonly unknown[], group: Group, now: DateTime<true>): string {
  const name = regularMeeting(group)?.title;
  const regular = occurrences(events, group, now).filter(({ title }) => title === name);
  const next = regular.find(({ start }) => start > now);
  const [last, before] = regular.filter(({ end }) => end <= now).reverse();
  const sections = [
    next && `${heading(next)}\nAttendees:\nAgenda\n* \n`,
    last &&
      `${heading(last)}\nAttendees: Yuan, Eduardo\nAgenda\n* Benchmarks of multi-node inference\n* Autoscaling on queue length\n`,
    before &&
      `${heading(before)}\nRecording: https://youtu.be/${videoOf(before, group).id}\nAgenda\n* Routing by KV cache\n`,
  ];
  const said = sections.filter((section) => section !== undefined);
  return [`${group.name} agenda and notes\n`, ...said].join('\n');
}

function videoOf(meeting: Occurrence, group: Group): LocalVideo {
  const title = recordingTitle(titleTemplate(group), meeting);
  const publishedAt = meeting.end.plus(UPLOADED_AFTER);
  return { id: videoId(title), title, publishedAt, visibility: 'public' };
}

interface Occurrence {
  readonly title: string;
  readonly start: DateTime<true>;
  readonly end: DateTime<true>;
}

function heading({ title, start }: Occurrence): string {
  return `${start.toFormat('MMM d, yyyy')} | ${title}`;
}

/** The timed meetings around `now`, in order. */
function occurrences(
  events: readonly unknown[],
  { zone }: Group,
  now: DateTime<true>,
): Occurrence[] {
  const listed = listEvents(
    events,
    {
      singleEvents: true,
      showDeleted: false,
      orderBy: 'startTime',
      timeMin: now.minus(BEFORE),
      timeMax: now.plus(AFTER),
      maxResults: 250,
    },
    zone,
  );
  return (listed.ok ? listed.items : []).flatMap((item) => {
    const { summary, start: from, end: to } = readEvent(item);
    const [start, end] = [from, to].map((moment) => instantOf(moment, zone));
    const isTimed = from?.date === undefined && start !== undefined && end !== undefined;
    return isTimed
      ? [{ title: typeof summary === 'string' ? summary : '', start: start, end }]
      : [];
  });
}
