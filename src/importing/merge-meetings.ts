import type { WrittenRule } from '../community/meeting-time.ts';
import type { MeetingFacts, WrittenMeeting } from '../community/meetings.ts';
import { mergeRule } from '../community/merge-rule.ts';
import { pairMeetings } from '../community/pair-meetings.ts';
import { squash } from '../text/similarity.ts';
import { appendIn, type YamlPath } from './edit-yaml.ts';
import { type Edited, edited, type GroupOnFile, type Kept, synced } from './edited.ts';

type MeetingOnFile = GroupOnFile['meetings'][number];

// What a page may leave out without meaning that it is gone.
const LINKS = ['join', 'agenda', 'recordings', 'calendar', 'subproject'] as const;

/** Brings the meetings of a file in line with the published ones. Titles and unpublished meetings stay. */
export function mergeMeetings(
  yaml: string,
  file: GroupOnFile,
  facts: readonly MeetingFacts[],
): Edited {
  const published = facts.map((one) => ({ ...one.meeting, facts: one }));
  const known = file.meetings.map((meeting, index) => ({ ...meeting, index }));
  const { pairs, unpublished, unknown } = pairMeetings(known, published);
  const steps = [
    ...pairs.map(
      ([one, { facts: its }]) =>
        (text: string) =>
          mergeMeeting(text, one.index, one, its),
    ),
    ...unknown.map(({ facts: { meeting } }) => (text: string): Edited => {
      return { yaml: appendIn(text, ['meetings'], meeting), kept: [] };
    }),
  ];
  const kept = unpublished.map(({ index, title }): Kept => {
    const what = `"${title}" is not published; it is kept, so remove it if it has ended`;
    return { path: ['meetings', index], what };
  });
  return edited(yaml, steps, kept);
}

function mergeMeeting(
  yaml: string,
  index: number,
  known: MeetingOnFile,
  { meeting, zoneIsDoubtful }: MeetingFacts,
): Edited {
  const path = ['meetings', index];
  const links = LINKS.flatMap((key) => (meeting[key] === undefined ? [] : [[key, meeting[key]]]));
  const withLinks = synced(yaml, path, known, Object.fromEntries(links));
  const named = withAlias(withLinks, path, known, meeting);
  if (meeting.when === undefined) return { yaml: named, kept: [] };
  const rule = known.when && ruleOf(known.when);
  const { when, kept } = mergeRule(rule, meeting.when, zoneIsDoubtful);
  return {
    yaml: when === rule ? named : synced(named, [...path, 'when'], rule ?? {}, when, 'whole'),
    kept: kept === undefined ? [] : [{ path: [...path, 'when'], what: kept }],
  };
}

/** The title that people gave it stays, and the published one is known from now on. */
function withAlias(
  yaml: string,
  path: YamlPath,
  { title, aliases }: MeetingOnFile,
  published: WrittenMeeting,
): string {
  const isKnown = [title, ...aliases].some((name) => squash(name) === squash(published.title));
  return isKnown ? yaml : appendIn(yaml, [...path, 'aliases'], published.title);
}

function ruleOf({ kind: _, ...rule }: NonNullable<MeetingOnFile['when']>): WrittenRule {
  return rule;
}
