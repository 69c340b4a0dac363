import { retirementOf, streamNames } from '../group/lookup.ts';
import { meetingFinder, namesOfMeeting } from '../group/published-meetings.ts';
import type { Group } from '../group/schema.ts';
import { idOfSuccessor, namesOf } from '../group/successors.ts';
import { INTENTS } from '../questions/intents.ts';
import {
  calendarNames,
  cityNames,
  groupPhrases,
  type Named,
  otherGroups,
} from '../questions/names.ts';
import { plain, wordsOf } from '../questions/words.ts';
import { squash } from '../text/similarity.ts';

// A calendar with more names than this is none that people know by name.
const MAX_TITLES = 200;
const SHORTEST_GIVEN_NAME = 4;

/** All names that questions may hold: the group's own, its people, workstreams, guides, facts and meetings, and others'. */
export function questionNames(
  group: Group,
  titles: readonly string[],
  isCommon: (word: string) => boolean,
): Named[] {
  const own = ownNames(group);
  const isOwn = nameMatcher(own);
  const meetingOf = meetingFinder(group.meetings);
  return [
    { tag: 'own', id: 'own', phrases: own },
    ...group.workstreams.map((stream) => named('stream', stream.name, streamNames(stream))),
    ...(retirementOf(group)?.successors ?? []).map((one) =>
      named('stream', idOfSuccessor(group, one), namesOf(group, one)),
    ),
    ...[...group.organizers, ...(group.liaison ? [group.liaison] : [])].map(({ name, github }) =>
      named('person', name, [name, github, ...givenNames(name)]),
    ),
    ...group.guides
      .filter(({ name }) => intentFor('howto', name) === 'guide')
      .map((guide) => named('guide', guide.name, [guide.name, ...guide.aliases])),
    ...group.facts
      .filter(({ name }) => intentFor('fact', name) === 'fact')
      .map((fact) => named('fact', fact.name, [fact.name, ...fact.aliases])),
    ...specialTitles(group, titles).map((title) => {
      const published = meetingOf(title);
      const names = published ? namesOfMeeting(published) : [title];
      return named(
        'meeting',
        title,
        // “SIG Network” is the group, though each of its meetings begins with it.
        names.flatMap((name) => titlePhrases(name, isCommon)).filter((phrase) => !isOwn(phrase)),
      );
    }),
    otherGroups(own),
    ...calendarNames(),
    cityNames(),
  ];
}

/** The intent of a guide or fact: its own where the examples have it, such as `howto:upload`. */
export function intentFor(kind: 'howto' | 'fact', name: string) {
  const own = INTENTS.find((intent) => intent === `${kind}:${name}`);
  return own ?? (kind === 'howto' ? 'guide' : 'fact');
}

/** Titles of meetings, published or in the calendar, that are neither the regular one nor a workstream's. */
export function specialTitles(
  { meetings, workstreams }: Group,
  titles: readonly string[],
): string[] {
  const [regular, ...others] = meetings;
  const isRegular = meetingFinder(regular ? [regular] : []);
  const isOther = meetingFinder(others);
  const streams = workstreams.flatMap(streamNames).map(squash);
  // Lazily: a calendar with thousands of titles has enough special ones among the first.
  const found = new Set(titles)
    .values()
    .filter((title) => isRegular(title) === undefined && isOther(title) === undefined)
    .filter((title) => !streams.some((stream) => squash(title).includes(stream)))
    .take(MAX_TITLES);
  return [...new Set([...others.map(({ title }) => title), ...found])].slice(0, MAX_TITLES);
}

function named(tag: Named['tag'], id: string, phrases: readonly string[]): Named {
  return { tag, id, phrases };
}

function nameMatcher(names: readonly string[]): (phrase: string) => boolean {
  const squashed = new Set(names.map(squash));
  return (phrase) => squashed.has(squash(phrase));
}

function ownNames({ id, name, fullName, contact }: Group): string[] {
  const [kind = '', ...rest] = name.split(' ');
  const phrases = rest.length > 0 ? groupPhrases(kind.toLowerCase(), rest.join(' ')) : [];
  const ofKubernetes = phrases.flatMap((phrase) => [`kubernetes ${phrase}`, `k8s ${phrase}`]);
  return [id, name, fullName ?? name, contact.slackChannel ?? name, ...phrases, ...ofKubernetes];
}

function givenNames(name: string): string[] {
  return name.split(' ').filter((part) => part.length >= SHORTEST_GIVEN_NAME);
}

/** A title, pairs of its words, and those of its words that hardly occur in other questions. */
function titlePhrases(title: string, isCommon: (word: string) => boolean): string[] {
  const words = wordsOf(plain(title));
  const own = words.filter((word) => word.length > 2 && !isCommon(word));
  const pairs = words
    .slice(1)
    .map((word, at) => [words[at] ?? '', word])
    .filter((pair) => pair.some((word) => own.includes(word)))
    .map((pair) => pair.join(' '));
  return [title, ...pairs, ...own];
}
