import { Document, isMap, isScalar } from 'yaml';
import { calendarPage } from '../community/addresses.ts';
import type { CustomPart } from '../community/custom-part.ts';
import type { GroupFacts } from '../community/group-facts.ts';
import type { GroupFile } from '../group/schema.ts';
import { yamlLines } from './yaml-text.ts';

const MAX_LINE = 90;

const HEADER = `# yaml-language-server: $schema=./group.schema.json
# What the group publishes about itself, imported from the community's sigs.yaml. What you add by hand
# (aliases, guides, facts, workstreams, Slack IDs, comments) stays when you import again.
`;

/** The file of a group that has none yet. */
export function newGroupFile(facts: GroupFacts, page: CustomPart | undefined): string {
  const { stakeholder_sigs, organizers, liaison, contact, recordings, mission, ...words } =
    facts.file;
  const { page: link, charter, calendar = calendarOn(page), ...names } = words;
  const file: GroupFile = {
    ...names,
    ...(mission !== undefined && { mission }),
    ...(link !== undefined && { page: link }),
    ...(charter !== undefined && { charter }),
    ...(stakeholder_sigs?.length && { stakeholder_sigs }),
    meetings: facts.meetings.map(({ meeting }) => meeting),
    ...(calendar && { calendar }),
    ...(recordings && { recordings }),
    organizers: organizers ?? [],
    ...(liaison && { liaison }),
    ...(contact && { contact }),
    ...(page?.workstreams.length && { workstreams: page.workstreams }),
  };
  const sections = Object.entries(file).map(([key, value]) => sectionOf(key, value));
  return HEADER + sections.join('');
}

function calendarOn(page: CustomPart | undefined) {
  const id = page?.calendar;
  return id === undefined ? undefined : { id, page: calendarPage(id) };
}

/** A blank line sets off what has several parts. */
function sectionOf(key: string, value: unknown): string {
  if (typeof value !== 'string') return `\n${lines(key, value)}`;
  return value.length > MAX_LINE && key === 'mission' ? folded(key, value) : lines(key, value);
}

function lines(key: string, value: unknown): string {
  return `${yamlLines({ [key]: value }).join('\n')}\n`;
}

/** A paragraph, broken into lines. */
function folded(key: string, text: string): string {
  const document = new Document({ [key]: text });
  const value = isMap(document.contents) ? document.contents.get(key, true) : undefined;
  if (isScalar(value)) value.type = 'BLOCK_FOLDED';
  return document.toString({ lineWidth: 100 });
}
