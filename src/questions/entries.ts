import type { Group, Guide, Workstream } from '../group/schema.ts';
import { squash } from '../text/similarity.ts';
import type { Entry } from './entry.ts';
import { weightOf, wordsOf } from './language.ts';
import * as topics from './topics.ts';

// A calendar with more names than this is none that people know by name.
const MAX_TITLES = 200;

/** Everything that can be asked of a group and of the meetings ahead, by their titles. */
export function entriesOf(group: Group, titles: readonly string[]): Entry[] {
  const special = [...new Set(titles)]
    .filter((title) => !isRegular(group, title))
    .slice(0, MAX_TITLES);
  return [
    ...topicsOf(group),
    ...group.workstreams.map((stream) => documentOf(stream, group.mission)),
    ...group.workstreams
      .filter((stream) => !special.some((title) => isAbout(title, stream)))
      .map((stream) => meetingsOf(stream)),
    ...special.map((title) => meetingEntry(group, title)),
    ...group.guides.map(guideEntry),
    ...group.facts.map(({ name, aliases, text }): Entry => {
      const ask = { command: 'about', args: name };
      return { ask, title: name, aliases, text, tells: ['time', 'person', 'link', 'procedure'] };
    }),
  ];
}

function topicsOf(group: Group): Entry[] {
  const { regularMeeting: regular, organizers, liaison, contact } = group;
  const people = [...organizers, liaison];
  const sigs = group.stakeholderSigs.map((sig) => `SIG ${sig}`).join(' ');
  return [
    more(topics.nextMeeting, [regular.title, ...regular.aliases], regular.weekday),
    more(topics.upcoming, [], regular.weekday),
    more(
      topics.organizers,
      people.flatMap(({ name, github }) => [name, github]),
      organizers.map(({ company }) => company).join(' '),
    ),
    topics.workstreams,
    topics.agenda,
    topics.recordings,
    more(topics.contact, [], `${contact.slackChannel} ${contact.mailingList}`),
    {
      ...topics.about,
      title: `${topics.about.title} ${group.name} ${group.fullName}`,
      text: `${topics.about.text} ${sigs} ${group.mission}`,
    },
    topics.reminders,
    topics.remind,
    topics.forget,
    topics.help,
  ];
}

function more(entry: Entry, aliases: readonly string[], text: string): Entry {
  return { ...entry, aliases: [...entry.aliases, ...aliases], text: `${entry.text} ${text}` };
}

function documentOf({ name, aliases }: Workstream, mission: string): Entry {
  const ask = { command: 'workstreams', args: name };
  const byName = namesOf({ name, aliases });
  return { ask, title: name, aliases: [ABOUT_A_DOCUMENT], text: mission, tells: ['link'], byName };
}

/** For a workstream of which the calendar has no meeting: the answer is to say so. */
function meetingsOf({ name, aliases }: Workstream): Entry {
  const ask = { command: 'next-meeting', args: name };
  const byName = namesOf({ name, aliases });
  return { ask, title: name, aliases: [ABOUT_A_MEETING], text: '', tells: ['time'], byName };
}

function meetingEntry({ workstreams }: Group, title: string): Entry {
  const streams = workstreams.filter((stream) => isAbout(title, stream));
  const byName = [...ownWords(title), ...streams.flatMap(namesOf)];
  const ask = { command: 'next-meeting', args: title };
  return {
    ask,
    title: byName[0] ?? title,
    aliases: [ABOUT_A_MEETING],
    text: '',
    tells: ['time'],
    byName,
  };
}

const ABOUT_A_DOCUMENT = 'workstream document google design proposal effort';
const ABOUT_A_MEETING = 'workstream meeting event zoom join next today tomorrow week';

/** What tells a meeting from others: its title without the words that every title has. */
function ownWords(title: string): string[] {
  const common = new Set(wordsOf(`${ABOUT_A_MEETING} weekly biweekly monthly`));
  const all = wordsOf(title);
  const own = all.filter((word) => !common.has(word) && weightOf(word) === 'content');
  return own.length > 0 ? own : all;
}

function guideEntry({ name, title, aliases, steps }: Guide): Entry {
  const ask = { command: 'howto', args: name };
  const text = [title, ...steps].join(' ').replace(/\(https?:[^)]*\)/gu, ' ');
  return {
    ask,
    title: `${name}: ${title.replace(/\([^)]*\)/gu, '')}`,
    aliases,
    text,
    tells: ['procedure'],
  };
}

function isRegular({ regularMeeting: { title, aliases } }: Group, other: string): boolean {
  return [title, ...aliases].some((name) => squash(name) === squash(other));
}

/** `MultiHost/MultiNode` is one workstream of two names. */
function namesOf({ name, aliases }: Pick<Workstream, 'name' | 'aliases'>): string[] {
  return [...name.split('/'), ...aliases];
}

function isAbout(title: string, { name, aliases }: Workstream): boolean {
  return [name, ...aliases].some((alias) => squash(title).includes(squash(alias)));
}
