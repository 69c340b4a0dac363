import { calendarPage } from '../community/addresses.ts';
import type { CustomPart } from '../community/custom-part.ts';
import type { GroupFacts } from '../community/group-facts.ts';
import { squash } from '../text/similarity.ts';
import { appendIn, removeIn, setIn } from './edit-yaml.ts';
import { type Edited, edited, type GroupOnFile, type Kept, synced } from './edited.ts';
import { mergeMeetings } from './merge-meetings.ts';
import { mergePeople } from './merge-people.ts';

// Words that people may have improved; the page has them only once.
const WORDS = ['full_name', 'mission', 'page', 'charter'] as const;
const CONTACTS = ['slack_channel', 'slack', 'mailing_list'] as const;

/**
 * Brings a group file in line with what is published: changes what differs, and leaves everything else in
 * its text as it is, comments included.
 */
export function mergeGroup(
  yaml: string,
  file: GroupOnFile,
  facts: GroupFacts,
  page: CustomPart | undefined,
): Edited {
  return edited(yaml, [
    (text) => step(mergeWords(text, file, facts)),
    (text) => step(mergeSigs(text, file, facts)),
    (text) => mergeMeetings(text, file, facts.meetings),
    (text) => step(mergeLinks(text, file, facts, page)),
    (text) => mergePeople(text, file, facts),
    (text) => step(mergeContact(text, file, facts)),
    (text) => mergeWorkstreams(text, file, page?.workstreams ?? []),
  ]);
}

function step(yaml: string): Edited {
  return { yaml, kept: [] };
}

function mergeWords(yaml: string, file: GroupOnFile, facts: GroupFacts): string {
  return WORDS.reduce((text, key) => {
    const words = facts.file[key];
    return file[key] === undefined && words !== undefined ? setIn(text, [key], words) : text;
  }, yaml);
}

function mergeSigs(yaml: string, file: GroupOnFile, { file: facts }: GroupFacts): string {
  const published = facts.stakeholder_sigs ?? [];
  const gone = file.stakeholder_sigs.flatMap((sig, at) => (published.includes(sig) ? [] : [at]));
  const fresh = published.filter((sig) => !file.stakeholder_sigs.includes(sig));
  const extended = fresh.reduce((text, sig) => appendIn(text, ['stakeholder_sigs'], sig), yaml);
  return gone.reverse().reduce((text, at) => removeIn(text, ['stakeholder_sigs', at]), extended);
}

/** The calendar of sigs.yaml is preferred to one that the page links somewhere. */
function mergeLinks(
  yaml: string,
  file: GroupOnFile,
  { file: facts }: GroupFacts,
  page: CustomPart | undefined,
): string {
  const id = facts.calendar?.id ?? (file.calendar ? undefined : page?.calendar);
  const calendar =
    id === undefined || id === file.calendar?.id ? {} : { id, page: calendarPage(id) };
  const withCalendar = synced(yaml, ['calendar'], file.calendar ?? {}, calendar);
  return synced(withCalendar, ['recordings'], file.recordings, facts.recordings ?? {});
}

function mergeContact(yaml: string, file: GroupOnFile, { file: facts }: GroupFacts): string {
  const { liaison, contact = {} } = facts;
  const isSame = liaison?.github.toLowerCase() === file.liaison?.github.toLowerCase();
  const withLiaison = isSame ? yaml : synced(yaml, ['liaison'], file.liaison ?? {}, liaison ?? {});
  const wanted = Object.fromEntries(CONTACTS.map((key) => [key, contact[key]]));
  const { issues = contact.issues } = file.contact;
  return synced(withLiaison, ['contact'], file.contact, { ...wanted, issues });
}

function mergeWorkstreams(
  yaml: string,
  file: GroupOnFile,
  published: CustomPart['workstreams'],
): Edited {
  const known = file.workstreams.map(({ name, aliases }) => [name, ...aliases].map(squash));
  const merged = published.reduce((text, stream) => {
    const index = known.findIndex((names) => names.includes(squash(stream.name)));
    if (index < 0) return appendIn(text, ['workstreams'], stream);
    const { doc } = stream;
    return synced(text, ['workstreams', index], file.workstreams[index] ?? {}, { doc });
  }, yaml);
  if (published.length === 0) return { yaml: merged, kept: [] };
  const kept = known.flatMap((names, index): Kept[] => {
    const isPublished = published.some(({ name }) => names.includes(squash(name)));
    const path = ['workstreams', index];
    const name = file.workstreams[index]?.name;
    return isPublished ? [] : [{ path, what: `"${name}" is not on the page; it is kept` }];
  });
  return { yaml: merged, kept };
}
