import { squash, words } from '../text/similarity.ts';
import type { Group } from './schema.ts';

// Words after “SIG” or “WG” that name no group.
const NO_NAMES = new Set(
  'a about agenda agendas an and are as at bot call calls calendar channel chair chairs charter community did do doc docs document documents does for from group groups has have home in is issue issues its join lead leads list lists mailing meet meeting meetings meets member members mission next note notes of on or organizer organizers page people playlist recording recordings repo s schedule should slack stuff talk talks that the their these this those time times to today tomorrow wants was we week were what when where which who will with work workstream workstreams would youtube zoom'.split(
    ' ',
  ),
);
const HYPHENATED = /(?<![\p{L}\p{N}/])#?((?:sig|wg|ug)-[a-z][a-z0-9]*(?:-[a-z0-9]+)*)/giu;
const SIG_AND_NAME = /(?<![\p{L}\p{N}])(sig)\s+([\p{L}\p{N}]+)/giu;
const GROUP_AND_NAME = /(?<![\p{L}\p{N}])(WG|UG)\s+(\p{Lu}[\p{L}\p{N}]*)/gu;
// What one asks of a group, and what one says of its part in this one's work.
const ASKS_OF_IT =
  /\b(?:when|what time|next|meets?|meetings?|call|zoom|join|link|agenda|notes|minutes|recordings?|who (?:leads|runs|chairs|organizes)|chairs?|leads?|organizers?|channel|mailing list)\b/iu;
const SPEAKS_OF_IT =
  /\b(?:stakeholders?|sponsor\w*|involved|took|take[ns]?|taking|over|moved?|successors?|went|happened|owns?|owner|replaced?|merged?)\b/iu;

/** The name of a group that a question asks about, if it is none of these. */
export function otherGroupAsked(text: string, groups: readonly Group[]): string | undefined {
  if (!asksOfGroup(text)) return undefined;
  const hyphenated = [...text.matchAll(HYPHENATED)].map(([, name = '']) => name);
  const spoken = [...text.matchAll(SIG_AND_NAME), ...text.matchAll(GROUP_AND_NAME)]
    .filter(([, , name = '']) => !NO_NAMES.has(name.toLowerCase()))
    .map(([, kind = '', name = '']) => `${kind.toUpperCase()} ${name}`);
  const named = [...hyphenated, ...spoken];
  if (named.length === 0) return undefined;
  const known = groups.flatMap(knownNames).map(squash);
  return named.find((name) => !known.some((one) => one.startsWith(squash(name))));
}

/** Whether a text asks what one can ask of any group, such as when it meets. */
export function asksOfGroup(text: string): boolean {
  return ASKS_OF_IT.test(text) && !SPEAKS_OF_IT.test(text);
}

/** Whether a group has something by this name, such as a workstream or a meeting. */
export function hasSomethingNamed(group: Group, name: string): boolean {
  const wanted = words(name);
  return namesOfThings(group).some((one) => {
    const own = words(one);
    return wanted.every((word) => own.includes(word));
  });
}

/** Names of the group itself, and of what it has that sounds like a group. */
function knownNames(group: Group): string[] {
  const { id, name, contact } = group;
  return [id, name, contact.slackChannel ?? '', ...namesOfThings(group)];
}

function namesOfThings({ workstreams, meetings, facts }: Group): string[] {
  return [
    ...workstreams.flatMap((one) => [one.name, ...one.aliases]),
    ...meetings.flatMap((one) => [one.title, ...one.aliases, ...one.askedAs]),
    ...facts.flatMap((one) => [one.name, ...one.aliases]),
  ];
}
