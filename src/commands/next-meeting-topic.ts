import { streamNames } from '../group/lookup.ts';
import {
  meetingFinder,
  namesOfMeeting,
  regularMeeting,
  titlesOf,
  weekdays,
} from '../group/published-meetings.ts';
import type { Group, Workstream } from '../group/schema.ts';
import type { Entry } from '../questions/entry.ts';
import { weightOf, wordsOf } from '../questions/language.ts';
import { squash } from '../text/similarity.ts';
import type { Facts } from './command.ts';

// A calendar with more names than this is none that people know by name.
const MAX_TITLES = 200;
// What titles have in common with other questions: nobody means that one meeting by them.
const NO_NAMES = 'weekly biweekly monthly last day deadline topic topics agenda notes recording';
const ABOUT_A_MEETING = 'workstream meeting event zoom join next today tomorrow week';

/** What can be asked about meetings: the next one of all, and those of each title and workstream. */
export function nextMeetingTopic({ group, titles }: Facts): Entry<string | undefined>[] {
  const [regular] = group.meetings;
  const isRegular = meetingFinder(regular ? [regular] : []);
  const isPublished = meetingFinder(group.meetings);
  const others = group.meetings.slice(1).flatMap(titlesOf);
  const special = new Set([...others, ...titles])
    .values()
    .filter((title) => isRegular(title) === undefined)
    .take(MAX_TITLES)
    .toArray();
  return [
    nextOfAll(group),
    ...group.workstreams
      .filter((stream) => !special.some((title) => isAbout(title, stream)))
      .map((stream) => meetingNamed(stream.name, stream.name, streamNames(stream))),
    ...special.map((title) => {
      const streams = group.workstreams.filter((stream) => isAbout(title, stream));
      const published = isPublished(title);
      const byName = [
        ...ownWords(title),
        ...streams.flatMap(streamNames),
        ...(published ? namesOfMeeting(published) : []),
      ];
      return meetingNamed(title, byName[0] ?? title, byName);
    }),
  ];
}

function nextOfAll(group: Group): Entry<undefined> {
  const regular = regularMeeting(group);
  return {
    answer: undefined,
    tells: ['time', 'link'],
    title: 'next meeting',
    aliases: [
      'zoom link',
      'join link',
      'meeting time',
      'meeting id',
      'zoom passcode password',
      'dial in',
      'off week',
      'meeting cancelled',
      'conference',
      'dial in number',
      'today tonight tomorrow this week',
      'get into',
      'connect',
      ...(regular ? [...titlesOf(regular), ...regular.askedAs] : []),
    ],
    text: `timezone happening now soon hours minutes start begin end on off still moved postponed skipped invite time zone location regular biweekly utc gmt est edt pst pdt pt et cet cest bst ist europe asia india us ${weekdays(group)}`,
  };
}

/** For a workstream without a meeting in the calendar the answer is to say so. */
function meetingNamed(name: string, title: string, byName: readonly string[]): Entry<string> {
  return { answer: name, title, aliases: [ABOUT_A_MEETING], text: '', tells: ['time'], byName };
}

/** What tells a meeting from others: its title without the words that every title has. */
function ownWords(title: string): string[] {
  const common = new Set(wordsOf(`${ABOUT_A_MEETING} ${NO_NAMES}`));
  const all = wordsOf(title);
  const own = all.filter((word) => !common.has(word) && weightOf(word) === 'content');
  return own.length > 0 ? own : all;
}

function isAbout(title: string, { name, aliases }: Workstream): boolean {
  return [name, ...aliases].some((alias) => squash(title).includes(squash(alias)));
}
