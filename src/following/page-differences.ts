import type { CustomPart } from '../community/custom-part.ts';
import type { GroupFacts } from '../community/group-facts.ts';
import { mergeRule } from '../community/merge-rule.ts';
import { pairMeetings } from '../community/pair-meetings.ts';
import { writtenRule } from '../community/written-rule.ts';
import { type Group, type GroupMeeting, group as groupOf } from '../group/schema.ts';
import { squash } from '../text/similarity.ts';
import type { Difference, MeetingLink } from './difference.ts';

const LINKS: readonly MeetingLink[] = ['join', 'agenda', 'recordings'];

/**
 * What the group file says otherwise than the group's pages: what an import would change, and no more. A
 * meeting that is not published is told only if it is among `seen`, the titles that were published before;
 * any other one was added by hand.
 */
export function pageDifferences(
  group: Group,
  facts: GroupFacts,
  page: CustomPart | undefined,
  seen: ReadonlySet<string>,
): Difference[] {
  const published = publishedGroup(facts);
  return [
    ...(group.status === 'active' ? [] : [{ kind: 'listed again' as const }]),
    ...meetingDifferences(group, published, facts, seen),
    ...factDifferences(group, published, page),
    ...leadDifferences(group, published),
    ...workstreamDifferences(group, page),
  ];
}

/** A group as the bot would know it if its file were made from what is published. */
export function publishedGroup({ file, meetings }: GroupFacts): Group {
  return groupOf.parse({ ...file, meetings: meetings.map(({ meeting }) => meeting) });
}

function meetingDifferences(
  group: Group,
  published: Group,
  facts: GroupFacts,
  seen: ReadonlySet<string>,
): Difference[] {
  const doubtful = new Set(
    published.meetings.filter((_, index) => facts.meetings[index]?.zoneIsDoubtful),
  );
  const { pairs, unpublished, unknown } = pairMeetings(group.meetings, published.meetings);
  return [
    ...pairs.flatMap(([known, other]) => [
      ...timeDifference(known, other, doubtful.has(other)),
      ...linkDifferences(known, other),
    ]),
    ...unknown.map((one) => newMeeting(one)),
    ...unpublished
      .filter(({ title, aliases }) => [title, ...aliases].some((name) => seen.has(squash(name))))
      .map(({ title }) => ({ kind: 'meeting gone', meeting: title }) as const),
  ];
}

function newMeeting({ title, when }: GroupMeeting): Difference {
  return { kind: 'new meeting', meeting: title, published: when };
}

function timeDifference(
  known: GroupMeeting,
  { when: published }: GroupMeeting,
  zoneIsDoubtful: boolean,
): Difference[] {
  if (published === undefined) return [];
  const file = known.when;
  const before = file && writtenRule(file);
  const { when } = mergeRule(before, writtenRule(published), zoneIsDoubtful);
  const isSame =
    before !== undefined && JSON.stringify(sorted(when)) === JSON.stringify(sorted(before));
  return isSame ? [] : [{ kind: 'time', meeting: known.title, file, published }];
}

function sorted(rule: object): [string, unknown][] {
  return Object.entries(rule).toSorted(([a], [b]) => a.localeCompare(b));
}

function linkDifferences(known: GroupMeeting, other: GroupMeeting): Difference[] {
  return LINKS.flatMap((link): Difference[] => {
    const published = other[link];
    const file = known[link];
    if (published === undefined || published === file) return [];
    return [{ kind: 'meeting link', meeting: known.title, link, file, published }];
  });
}

function factDifferences(
  group: Group,
  published: Group,
  page: CustomPart | undefined,
): Difference[] {
  const calendar = published.calendar?.id ?? (group.calendar ? undefined : page?.calendar);
  const facts = [
    ['channel', group.contact.slackChannel, published.contact.slackChannel],
    ['mailing list', group.contact.mailingList, published.contact.mailingList],
    ['calendar', group.calendar?.id, calendar],
    ['playlist', group.recordings.playlist, published.recordings.playlist],
    ['liaison', group.liaison?.github, published.liaison?.github],
    ['SIGs', namesOf(group.stakeholderSigs), namesOf(published.stakeholderSigs)],
  ] as const;
  return facts.flatMap(([fact, file, said]): Difference[] => {
    if (said === undefined || said.toLowerCase() === file?.toLowerCase()) return [];
    return [{ kind: 'group fact', fact, file, published: said }];
  });
}

function namesOf(sigs: readonly string[]): string | undefined {
  return sigs.length === 0 ? undefined : sigs.toSorted().join(', ');
}

function leadDifferences(group: Group, published: Group): Difference[] {
  // A page without leads is a page that could not be read to its end, or a group without any.
  if (published.organizers.length === 0) return [];
  const known = new Map(group.organizers.map((one) => [one.github.toLowerCase(), one]));
  const now = new Map(published.organizers.map((one) => [one.github.toLowerCase(), one]));
  const roles = [...now].flatMap(([key, { github, name, role }]): Difference[] => {
    const before = known.get(key);
    if (!before) return [{ kind: 'new lead', github, name, role }];
    return before.role === role ? [] : [{ kind: 'role', github, name, role }];
  });
  const gone = [...known].flatMap(([key, { github, name }]): Difference[] =>
    now.has(key) ? [] : [{ kind: 'lead gone', github, name }],
  );
  return [...roles, ...gone];
}

function workstreamDifferences(group: Group, page: CustomPart | undefined): Difference[] {
  return (page?.workstreams ?? []).flatMap(({ name, doc: published }): Difference[] => {
    const known = group.workstreams.find((stream) =>
      [stream.name, ...stream.aliases].some((one) => squash(one) === squash(name)),
    );
    const file = known?.doc;
    const isSame = known !== undefined && (published === undefined || published === file);
    return isSame ? [] : [{ kind: 'workstream', name, file, published }];
  });
}
