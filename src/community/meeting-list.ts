import { squash } from '../text/similarity.ts';
import { clashes } from './meeting-clashes.ts';
import type { MeetingFacts } from './meetings.ts';
import type { Oddity } from './oddity.ts';

/** Brings a group's meetings into the form of its file: the regular one first, and each one once. */
export function meetingList(published: readonly MeetingFacts[], groupName: string): MeetingFacts[] {
  const list: MeetingFacts[] = [];
  for (const one of withoutCopies(published)) {
    list.push(withOddities(withOwnTitle(one, list), clashes(one, list)));
  }
  const regular = regularAmong(list, groupName);
  return regular === undefined ? [] : [regular, ...list.filter((one) => one !== regular)];
}

const REGULAR = /^(?:regular|main) (?:(?:sig|wg|ug) )?meeting\b(?<variant>.*)$/iu;

/**
 * The meeting that stands for the whole group, by its title; the first one if no title says it. The order
 * of sigs.yaml says nothing, since it is sorted by title.
 */
function regularAmong(meetings: readonly MeetingFacts[], groupName: string) {
  const own = meetings.filter(({ meeting }) => meeting.subproject === undefined);
  const regular = own.filter(({ meeting }) => REGULAR.test(meeting.title));
  // “Regular SIG Meeting” is meant before “Regular SIG Meeting (APAC friendly)”.
  const [shortest] = regular.toSorted((a, b) => variantOf(a).length - variantOf(b).length);
  const named = own.find(({ meeting }) => isNamedAfter(meeting.title, groupName));
  return shortest ?? named ?? own[0] ?? meetings[0];
}

function variantOf({ meeting }: MeetingFacts): string {
  return REGULAR.exec(meeting.title)?.groups?.variant ?? '';
}

/** As in “SIG Network Meeting” or “WG Serving Weekly Meeting”, but not “SIG Network Multi-Network Meeting”. */
function isNamedAfter(title: string, groupName: string): boolean {
  const name = title.replace(/\b(?:bi-?)?weekly\b|\bmonthly\b|\bpublic\b|\bmeeting\b/giu, '');
  return squash(name) === squash(groupName);
}

/** Some groups list one meeting again under each of their subprojects. */
function withoutCopies(meetings: readonly MeetingFacts[]): MeetingFacts[] {
  const kept = new Map<string, MeetingFacts>();
  for (const one of meetings) {
    const { subproject = 'no subproject', ...facts } = one.meeting;
    const key = JSON.stringify(facts);
    const first = kept.get(key);
    const { path, about } = one;
    const copy = { path, about, what: `is listed again under ${subproject}`, done: 'listed once' };
    kept.set(key, first === undefined ? one : withOddities(first, [copy]));
  }
  return [...kept.values()];
}

/** Two meetings of one title could not be told apart. */
function withOwnTitle(one: MeetingFacts, kept: readonly MeetingFacts[]): MeetingFacts {
  const { title, subproject } = one.meeting;
  const taken = kept
    .filter(({ meeting }) => meeting.subproject === subproject)
    .map(({ meeting }) => meeting.title.toLowerCase());
  if (!taken.includes(title.toLowerCase())) return one;
  const [free = title] = Array.from(
    { length: kept.length },
    (_, count) => `${title} (${count + 2})`,
  ).filter((candidate) => !taken.includes(candidate.toLowerCase()));
  const what = 'has the title of another meeting';
  const oddity = { path: one.path, about: one.about, what, done: `listed as "${free}"` };
  return withOddities({ ...one, meeting: { ...one.meeting, title: free } }, [oddity]);
}

function withOddities(one: MeetingFacts, oddities: readonly Oddity[]): MeetingFacts {
  return oddities.length === 0 ? one : { ...one, oddities: [...one.oddities, ...oddities] };
}
