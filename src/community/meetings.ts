import type { GroupFile } from '../group/schema.ts';
import type { Path } from '../group/yaml-source.ts';
import type { Doubt } from './doubt.ts';
import { calendarId, documentLink, joinLink, type LinkReading, recordingsLink } from './links.ts';
import { readMeetingTime } from './meeting-time.ts';
import type { Oddity } from './oddity.ts';
import type { PublishedGroup, PublishedMeeting } from './published-group.ts';

/** A meeting as the group file writes it. */
export type WrittenMeeting = NonNullable<GroupFile['meetings']>[number];

/** A meeting that the community publishes. */
export interface MeetingFacts {
  readonly meeting: WrittenMeeting;
  /** Whether its zone is a guess, since its name can mean several. */
  readonly zoneIsDoubtful: boolean;
  readonly path: Path;
  /** As in “wg-batch, Regular Meeting”. */
  readonly about: string;
  readonly oddities: readonly Oddity[];
}

/** The meetings of a group and of its subprojects, in the order of the file. */
export function publishedMeetings(group: PublishedGroup, path: Path): MeetingFacts[] {
  const own = group.meetings.map(({ value, index }) =>
    meetingFacts(group, value, [...path, 'meetings', index]),
  );
  const ofSubprojects = group.subprojects.flatMap(({ value: { name, meetings }, index }) =>
    meetings.map((one) =>
      meetingFacts(group, one.value, [...path, 'subprojects', index, 'meetings', one.index], name),
    ),
  );
  return [...own, ...ofSubprojects];
}

function meetingFacts(
  group: PublishedGroup,
  published: PublishedMeeting,
  path: Path,
  subproject?: string,
): MeetingFacts {
  const title = published.description.replace(/\s+/gu, ' ');
  const about = `${group.dir}, ${title}`;
  const time = readMeetingTime(published);
  const join = linkOf(published.url, joinLink);
  const agenda = linkOf(published.archive_url, documentLink);
  const recordings = linkOf(published.recordings_url, recordingsLink);
  const calendar =
    published.calendar_url === undefined ? undefined : calendarId(published.calendar_url);
  const doubts = [
    ...time.doubts,
    ...doubtOf('url', join),
    ...doubtOf('archive_url', agenda),
    ...doubtOf('recordings_url', recordings),
    ...doubtOf('calendar_url', calendar),
  ];
  return {
    meeting: {
      title,
      ...(subproject !== undefined && { subproject }),
      ...(time.when !== undefined && { when: time.when }),
      ...(join?.url !== undefined && { join: join.url }),
      ...(agenda?.url !== undefined && { agenda: agenda.url }),
      ...(recordings?.url !== undefined && { recordings: recordings.url }),
      ...(calendar?.id !== undefined && { calendar: calendar.id }),
    },
    zoneIsDoubtful: time.doubts.some(({ field }) => field === 'tz'),
    path,
    about,
    oddities: doubts.map(({ field, what, done }) => ({
      path: [...path, field],
      about,
      what,
      done,
    })),
  };
}

function linkOf(
  written: string | undefined,
  read: (written: string) => LinkReading,
): LinkReading | undefined {
  return written === undefined ? undefined : read(written);
}

function doubtOf(field: string, reading: { readonly doubt?: Doubt } | undefined) {
  return reading?.doubt === undefined ? [] : [{ field, ...reading.doubt }];
}
